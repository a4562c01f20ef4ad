from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("a room 10' x 12' wide", "a room ten feet by twelve feet wide"),
        ("1½ in. of rain", "one and a half inches of rain"),
        ("9 ft. x 6 ft. 6 in. wide", "nine feet by six feet six inches wide"),
        ("a 9 in. gun", "a nine inch gun"),
        ("1/8 in. thick", "one eighth inch thick"),
        ("a 3x5 card, 8½ × 11 sheets", "a three by five card, eight and a half by eleven sheets"),
    ],
)
def test_feet_and_inches(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("an 80x86", "an eighty x eighty-six"),
        ("0x10", "zero x ten"),
    ],
)
def test_a_sign_within_a_name_is_no_product(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("a man 5ft 7in tall", "a man five feet seven inches tall"),
        ("a 30' mast broke", "a thirty foot mast broke"),
    ],
)
def test_feet_and_inches_without_a_stop(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
