from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("John iii. 16 was read", "John three, sixteen was read"),
        ("1 Cor. 13:4-7", "First Corinthians thirteen, four to seven"),
        ("II Kings 2:11", "Second Kings two, eleven"),
        ("Matt. v. 9, 10 and Rom. 8:28", "Matthew five, nine, ten and Romans eight, twenty-eight"),
        ("Ps. cxix. is long", "Psalm one hundred nineteen is long"),
        ("See Ecclesiastes 3:1–8.", "See Ecclesiastes three, one to eight."),
        ("Job 1:6 and 2:1", "Job one, six and two, one"),
    ],
)
def test_chapter_and_verse(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Hamlet, III. ii. 56", "Hamlet, three, two, fifty-six"),
        ("(Lear, IV, vi, 100-4)", "(Lear, four, six, one hundred to four)"),
    ],
)
def test_act_and_scene(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("John 3, Mark 5", "John three, Mark five"),
        ("Acts 2 and 3", "Acts two and three"),
        ("Numbers 3, 4 and 5", "Numbers three, four and five"),
        ("I am ill. I. Ott", "I am ill. I. Ott"),
    ],
)
def test_people_and_things_are_no_books(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
