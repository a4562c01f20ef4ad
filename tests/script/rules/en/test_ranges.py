from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ages 6-9, 10–12", "ages six to nine, ten to twelve"),
        ("won 4-2", "won four to two"),
        ("1,000-1,500", "one thousand to one thousand five hundred"),
        ("file 5231-0", "file five thousand two hundred thirty-one-zero"),
        ("odds of 5:1", "odds of five to one"),
        ("Psalms 104:5", "Psalms one hundred four, five"),
    ],
)
def test_ranges_and_scores(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("555-0199", "five five five, zero one nine nine"),
        ("(212) 555-0123", "two one two, five five five, zero one two three"),
        ("+44 20 7946 0000", "plus four four, two zero, seven nine four six, zero zero zero zero"),
    ],
)
def test_telephone_numbers(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("in 1:58.96", "in one fifty-eight point nine six"),
        ("at 1:25,000", "at one to twenty-five thousand"),
        ("20-20 sight, a 50-50 share", "twenty twenty sight, a fifty fifty share"),
    ],
)
def test_laps_scales_and_shares(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("phone RI 8-9711", "phone R I eight, nine seven one one"),
    ],
)
def test_an_exchange_is_called_by_letters_only_where_a_telephone_is(
    say: Say, printed: str, said: str
) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("mixed 1:3:6", "mixed one to three to six"),
    ],
)
def test_a_mixture_of_more_than_two_parts(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
