import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import Config, VoicesTable
from narrate.errors import LedgerDoesNotBalance
from narrate.model.ledger import Account, Entry, Fate
from narrate.model.metadata import Metadata
from narrate.model.script import ChapterScript, Line, Rewrite, Script
from narrate.model.story import Block, BlockKind, Book, Chapter, Omission, Piece, Reason, Source
from narrate.script.ledger import balance
from narrate.script.write import write_script

TALE = """# The Storm

It rained. Nobody came
to the house.

“Who is there?” asked Ann—twice.

* * *

Morning came…
"""

Change = Callable[[tuple[Line, ...]], tuple[Line, ...]]


@pytest.fixture
def book(page: Callable[..., Book]) -> Book:
    return page(TALE, titled=True)


def script_of(book: Book) -> Script:
    return write_script(book, Config(voices=VoicesTable(narrator="nell")), {"nell": None})


def changed(script: Script, change: Change) -> Script:
    first, *others = script.chapters
    return replace(script, chapters=(replace(first, lines=change(tuple(first.lines))), *others))


def fates(account: Account, text: str) -> list[tuple[str, str, str]]:
    return [(text[entry.start : entry.end], entry.fate, entry.detail) for entry in account.entries]


def test_every_character_has_its_fate(book: Book) -> None:
    (account,) = balance(book, script_of(book))
    assert account.source == Path("tale.txt")
    assert fates(account, TALE) == [
        ("# ", "left out", "markup"),
        ("The Storm", "spoken", ""),
        ("\n\n", "left out", "white space"),
        ("It rained.", "spoken", ""),
        (" ", "left out", "white space"),
        ("Nobody came\nto the house.", "spoken", ""),
        ("\n\n", "left out", "white space"),
        ("“Who is there?” asked Ann", "spoken", ""),
        ("—", "spoken as", ", "),
        ("twice.", "spoken", ""),
        ("\n\n", "left out", "white space"),
        ("* * *", "left out", "scene break"),
        ("\n\n", "left out", "white space"),
        ("Morning came…", "spoken", ""),
        ("\n", "left out", "white space"),
    ]


def without(at: int) -> Change:
    return lambda lines: lines[:at] + lines[at + 1 :]


def twice(at: int) -> Change:
    return lambda lines: lines[: at + 1] + lines[at:]


def swapped(at: int) -> Change:
    return lambda lines: (*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :])


def edited(at: int, **values: object) -> Change:
    def change(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return (*lines[:at], replace(lines[at], **values), *lines[at + 1 :])  # type: ignore[arg-type]  # any field

    return change


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (without(0), r"line 1: 'The Storm' is not spoken"),
        (without(2), r"line 3: 'Nobody came' is not spoken"),
        (without(4), r"line 10: 'Morning came…' is not spoken"),
        (twice(1), r"line 3: 'It rained.' is spoken twice or out of order"),
        (swapped(1), r"line 3: 'It rained.' is not spoken"),
        (edited(1, text="It snowed."), r"line 3: 'It rained.' is said as 'It snowed.'"),
        (edited(1, text="It rained"), r"is said as 'It rained'"),
        (edited(1, text="It raine", end=21), r"line 3: 'd.' is not spoken"),
        (edited(1, text="It", end=15), r"line 3: 'rained.' is not spoken"),
        (
            edited(1, start=0, end=0),
            r"line 1: 'It rained.' is spoken twice or out of order",
        ),
        (edited(1, rewrites=(Rewrite(0, 2, "", "gag"),)), r"'It' is silenced by the rule 'gag'"),
        (edited(1, rewrites=(Rewrite(0, 2, "…", "gag"),)), r"'It' is silenced by the rule 'gag'"),
        (edited(1, rewrites=(Rewrite(5, 99, "x", "far"),)), r"has the rewrite 'far' out of place"),
        (edited(1, rewrites=(Rewrite(3, 6, "x", "b"), Rewrite(0, 4, "y", "a"))), r"rewrite 'a' out of place"),
        (edited(1, start=11, end=500), r"is spoken, but in no chapter"),
        (lambda lines: lines[::-1], r"is not spoken|out of order"),
    ],
)
def test_a_word_that_is_missing_doubled_changed_or_moved_is_noticed(
    book: Book, change: Change, complaint: str
) -> None:
    with pytest.raises(LedgerDoesNotBalance, match=complaint):
        balance(book, changed(script_of(book), change))


def test_the_complaint_names_the_file_and_shortens_long_words(page: Callable[..., Book]) -> None:
    book = page("Once. W" + "word " * 100)
    with pytest.raises(LedgerDoesNotBalance) as complaint:
        balance(book, changed(script_of(book), without(1)))
    assert str(complaint.value).startswith("tale.txt, line 1: 'Wword word")
    assert len(str(complaint.value)) < 250


def test_a_lost_or_doubled_chapter_is_noticed(book: Book) -> None:
    script = script_of(book)
    with pytest.raises(LedgerDoesNotBalance, match="'The Storm' is not spoken"):
        balance(book, replace(script, chapters=()))
    with pytest.raises(LedgerDoesNotBalance, match="in no chapter of the book"):
        balance(book, replace(script, chapters=script.chapters * 2))


def test_a_chapter_script_without_lines_is_no_stumbling_block(book: Book) -> None:
    script = script_of(book)
    empty = ChapterScript("", Path("elsewhere.txt"), ())
    assert balance(book, replace(script, chapters=(*script.chapters, empty)))


def test_a_title_may_be_announced_once_and_in_its_own_words(page: Callable[..., Book]) -> None:
    book = page("It rained.", title="The Storm")
    script = script_of(book)
    assert balance(book, script)
    for change in (twice(0), edited(0, text="The Calm")):
        with pytest.raises(LedgerDoesNotBalance, match="is announced, but is not in the text"):
            balance(book, changed(script, change))
    titled = replace(book, chapters=(replace(book.chapters[0], titled_in_text=True),))
    with pytest.raises(LedgerDoesNotBalance, match="is announced, but is not in the text"):
        balance(titled, script)


