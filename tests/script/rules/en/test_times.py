from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("at 8:05", "at eight oh five"),
        ("at 9.40", "at nine forty"),
        ("the 7.15 train", "the seven fifteen train"),
        ("at 11:00", "at eleven o’clock"),
        ("at 19:00", "at nineteen hundred"),
        ("until 6 a.m. today", "until six A.M today"),
        ("by 10.30 P. M.", "by ten thirty P.M."),
        ("3-4 p.m. daily", "three to four P.M daily"),
        ("at 0630 hours", "at oh six thirty hours"),
        ("8.30 in the evening", "eight thirty in the evening"),
        ("10:20:01", "ten twenty and one second"),
    ],
)
def test_the_clock(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("at 3.25 per cent", "at three point two five per cent"),
        ("the 2.50 inches", "the two point five zero inches"),
        ("it was 8.30", "it was eight point three zero"),
    ],
)
def test_what_is_no_time(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("from 0400 hrs. on", "from oh four hundred hours on"),
    ],
)
def test_military_hours_are_also_shortened(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("The 7.42 was late", "The seven forty-two was late"),
        ("the 2.5 miles", "the two point five miles"),
    ],
)
def test_a_train_named_by_its_time(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
