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


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("c/o Ott, w/o hats", "care of Ott, without hats"),
        ("10^6 and x²", "ten to the sixth and x squared"),
        ("9 ÷ 3 = 3", "nine divided by three equals three"),
        ("20 ± 3", "twenty plus or minus three"),
        ("9 - 3 = 6", "nine minus three equals six"),
    ],
)
def test_strokes_powers_and_sums(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the file notes_2.txt", "the file notes underscore two dot txt"),
        ("write to @ann_ott", "write to at ann underscore ott"),
    ],
)
def test_files_and_handles(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("[+3 Luck, +10 Wit]", "[plus three Luck, plus ten Wit]"),
        ("Rank 2 -> Rank 3", "Rank two to Rank three"),
    ],
)
def test_points_that_a_game_gives(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("He got a B- in art", "He got a B minus in art"),
        ("plan B-side, a C-note", "plan B-side, a C-note"),
    ],
)
def test_marks_of_a_school(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
