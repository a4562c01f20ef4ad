from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("There were 14 of us.", "There were fourteen of us."),
        ("12,345", "twelve thousand three hundred forty-five"),
        ("20 000 and 3\xa0500", "twenty thousand and three thousand five hundred"),
        ("2.75", "two point seven five"),
        ("0·5", "zero point five"),
        ("-3.5", "minus three point five"),
        ("agent 007", "agent zero zero seven"),
        ("3.10.2", "three point ten point two"),
    ],
)
def test_numbers(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the 1st, 2nd, 3rd, 11th and 100th", "the first, second, third, eleventh and one hundredth"),
        ("the 2d Infantry", "the second Infantry"),
        ("the 21th", "the twenty-one th"),
    ],
)
def test_ordinals(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("B12, R2D2 and Form 1040a", "B twelve, R two D two and Form one zero four zero a"),
        ("a V-2, COVID-19", "a V-two, COVID-nineteen"),
    ],
)
def test_names_of_letters_and_figures(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("it fell to -12", "it fell to minus twelve"),
        ("the 500s and two 707s", "the five hundreds and two seven oh sevens"),
        ("3x the work", "three times the work"),
        ("v2.0 and v2.0.1", "V two point zero and V two point zero point one"),
        ("Apollo 11's crew", "Apollo eleven's crew"),
    ],
)
def test_below_zero_and_more_than_one(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("won in 10.84s", "won in ten point eight four seconds"),
        ("some 2.6k people", "some two point six thousand people"),
        ("figs. 2a-2d", "figures two a to two d"),
    ],
)
def test_a_decimal_keeps_its_point_before_letters(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("an M5.9 quake", "an M five point nine quake"),
        ("some 120K of them", "some one hundred twenty K of them"),
        ("a 401k plan", "a four zero one k plan"),
        ("the FY2019 plan", "the F.Y twenty nineteen plan"),
    ],
)
def test_letters_before_and_after_figures(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
