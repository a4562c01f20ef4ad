from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Ott & Lee", "Ott and Lee"),
        ("R&B", "R and B"),
        ("#7 of #all", "number seven of hashtag all"),
        ("§5", " section five"),
        ("3 + 4 = 7", "three plus four equals seven"),
        ("60+ men", "sixty plus men"),
    ],
)
def test_signs(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("me@home.org", "me at home dot org"),
        ("https://www.home.org/a-b", "W.W.W dot home dot org slash a dash b"),
        ("home.com", "home dot com"),
        ("He went home.It rained.", "He went home.It rained."),
    ],
)
def test_addresses(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
