from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("St. Anne's and Ste. Marie", "Saint Anne's and Sainte Marie"),
        ("7 Mill St., Rye", "seven Mill Street, Rye"),
        ("in Mill St. today", "in Mill Street today"),
        ("St. James St. today", "Saint James Street today"),
        ("9 Oak Dr., Rye", "nine Oak Drive, Rye"),
        ("5th Ave. at noon", "fifth Avenue at noon"),
        ("Mt. Hood, Ft. Knox", "Mount Hood, Fort Knox"),
        ("the 1st Guards", "the first Guards"),
    ],
)
def test_saints_and_streets(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Macon, Ga., in May", "Macon, Georgia, in May"),
        ("from Salem, Mass.", "from Salem, Massachusetts."),
        ("near Alton, Hants., in", "near Alton, Hampshire, in"),
        ("No, Miss. Not me.", "No, Miss. Not me."),
        ("ill, Me. And", "ill, Me. And"),
        ("Pt. Judith and W. 10th St. there", "Point Judith and West tenth Street there"),
    ],
)
def test_states_and_counties(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("9 Rose Gdns. and 4 Hill Cres. today", "nine Rose Gardens and four Hill Crescent today"),
        ("a farm in Co. Mayo", "a farm in County Mayo"),
        ("Rep. Orr (R-Tex.) spoke", "Representative Orr (R-Texas) spoke"),
    ],
)
def test_more_roads_and_counties(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("12 miles W. of Rye", "twelve miles west of Rye"),
        ("just NE of Ely", "just northeast of Ely"),
        ("in the Rue St.-Denis", "in the Rue Saint-Denis"),
        ("Ann S. of Ely", "Ann S. of Ely"),
    ],
)
def test_where_a_place_lies(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("in Minot, N. Dak., once", "in Minot, North Dakota, once"),
        ("Orr (D-W.Va.) spoke", "Orr (D-West Virginia) spoke"),
        ("Bath, co. Somerset, is", "Bath, County Somerset, is"),
    ],
)
def test_states_with_a_point_of_the_compass(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
