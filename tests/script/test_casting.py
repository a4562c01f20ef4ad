from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import VoicesTable
from narrate.model.script import Role
from narrate.model.story import BlockKind, Chapter, Source
from narrate.model.words import speakable
from narrate.script.casting import Cast, cast, parts
from narrate.script.quotations import speech
from narrate.script.sentences import split

TWO = Cast("nell", "nell", "dora")
ONE = Cast("nell", "nell", "nell")


def chapter(voice: str | None = None) -> Chapter:
    return Chapter("", Source(Path("tale.txt"), ""), 0, 0, (), voice=voice)


def shares(text: str, company: Cast = TWO) -> list[tuple[str, Role]]:
    said = speech(text)
    divided = [part for span in split(text) for part in parts(text, span, said, BlockKind.PROSE, company)]
    return [(text[part.start : part.end], part.role) for part in divided]


def test_headings_and_dialogue_are_the_narrators_unless_cast() -> None:
    assert cast(VoicesTable(narrator="nell"), chapter()) == Cast("nell", "nell", "nell")
    assert cast(VoicesTable(narrator="nell", headings="hugh", dialogue="dora"), chapter()) == Cast(
        "nell", "hugh", "dora"
    )


def test_a_chapters_own_voice_takes_the_narrators_parts_and_no_others() -> None:
    assert cast(VoicesTable(narrator="nell"), chapter("carl")) == Cast("carl", "carl", "carl")
    assert cast(VoicesTable(narrator="nell", dialogue="dora"), chapter("carl")) == Cast(
        "carl", "carl", "dora"
    )


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_voice(role: Role) -> None:
    voices = {Role.NARRATOR: "nell", Role.HEADING: "hugh", Role.DIALOGUE: "dora"}
    assert Cast("nell", "hugh", "dora").voice(role) == voices[role]


def test_a_sentence_is_divided_where_the_voice_changes() -> None:
    assert shares('"If it rains," said Kit, "we stop."') == [
        ('"If it rains,"', Role.DIALOGUE),
        ("said Kit,", Role.NARRATOR),
        ('"we stop."', Role.DIALOGUE),
    ]


def test_a_sentence_stays_whole_where_one_voice_speaks_it_all() -> None:
    text = '"If it rains," said Kit, "we stop."'
    assert shares(text, ONE) == [(text, Role.NARRATOR)]
    assert shares('"We stop."', ONE) == [('"We stop."', Role.DIALOGUE)]


def test_marks_between_two_quotations_make_no_part_of_their_own() -> None:
    assert shares("“Yes,” — “no,” said Kit.") == [
        ("“Yes,” — “no,”", Role.DIALOGUE),
        ("said Kit.", Role.NARRATOR),
    ]
    assert shares("—“Yes,” said Kit.") == [("—“Yes,”", Role.DIALOGUE), ("said Kit.", Role.NARRATOR)]


def test_a_heading_is_never_divided() -> None:
    title = '"Yes," Said the Cat'
    found = parts(title, (0, len(title)), speech(title), BlockKind.HEADING, TWO)
    assert [(part.start, part.end, part.role) for part in found] == [(0, len(title), Role.HEADING)]


@given(st.text(st.sampled_from('aI .,!?"“”‘’ —')))
def test_no_word_is_lost_or_said_twice_when_a_sentence_is_divided(text: str) -> None:
    said = speech(text)
    for span in split(text):
        at = span[0]
        for part in parts(text, span, said, BlockKind.PROSE, TWO):
            assert not speakable(text[at : part.start])
            assert at <= part.start <= part.end
            at = part.end
        assert not speakable(text[at : span[1]])
