from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("1/2 an apple", "half an apple"),
        ("3/4 of it", "three quarters of it"),
        ("2⅓ cups", "two and a third cups"),
        ("5 1/2 miles", "five and a half miles"),
        ("¼", "one quarter"),
        ("7/8", "seven eighths"),
        ("two-thirds", "two-thirds"),
        ("9/11 and 24/7", "nine eleven and twenty-four seven"),
    ],
)
def test_fractions(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("10/10 and 0/5", "ten out of ten and zero out of five"),
        ("1 ½ hours", "one and a half hours"),
        ("act 1994/22", "act nineteen ninety-four twenty-two"),
    ],
)
def test_marks_and_years_by_a_stroke(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("a pressure of 130/85", "a pressure of one hundred thirty over eighty-five"),
        ("Mana: 90/120", "Mana: ninety out of one hundred twenty"),
        ("the 1919/20 season", "the nineteen nineteen to twenty season"),
    ],
)
def test_large_figures_with_a_stroke_are_no_parts(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("at ½ past 7", "at half past seven"),
        ("it was ¼ to 9", "it was a quarter to nine"),
        ("¼ to be sold", "one quarter to be sold"),
    ],
)
def test_quarters_of_the_clock(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
