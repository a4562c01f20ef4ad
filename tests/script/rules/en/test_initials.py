from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("J. R. Ott and A. B. C. Lee", "J.R Ott and A.B.C Lee"),
        ("Ann P. Ott", "Ann P Ott"),
        ("the U.S. Navy", "the U.S Navy"),
        ("the U.S.", "the U.S."),
        ("W. & R. Ott", "W and R Ott"),
        ("H.M.S. Terror", "H.M.S Terror"),
    ],
)
def test_initials_run_together(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the BBC and a TV", "the B.B.C and a T.V"),
        ("the FBI, not NASA", "the F.B.I, not NASA"),
        ("He said STOP and SHH.", "He said STOP and SHH."),
        ("THE BBC", "THE BBC"),
    ],
)
def test_acronyms(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
