from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("No. 9 and Nos. 2-4", "Number nine and Numbers two to four"),
        ("see p. 4, pp. 6-8", "see page four, pages six to eight"),
        ("Vol. IV, ch. 2, fig. 3", "Volume four, chapter two, figure three"),
        ("c. 1350", "circa thirteen fifty"),
        ("Ott, l. 3, c. 4", "Ott, line three, chapter four"),
    ],
)
def test_references(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("tea, etc., and", "tea, et cetera, and"),
        ("tea, &c.", "tea, et cetera."),
        ("cats vs. dogs", "cats versus dogs"),
        ("the 3rd inst. we", "the third instant we"),
        ("Ott & Co. of Rye", "Ott and Company of Rye"),
        ("Ott Bros., Ltd., of Rye", "Ott Brothers, Limited, of Rye"),
    ],
)
def test_usual_words(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("No. I will not.", "No. I will not."),
        ("No, no.", "No, no."),
        ("e.g. this, i.e. that", "e.g. this, i.e. that"),
        ("the chap I met, what a chill", "the chap I met, what a chill"),
        ("p and q", "p and q"),
    ],
)
def test_what_stays(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("serial no. C2766", "serial number C two seven six six"),
        ("a Mk. IV and a Mk 3", "a Mark four and a Mark three"),
        ("at 6 per cent. interest", "at six per cent interest"),
        ("a V.I.P. of section C.1", "a V.I.P of section C.one"),
    ],
)
def test_numbers_behind_letters(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the 5th Div. and the 2nd Regt. moved", "the fifth Division and the second Regiment moved"),
        ("less 3 bns. of foot", "less three battalions of foot"),
        ("Only 2 Inf. came", "Only two Inf. came"),
    ],
)
def test_parts_of_an_army(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("at Exeter Coll., once", "at Exeter College, once"),
        ("the Leeds Soc. met", "the Leeds Society met"),
        ("abt. 30 by Xmas", "about thirty by Christmas"),
        ("2 tons p. day", "two tons per day"),
        ("of the 11th cent. or so", "of the eleventh century or so"),
    ],
)
def test_schools_firms_and_what_is_counted_by_one(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
