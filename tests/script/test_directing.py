"""Directions cut lines, keep words together, and tell how they are said."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import BookTable, Config, PausesTable, VoicesTable
from narrate.model.direction import Direction, Kind
from narrate.model.metadata import Metadata
from narrate.model.script import ChapterScript, Emphasis
from narrate.model.story import Block, BlockKind, Book, Chapter, Omission, Piece, Reason, Source
from narrate.script.ledger import balance
from narrate.script.write import write_script

CONFIG = Config(voices=VoicesTable(narrator="nell", dialogue="tom"))


def directed(text: str, *directions: tuple[Kind, str, str], kind: BlockKind = BlockKind.PROSE) -> Block:
    """Make a block of a text, each direction about the words that it names; `|` is where a break stands."""
    bare = text.replace("|", "")
    breaks = (at - text[:at].count("|") for at, sign in enumerate(text) if sign == "|")
    found = [Direction(Kind.BREAK, at, at, "medium", milliseconds=1000) for at in breaks]
    for what, words, value in directions:
        found.append(Direction(what, bare.index(words), bare.index(words) + len(words), value))
    return Block(kind, (Piece(bare, 0, len(bare)),), directions=tuple(found))


def book_of(*blocks: Block) -> Book:
    texts, placed, at = list[str](), list[Block](), 0
    for block in blocks:
        placed.append(replace(block, pieces=(Piece(block.text, at, at + len(block.text)),)))
        texts.append(block.text + "\n")
        at += len(texts[-1])
    source = Source(Path("a.txt"), "".join(texts))
    omissions = (Omission(block.pieces[0].end, block.pieces[0].end + 1, Reason.SPACE) for block in placed)
    chapter = Chapter("", source, 0, at, tuple(placed), tuple(omissions), titled_in_text=True)
    return Book(Metadata(title="A", language="en-GB"), (chapter,))


def scripted(*blocks: Block, config: Config = CONFIG, longest: int | None = None) -> ChapterScript:
    book = book_of(*blocks)
    script = write_script(book, config, {"nell": longest, "tom": longest})
    balance(book, script)
    return script.chapters[0]


def lines(*blocks: Block, config: Config = CONFIG) -> list[tuple[str, str, int]]:
    return [(line.voice, line.text, line.silence) for line in scripted(*blocks, config=config).lines]


def test_a_break_ends_the_line_inside_a_sentence() -> None:
    assert lines(directed("He went | home. Late.")) == [
        ("nell", "He went", 1000),
        ("nell", "home.", 350),
        ("nell", "Late.", 2000),
    ]


@pytest.mark.parametrize("text", ["One.| Two.", "One. |Two.", "One|. Two.", "One. “|Two.”", "(One|.) Two."])
def test_a_break_beside_a_word_is_between_the_sentences(text: str) -> None:
    assert [silence for _, _, silence in lines(directed(text))] == [1000, 2000]


def test_a_break_may_part_a_word() -> None:
    assert [text for _, text, _ in lines(directed("Un|believable."))] == ["Un", "believable."]


def test_breaks_in_one_place_add_up() -> None:
    assert [silence for _, _, silence in lines(directed("One.|| Two."))] == [2000, 2000]


def test_a_break_at_the_beginning_is_the_silence_before_it() -> None:
    assert scripted(directed("|One.")).head == 1000
    assert scripted(directed("One.")).head == PausesTable().head


def test_a_break_at_the_beginning_follows_an_announced_title() -> None:
    book = book_of(directed("|One."))
    chapter = replace(book.chapters[0], title="The Box", titled_in_text=False)
    (script,) = write_script(replace(book, chapters=(chapter,)), CONFIG, {}).chapters
    assert [(line.text, line.silence) for line in script.lines] == [("The Box", 1000), ("One.", 2000)]
    assert script.head == PausesTable().head


def rest(strength: str, milliseconds: int | None = None) -> Block:
    block = directed("One. Two.")
    return replace(block, directions=(Direction(Kind.BREAK, 4, 4, strength, milliseconds=milliseconds),))


@pytest.mark.parametrize(
    ("strength", "silence"),
    [("x-weak", 350), ("weak", 350), ("medium", 350), ("strong", 700), ("x-strong", 1800)],
)
def test_a_strength_lengthens_a_pause_to_one_of_the_configured(strength: str, silence: int) -> None:
    assert lines(rest(strength))[0][2] == silence


@pytest.mark.parametrize("milliseconds", [0, 200, 5000])
def test_a_time_takes_the_place_of_a_pause(milliseconds: int) -> None:
    assert lines(rest("medium", milliseconds))[0][2] == milliseconds


def test_a_sub_is_said_in_place_of_its_words_and_never_cut() -> None:
    block = directed("Here Dr. A. B. Smith. Esq. came.", (Kind.SUB, "Dr. A. B. Smith. Esq.", "the doctor"))
    assert [line.spoken for line in scripted(block).lines] == ["Here the doctor came."]
    assert [line.spoken for line in scripted(block, longest=12).lines] == ["Here", "the doctor", "came."]


def test_a_sub_over_the_end_of_a_sentence_joins_two() -> None:
    assert len(lines(directed("He left. She came. So.", (Kind.SUB, "left. She", "left and she")))) == 2


def test_a_sub_gives_words_to_what_has_none() -> None:
    (line,) = scripted(directed("♥", (Kind.SUB, "♥", "heart"))).lines
    assert (line.text, line.spoken) == ("♥", "heart")


def test_a_sub_goes_before_all_rules() -> None:
    config = CONFIG.model_copy(update={"pronounce": {"Dr": "doctor"}})
    (line,) = scripted(directed("On 5 May Dr Roe", (Kind.SUB, "5", "day five of")), config=config).lines
    assert line.spoken == "On day five of May doctor Roe"


def test_sounds_take_along_what_hangs_on_their_word() -> None:
    (line,) = scripted(directed("Siobhan’s cat.", (Kind.PHONEME, "Siobhan", "ʃɪˈvɔːn"))).lines
    assert (line.said, line.spoken) == ("/ʃɪˈvɔːnz/ cat.", "Siobhan’s cat.")


def test_without_sounds_the_usual_words_are_said() -> None:
    (line,) = scripted(directed("St. Ives.", (Kind.PHONEME, "St. Ives", "snt ˈaɪvz"))).lines
    assert line.spoken == "Saint Ives."


def test_a_directed_voice_says_its_words_and_no_more() -> None:
    block = directed("“So, he,” said Ann. “Go.”", (Kind.VOICE, "he,” said Ann. “Go", "bob"))
    assert lines(block) == [
        ("tom", "“So,", 150),
        ("bob", "he,”", 150),
        ("bob", "said Ann.", 350),
        ("bob", "“Go.”", 2000),
    ]


def test_the_inner_of_two_voices_speaks() -> None:
    block = directed("One two three.", (Kind.VOICE, "One two three.", "bob"), (Kind.VOICE, "two", "ann"))
    assert [voice for voice, _, _ in lines(block)] == ["bob", "ann", "bob"]


def test_emphases_are_counted_in_their_lines() -> None:
    block = directed(
        "One two. Three four.", (Kind.EMPHASIS, "two. Three", "strong"), (Kind.EMPHASIS, "Three", "none")
    )
    assert [line.emphases for line in scripted(block).lines] == [
        (Emphasis(4, 8, "strong"),),
        (Emphasis(0, 5, "none"),),
    ]


def test_lines_of_verse_are_cut_too() -> None:
    verse = directed("O | sea,\nO sky", kind=BlockKind.VERSE)
    assert [(text, silence) for _, text, silence in lines(verse)] == [
        ("O", 1000),
        ("sea,", 300),
        ("O sky", 2000),
    ]


@given(st.text("ab “”.!—\n☺1", max_size=40), st.lists(st.tuples(*[st.integers(0, 40)] * 2), max_size=6))
def test_whatever_is_directed_the_ledger_balances(text: str, spans: list[tuple[int, int]]) -> None:
    text = f"so {text.strip()} end"
    kinds = chain.from_iterable([(Kind.SUB, Kind.EMPHASIS, Kind.VOICE, Kind.BREAK)] * 2)
    directions = list[Direction]()
    for kind, (one, two) in zip(kinds, spans, strict=False):
        start, end = min(one, two, len(text)), min(max(one, two), len(text))
        if kind is Kind.BREAK:
            end = start
        elif not text[start:end].strip():
            continue
        if not any(each.kind is Kind.SUB and each.start < end and start < each.end for each in directions):
            directions.append(Direction(kind, start, end, "weak"))
    ordered = tuple(sorted(directions, key=lambda each: (each.start, -each.end)))
    block = Block(BlockKind.PROSE, (Piece(text, 0, len(text)),), directions=ordered)
    scripted(block, config=Config(book=BookTable(announce=False)))
