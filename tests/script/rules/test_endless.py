import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import SpeechTable
from narrate.config.voices import catalogue
from narrate.model.script import Line, Role
from narrate.script.rules import rewrite
from narrate.speak.company import Company


def spoken(text: str) -> str:
    return Line(text, Role.NARRATOR, "nell", rewrites=rewrite(text)).spoken


@given(st.text(alphabet="0123456789", min_size=26, max_size=300))
def test_every_digit_of_a_number_without_end_is_said(number: str) -> None:
    assert spoken(number).split() == list(number)


@given(st.text(alphabet="abcdefgh", min_size=101, max_size=900))
def test_every_letter_of_a_word_without_end_is_said(word: str) -> None:
    assert spoken(word).replace(" ", "") == word
    assert max(map(len, spoken(word).split())) <= 100


@pytest.mark.parametrize(
    "text", ["a" * 100, "1234567890123456789012345", "In 1914 he had 1,000,000 of them."]
)
def test_what_an_engine_can_say_is_left_alone(text: str) -> None:
    assert spoken(text) == text


@pytest.mark.parametrize(("short", "long"), [("7" * 60, "7" * 90), ("ba" * 90, "ba" * 120)])
def test_more_is_heard_to_be_more(short: str, long: str) -> None:
    """Without the rule both would sound the same, for the engine stops in the middle."""
    eleanor = catalogue(None)["eleanor"]
    with Company(SpeechTable()) as company:
        lengths = [company.speak(spoken(text), eleanor).frames for text in (short, long)]
    assert lengths[1] > 1.2 * lengths[0]
