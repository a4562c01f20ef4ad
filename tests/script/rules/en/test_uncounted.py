from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("so many tons per sq. ft. of floor", "so many tons per square foot of floor"),
        ("a sq. mile of sand", "a square mile of sand"),
        ("eggs by the doz. today", "eggs by the dozen today"),
        ("a few lbs. of flour", "a few pounds of flour"),
        ("it took several hrs. or mins. to dry", "it took several hours or minutes to dry"),
    ],
)
def test_units_that_words_count_or_none(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("He said oz. and I laughed", "He said oz. and I laughed"),
        ("the ft. was gone", "the ft. was gone"),
    ],
)
def test_what_is_no_unit(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
