from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import BookTable, Config, PausesTable, VoicesTable
from narrate.errors import NothingToSay
from narrate.model.ledger import Fate
from narrate.model.metadata import Metadata
from narrate.model.script import Line, Role, Script
from narrate.model.story import Book
from narrate.script.ledger import balance
from narrate.script.write import write_script

PAUSES = PausesTable(
    sentence=1, paragraph=2, dialogue=3, voice=4, clause=5, verse=6, scene=7, heading=8, head=9, tail=10
)
CONFIG = Config(voices=VoicesTable(narrator="nell"), pauses=PAUSES)
CAST = Config(voices=VoicesTable(narrator="nell", headings="hugh", dialogue="dora"), pauses=PAUSES)

TALE = """# The Storm

It rained. Nobody came
to the house.

"Who is there?" asked Ann.

"I," said Kit.

* * *

> The owl flew
> by night

Morning came.
"""


def lines(book: Book, config: Config = CONFIG, limit: int | None = None) -> Sequence[Line]:
    script = write_script(book, config, dict.fromkeys(("nell", "hugh", "dora"), limit))
    return script.chapters[0].lines


def test_a_chapter_is_said_in_order_with_the_silence_that_each_end_asks_for(
    page: Callable[..., Book],
) -> None:
    said = [(line.text, line.role, line.silence, line.paragraph) for line in lines(page(TALE, titled=True))]
    assert said == [
        ("The Storm", Role.HEADING, 8, 0),
        ("It rained.", Role.NARRATOR, 1, 1),
        ("Nobody came to the house.", Role.NARRATOR, 2, 1),
        ('"Who is there?" asked Ann.', Role.NARRATOR, 3, 2),
        ('"I," said Kit.', Role.NARRATOR, 7, 3),
        ("The owl flew", Role.NARRATOR, 6, 4),
        ("by night", Role.NARRATOR, 2, 4),
        ("Morning came.", Role.NARRATOR, 10, 5),
    ]


def test_lines_point_at_their_place_in_the_source(page: Callable[..., Book]) -> None:
    for line in lines(page(TALE, titled=True), CAST):
        assert " ".join(TALE[line.start : line.end].split()) == line.text


def test_the_head_of_a_chapter_is_silent_for_as_long_as_configured(page: Callable[..., Book]) -> None:
    assert write_script(page(TALE), CONFIG, {"nell": None}).chapters[0].head == 9


def test_the_voice_changes_inside_a_sentence_after_a_silence_of_its_own(page: Callable[..., Book]) -> None:
    said = [
        (line.text, line.voice, line.silence)
        for line in lines(page('"Who is there?" asked Ann. Rain.'), CAST)
    ]
    assert said == [('"Who is there?"', "dora", 4), ("asked Ann.", "nell", 1), ("Rain.", "nell", 10)]


def test_a_chapters_own_voice_reads_it(page: Callable[..., Book]) -> None:
    assert {line.voice for line in lines(page("# One\n\nIt rained.", voice="carl"))} == {"carl"}


def test_a_title_that_the_text_does_not_give_is_announced_by_the_voice_of_headings(
    page: Callable[..., Book],
) -> None:
    first = lines(page("\nIt rained.", title=" The Storm "), CAST)[0]
    assert (first.text, first.role, first.voice, first.silence) == ("The Storm", Role.HEADING, "hugh", 8)
    assert (first.start, first.end, first.paragraph) == (0, 0, 0)


@pytest.mark.parametrize("title", ["", "…", "***"])
def test_a_title_without_a_word_is_not_announced(page: Callable[..., Book], title: str) -> None:
    assert [line.text for line in lines(page("It rained.", title=title))] == ["It rained."]


def test_a_title_in_the_text_or_one_not_asked_for_is_not_announced(page: Callable[..., Book]) -> None:
    quiet = CONFIG.model_copy(update={"book": BookTable(announce=False)})
    assert len(lines(page("It rained.", title="The Storm"), quiet)) == 1
    assert len(lines(page("It rained.", title="The Storm", titled=True))) == 1


def test_a_sentence_longer_than_its_engine_takes_is_cut_with_a_short_silence(
    page: Callable[..., Book],
) -> None:
    text = "When the tide went out, the boats lay on the sand; nobody was there to see them."
    said = [(line.text, line.silence) for line in lines(page(text), limit=60)]
    assert said == [
        ("When the tide went out, the boats lay on the sand;", 5),
        ("nobody was there to see them.", 10),
    ]


def test_a_respelling_that_makes_a_line_too_long_is_reckoned_with(page: Callable[..., Book]) -> None:
    config = CONFIG.model_copy(update={"pronounce": {"ann": "a very long respelling"}})
    said = lines(page("Ann and Ann and Ann and Ann"), config, 70)
    assert [line.text for line in said] == ["Ann and Ann", "and Ann and Ann"]
    assert all(len(line.spoken) <= 70 for line in said)