def chapter_of(text: str, blocks: tuple[Block, ...], omissions: tuple[Omission, ...]) -> Book:
    chapter = Chapter("", Source(Path("tale.txt"), text), 0, len(text), blocks, omissions)
    return Book(Metadata(title="Tale"), (chapter,))


def prose(*pieces: Piece) -> tuple[Block, ...]:
    return (Block(BlockKind.PROSE, pieces),)


@pytest.mark.parametrize(
    ("text", "pieces", "omissions", "complaint"),
    [
        ("It rained.", (Piece("It ", 0, 3),), (), "'rained.' is neither read nor left out"),
        ("It rained.", (Piece("rained.", 3, 10),), (), "'It' is neither read nor left out"),
        ("It rained.", (Piece("It rained.", 0, 10),), (Omission(0, 3, Reason.MARKUP),), "'It' is read twice"),
        ("It rained.", (Piece("It rained.", 0, 10), Piece("It", 0, 2)), (), "is read twice or out of order"),
        ("It rained.", (Piece("rained.", 3, 10), Piece("It ", 0, 3)), (), "is read twice or out of order"),
        ("It rained.", (Piece("It snowed.", 0, 10),), (), "'It rained.' is read as 'It snowed.'"),
        (
            "It rained.",
            (Piece("It", 0, 2),),
            (Omission(2, 10, Reason.SPACE),),
            "'rained.' is left out as white space",
        ),
        (
            "It 5",
            (Piece("It", 0, 2),),
            (Omission(2, 4, Reason.SCENE_BREAK),),
            "'5' is left out as scene break",
        ),
        (
            "It no",
            (Piece("It", 0, 2),),
            (Omission(2, 5, Reason.UNSPEAKABLE),),
            "'no' is left out as nothing to say",
        ),
    ],
)
def test_a_reader_that_loses_words_is_found_out(
    text: str, pieces: tuple[Piece, ...], omissions: tuple[Omission, ...], complaint: str
) -> None:
    book = chapter_of(text, prose(*pieces), omissions)
    with pytest.raises(LedgerDoesNotBalance, match=complaint):
        balance(book, script_of(book))


def test_entities_and_joined_lines_are_no_loss() -> None:
    text = "Tom &amp; Huck\n> swam &hellip;"
    pieces = (
        Piece("Tom ", 0, 4),
        Piece("&", 4, 9),
        Piece(" Huck", 9, 14),
        Piece(" ", 14, 17),
        Piece("swam ", 17, 22),
        Piece("…", 22, 30),
    )
    book = chapter_of(text, prose(*pieces), ())
    (account,) = balance(book, script_of(book))
    assert fates(account, text) == [
        ("Tom ", "spoken", ""),
        ("&amp;", "spoken as", "and"),
        (" Huck", "spoken", ""),
        ("\n> ", "left out", "markup"),
        ("swam ", "spoken", ""),
        ("&hellip;", "spoken as", "…"),
    ]


def test_several_chapters_of_several_sources_are_told_apart(page: Callable[..., Book]) -> None:
    source = Source(Path("a.txt"), "One. Two. One.")
    parts = [(0, 5), (5, 10), (10, 14)]
    chapters = tuple(
        Chapter(
            "Same",
            source,
            start,
            end,
            prose(Piece(source.text[start : start + 4], start, start + 4)),
            (Omission(start + 4, end, Reason.SPACE),) if end > start + 4 else (),
        )
        for start, end in parts
    )
    book = replace(page("Three.", name="b.txt"), chapters=(*chapters, *page("Three.", name="b.txt").chapters))
    script = script_of(book)
    assert [(account.source.name, account.entries[-1].end) for account in balance(book, script)] == [
        ("a.txt", 14),
        ("b.txt", 6),
    ]
    with pytest.raises(LedgerDoesNotBalance, match=r"a.txt, line 1: 'Two\.' is neither read nor left out"):
        balance(replace(book, chapters=(chapters[0], *chapters[2:])), script)
    one, two, *others = script.chapters
    with pytest.raises(LedgerDoesNotBalance):
        balance(book, replace(script, chapters=(two, one, *others)))


def test_a_skipped_chapter_is_left_out_under_its_reason(book: Book) -> None:
    chapter = replace(book.chapters[0], blocks=(), omissions=(Omission(0, len(TALE), Reason.SKIPPED),))
    (account,) = balance(replace(book, chapters=(chapter,)), Script(book.metadata, ()))
    assert account.entries == (Entry(0, len(TALE), Fate.LEFT_OUT, Reason.SKIPPED),)


@given(data=st.data())
def test_any_one_character_changed_in_any_line_is_noticed(
    page: Callable[..., Book], data: st.DataObject
) -> None:
    book = page(TALE, titled=True)
    script = script_of(book)
    at = data.draw(st.integers(0, len(script.chapters[0].lines) - 1))
    text = script.chapters[0].lines[at].text
    place = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.characters() | st.just(""))
    wrong = text[:place] + sign + text[place + 1 :]
    if wrong != text:
        with pytest.raises(LedgerDoesNotBalance):
            balance(book, changed(script, edited(at, text=wrong, rewrites=())))


def test_a_novel_is_accounted_for_in_a_moment(page: Callable[..., Book]) -> None:
    book = page(
        "\n\n".join(["It rained all day.\nNobody came, not even “Ann”. She slept—so I heard."] * 2_000)
    )
    script = script_of(book)
    began = time.process_time()
    balance(book, script)
    assert time.process_time() - began < 1
