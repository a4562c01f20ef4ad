from collections.abc import Callable

import pytest

from narrate.model.script import Line, Role
from narrate.script.rules import rewrite, rules

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Henry IV rode", "Henry the fourth rode"),
        ("Louis XV.'s clock", "Louis the fifteenth's clock"),
        ("Francis I. of France", "Francis the first of France"),
        ("Queen Anna I was late", "Queen Anna the first was late"),
        ("James I and VI", "James the first and sixth"),
        ("Pope Hilary II said", "Pope Hilary the second said"),
        ("GEORGE III", "GEORGE the third"),
        ("Ethelbald II., who", "Ethelbald the second, who"),
    ],
)
def test_kings_and_popes(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("CHAPTER X", "CHAPTER ten"),
        ("CHAPTER I", "CHAPTER one"),
        ("Act II, scene iv", "Act two, scene four"),
        ("vols. ii-iv", "volumes two to four"),
        ("Part I of it", "Part one of it"),
        ("World War I began", "World War one began"),
        ("Books I and II", "Books one and two"),
        ("XVII", "seventeen"),
        ("MDCCLXXVI", "seventeen seventy-six"),
        ("the XXth century", "the twentieth century"),
        ("Rocky III", "Rocky three"),
    ],
)
def test_chapters_and_wars(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("I went, and so did Charles I think.", "I went, and so did Charles I think."),
        ("It was I.", "It was I."),
        ("Not you? No I!", "Not you? No I!"),
        ("I.", "I."),
        ("To Henry I owe all.", "To Henry I owe all."),
        ("vitamin C, Paul D and section C", "vitamin C, Paul D and section C"),
        ("Mary C said so", "Mary C said so"),
        ("Malcolm X", "Malcolm X"),
        ("I. Orr", "I. Orr"),
        ("for my part I know", "for my part I know"),
        ("MIX and CIVIL", "MIX and CIVIL"),
        ("a mix of ill will", "a mix of ill will"),
        ("Part of mi casa", "Part of mi casa"),
    ],
)
def test_what_is_no_number(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


def test_a_single_letter_is_a_number_where_it_is_a_whole_heading() -> None:
    ordered = rules((), "en", heading=True)
    for printed, said in (
        ("I", "one"),
        ("V.", "five."),
        ("X. Home", "ten. Home"),
        ("I, Claudia", "I, Claudia"),
    ):
        line = Line(printed, Role.HEADING, "nell", rewrites=rewrite(printed, ordered))
        assert line.spoken == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Malcolm III fell", "Malcolm the third fell"),
        ("Henry VIIIth", "Henry the eighth"),
        ("Ann P. Roe II wrote", "Ann P Roe the second wrote"),
        ("Walter Roe III wrote", "Walter Roe the third wrote"),
        ("5 Will. IV., c. 8", "five William the fourth, chapter eight"),
        ("before WWII", "before World War two"),
        ("a World War II-era gun", "a World War two-era gun"),
        ("act 3 (XV) of it", "act three (fifteen) of it"),
        ("to wit: I., the Ox; II., the Ass", "to wit: one, the Ox; two, the Ass"),
        ("Vol. I. of it", "Volume one of it"),
        ("Mary I and Anne I", "Mary the first and Anne the first"),
    ],
)
def test_sons_and_numbers_in_a_row(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("an IV drip", "an IV drip"),
        ("I, and Part II. I, too", "I, and Part two. I, too"),
        ("P. V. Rao", "P.V Rao"),
        ("the Secretary of War I saw", "the Secretary of War I saw"),
    ],
)
def test_other_letters_that_are_no_number(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("cut MDCCCXLVI over the door", "cut eighteen forty-six over the door"),
        ("Plate XIVb shows it", "Plate fourteen B shows it"),
        ("Vols. I.-IV. are lost", "Volumes one to four are lost"),
    ],
)
def test_years_plates_and_rows_in_roman_figures(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
