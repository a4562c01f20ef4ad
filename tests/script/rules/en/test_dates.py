from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("On April 9, 1865, it rained.", "On April ninth, eighteen sixty-five, it rained."),
        ("9 April 1865", "the ninth of April eighteen sixty-five"),
        ("on the 9th of April", "on the ninth of April"),
        ("the 9th April", "the ninth of April"),
        ("Aug. 2nd", "August second"),
        ("12 Sept.", "the twelfth of September."),
        ("in Dec. last", "in December last"),
        ("Oct. 1871", "October eighteen seventy-one"),
        ("Tues., June 3-5", "Tuesday, June third to fifth"),
    ],
)
def test_days_of_a_month(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("You may go five ask, and march on.", "You may go five ask, and march on."),
        ("Jan came, and Mar and Dec went.", "Jan came, and Mar and Dec went."),
        ("She sat. Sun. Fri.", "She sat. Sun. Fri."),
    ],
)
def test_words_that_only_look_like_months(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("2/3/1901", "February third, nineteen oh one"),
        ("23/4/1616", "April twenty-third, sixteen sixteen"),
        ("1969-07-20", "July twentieth, nineteen sixty-nine"),
        ("45/46/1999", "forty-five/forty-six/one thousand nine hundred ninety-nine"),
    ],
)
def test_dates_in_figures(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("4 July, 6 p.m. today", "the fourth of July, six P.M today"),
    ],
)
def test_an_hour_after_a_month_is_no_day(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("12-Jan-2021", "the twelfth of January, twenty twenty-one"),
        ("on 8/1/01", "on August first, oh one"),
    ],
)
def test_months_between_dashes(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("It closed on Thurs. at last", "It closed on Thursday at last"),
        ("written Mon. evening", "written Monday evening"),
        ("The sun. The sea", "The sun. The sea"),
    ],
)
def test_a_shortened_day_of_the_week_in_a_phrase(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("It was a Fri. in spring", "It was a Friday in spring"),
    ],
)
def test_any_day_of_a_name(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("that Oct. evening", "that October evening"),
    ],
)
def test_a_month_before_its_evening(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
