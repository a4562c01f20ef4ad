from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Room 101 of the hotel", "Room one oh one of the hotel"),
        ("two Boeing 747s and a Boeing 727", "two Boeing seven forty-sevens and a Boeing seven twenty-seven"),
        ("P.O. Box 1306", "P.O Box thirteen oh six"),
        ("at 605 Ash Street", "at six oh five Ash Street"),
        ("at 1214 N. Ash Ave. now", "at twelve fourteen North Ash Avenue now"),
        ("a .38 in his hand", "a thirty-eight in his hand"),
        ("at 221B Baker Street", "at two twenty-one B Baker Street"),
        ("Call 911!", "Call nine one one!"),
    ],
)
def test_a_name_in_figures_is_said_by_pairs(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Room 12", "Room twelve"),
        ("500 Ash Street", "five hundred Ash Street"),
        ("the .300 average", "the zero point three zero zero average"),
        ("a .25 per cent rise", "a zero point two five per cent rise"),
        ("He called 911 men.", "He called nine hundred eleven men."),
    ],
)
def test_what_is_only_counted(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("The .303 lay there", "The three oh three lay there"),
        ("a Boeing 747-400 rose", "a Boeing seven forty-seven four hundred rose"),
        ("the key of Rm. 207 hung", "the key of Room two oh seven hung"),
    ],
)
def test_models_rooms_and_guns_at_the_head_of_a_line(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
