from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("He came in 1851 and left in 1907.", "He came in eighteen fifty-one and left in nineteen oh seven."),
        ("By 1700, or 2003, or 2015", "By seventeen hundred, or two thousand three, or twenty fifteen"),
        (
            "the war of 1866-7 or 1894–5",
            "the war of eighteen sixty-six to seven or eighteen ninety-four to five",
        ),
        ("from 1862 to 1865", "from eighteen sixty-two to eighteen sixty-five"),
        (
            "the winters of 1811-12 and 1700–1705",
            "the winters of eighteen eleven to twelve and seventeen hundred to seventeen oh five",
        ),
        ("in ’66, and the class of '07", "in sixty-six, and the class of oh seven"),
        (
            "In 480 Xerxes marched, and in 479, beaten, went.",
            "In four eighty Xerxes marched, and in four seventy-nine, beaten, went.",
        ),
        ("In 300 houses there was light.", "In three hundred houses there was light."),
    ],
)
def test_years_are_said_in_pairs(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("We had 1812 sheep", "We had one thousand eight hundred twelve sheep"),
        ("some 1620 barrels", "some one thousand six hundred twenty barrels"),
        ("the 1620 barrels", "the sixteen twenty barrels"),
    ],
)
def test_what_is_counted_is_no_year(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the 1840s", "the eighteen forties"),
        ("the 1900s", "the nineteen hundreds"),
        ("the '30s and 1810's", "the thirties and eighteen tens"),
        ("in her 60s", "in her sixties"),
        ("1950s-60s", "nineteen fifties to sixties"),
    ],
)
def test_decades_are_plural(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("in 31 B.C. it fell", "in thirty-one B.C it fell"),
        ("about 1750 B.C.", "about seventeen fifty B.C."),
        ("A.D. 64", "A.D sixty-four"),
        ("from 100 BC to AD 200", "from one hundred B.C to A.D two hundred"),
    ],
)
def test_eras(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("In the year 112,597 men", "In the year one hundred twelve thousand five hundred ninety-seven men"),
    ],
)
def test_a_comma_within_a_number_ends_no_year(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