def test_each_voice_has_its_own_limit(page: Callable[..., Book]) -> None:
    book = page('"The boats lay there on the sand," said the old man by the door.')
    script = write_script(book, CAST, {"nell": 20, "dora": None})
    assert [line.text for line in script.chapters[0].lines] == [
        '"The boats lay there on the sand,"',
        "said the old man",
        "by the door.",
    ]


def test_what_has_no_word_in_it_is_no_line(page: Callable[..., Book]) -> None:
    assert [line.text for line in lines(page("“…”\n\n🙂 🙂\n\nIt rained. — !"))] == ["It rained. — !"]


def test_a_chapter_with_nothing_to_say_is_passed_over_with_its_title(page: Callable[..., Book]) -> None:
    full, *empty = (
        page(text, title=name, name=name).chapters[0]
        for name, text in [("One", "It rained."), ("Two", "…"), ("Three", "")]
    )
    book = replace(page(""), chapters=(empty[0], full, empty[1]))
    script = write_script(book, CONFIG, {"nell": None})
    assert [chapter.title for chapter in script.chapters] == ["One"]
    balance(book, script)


@pytest.mark.parametrize("text", ["", " \n", "* * *", "…\n\n🙂"])
def test_a_book_without_a_word_is_refused(page: Callable[..., Book], text: str) -> None:
    with pytest.raises(NothingToSay, match="'Tale'"):
        write_script(page(text, title="The Storm"), CONFIG, {"nell": None})


def test_a_book_without_a_word_or_a_title_is_named_by_its_file(page: Callable[..., Book]) -> None:
    with pytest.raises(NothingToSay, match=r"'tale\.txt'"):
        write_script(replace(page("…"), metadata=Metadata()), CONFIG, {"nell": None})


PARAGRAPHS = st.lists(
    st.text(
        st.sampled_from("abI.,!?\"“”‘’' —-…*\u00ad5🙂é\n")
        | st.characters(categories=["L", "N", "P", "S", "Zs"])
    )
)


def _wordless(script: Script) -> list[Line]:
    return [
        line
        for chapter in script.chapters
        for line in chapter.lines
        if not any(map(str.isalnum, line.spoken))
    ]


@given(paragraphs=PARAGRAPHS, config=st.sampled_from([CONFIG, CAST]), limit=st.none() | st.integers(1, 40))
def test_whatever_a_book_holds_is_accounted_for(
    page: Callable[..., Book], paragraphs: list[str], config: Config, limit: int | None
) -> None:
    book = page("Once. " + "\n\n".join(paragraphs))
    script = write_script(book, config, dict.fromkeys(("nell", "dora"), limit))
    source = book.chapters[0].source.text
    (account,) = balance(book, script)
    assert [entry.start for entry in account.entries] == [0, *(entry.end for entry in account.entries[:-1])]
    assert account.entries[-1].end == len(source)
    assert not _wordless(script)
    kept = "".join(
        source[entry.start : entry.end] for entry in account.entries if entry.fate is not Fate.LEFT_OUT
    )
    assert [sign for sign in kept if sign.isalnum()] == [sign for sign in source if sign.isalnum()]


@given(paragraphs=PARAGRAPHS, config=st.sampled_from([CONFIG, CAST]), limit=st.none() | st.integers(1, 40))
def test_lines_never_overlap(
    page: Callable[..., Book], paragraphs: list[str], config: Config, limit: int | None
) -> None:
    at = 0
    for line in lines(page("Once. " + "\n\n".join(paragraphs)), config, limit):
        assert at <= line.start < line.end
        at = line.end


def test_a_book_is_read_in_its_language(page: Callable[..., Book]) -> None:
    book = page("# IV\n\nMr. Ott saw 21 owls.", titled=True)
    english, german, other = (
        [line.spoken for line in lines(book, Config(voices=CONFIG.voices, book=BookTable(language=language)))]
        for language in ("en-GB", "de", "tlh")
    )
    assert english == ["four", "Mister Ott saw twenty-one owls."]
    assert german == ["IV", "Mr. Ott saw einundzwanzig owls."]
    assert other == ["IV", "Mr. Ott saw 21 owls."]


def test_a_single_letter_is_a_number_in_a_heading_only(page: Callable[..., Book]) -> None:
    said = [line.spoken for line in lines(page('# I\n\n"I."\n\nI. Ott, and I.', titled=True))]
    assert said[:2] == ["one", '"I."']
    assert "one" not in " ".join(said[2:])


def test_the_language_that_a_story_tells_goes_before_the_configured_one(page: Callable[..., Book]) -> None:
    book = replace(page("21 owls."), metadata=Metadata(language="fr"))
    assert [line.spoken for line in lines(book)] == ["vingt et un owls."]
