from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            "in lat. 51° 30′ N., long. 7° W.",
            "in latitude fifty-one degrees thirty minutes north, longitude seven degrees west.",
        ),
        ("40°26'46\" N", "forty degrees twenty-six minutes forty-six seconds north"),
        ("a heat of 40° in May", "a heat of forty degrees in May"),
    ],
)
def test_places_on_the_globe(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
