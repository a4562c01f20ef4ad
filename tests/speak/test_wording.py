from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.script import Line, Rewrite, Role
from narrate.speak.wording import BEGIN, BETWEEN, END, lettered, worded
from narrate.testing.voices import TRIAL

ESPEAK = replace(TRIAL, engine="pyttsx3", engine_voice="")
TONE = replace(TRIAL, engine="tone", engine_voice="")
NINA = Rewrite(0, 4, "Neena", "pronounce", "ˈniːnə")


def line(text: str, *rewrites: Rewrite) -> Line:
    return Line(text, Role.NARRATOR, "v", rewrites=rewrites)


def test_an_engine_that_takes_sounds_is_given_them_beside_the_words() -> None:
    assert worded(line("Nina came.", NINA), ESPEAK) == f"{BEGIN}Neena{BETWEEN}n|'i:|n|@{END} came."


@pytest.mark.parametrize("voice", [TONE, replace(ESPEAK, language="fr")])
def test_where_sounds_are_not_taken_the_respelling_is_said(voice: object) -> None:
    assert worded(line("Nina came.", NINA), voice) == "Neena came."  # type: ignore[arg-type]


@given(st.text(), st.sampled_from([ESPEAK, TONE]))
def test_nothing_that_an_author_writes_is_taken_for_sounds(text: str, voice: object) -> None:
    odd = f"{text}{BEGIN}a{BETWEEN}b{END}{text}"
    said = worded(line(odd), voice)  # type: ignore[arg-type]
    assert not {BEGIN, BETWEEN, END} & set(said)
    respelt = worded(line(odd, Rewrite(0, len(odd), odd, "pronounce", "a")), ESPEAK)
    assert [respelt.count(mark) for mark in (BEGIN, BETWEEN, END)] == [1, 1, 1]


@given(st.text().filter(lambda text: not {BEGIN, BETWEEN, END} & set(text)))
def test_a_line_without_sounds_is_given_as_it_is_spoken(text: str) -> None:
    assert worded(line(text), ESPEAK) == lettered(text) == text
