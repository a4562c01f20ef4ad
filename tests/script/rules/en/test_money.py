from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("It cost $3.", "It cost three dollars."),
        ("$1", "one dollar"),
        ("$2.25 each", "two dollars and twenty-five cents each"),
        ("$0.75", "seventy-five cents"),
        ("$4 million", "four million dollars"),
        ("£2.5m", "two point five million pounds"),
        ("£1,500", "one thousand five hundred pounds"),
        ("£3.20", "three pounds twenty"),
        ("£3.05", "three pounds and five pence"),
        ("$10-20", "ten to twenty dollars"),
        ("$1.50-$2.75", "one dollar and fifty cents to two dollars and seventy-five cents"),
        ("a $20 bill", "a twenty dollar bill"),
        ("US$8", "eight U.S dollars"),
        ("€2.40", "two euros and forty cents"),
        ("25¢, 10c, 5p", "twenty-five cents, ten cents, five pence"),
    ],
)
def test_sums(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("£4 12s. 3d. a year", "four pounds twelve shillings and threepence a year"),
        ("7s. 6d. a week", "seven shillings and sixpence a week"),
        ("for 9d. each", "for ninepence each"),
        ("1d.", "one penny."),
        ("2½d. more", "two and a half pence more"),
        ("3s. each", "three shillings each"),
        ("10/- a week", "ten shillings a week"),
        ("£1 0s. 0d. net", "one pound zero shillings and no pence net"),
    ],
)
def test_old_money(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("a $5 fine", "a five dollar fine"),
        ("a $3 million loss", "a three million dollar loss"),
        ("a $4-a-day man", "a four dollar-a-day man"),
        ("$5 a day", "five dollars a day"),
        ("a 3c stamp", "a three cent stamp"),
        ("a 50p coin", "a fifty pence coin"),
    ],
)
def test_a_sum_before_a_thing_is_an_adjective(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("-$40", "minus forty dollars"),
        ("of L1,000 and L150", "of one thousand pounds and one hundred fifty pounds"),
        ("€5,50", "five euros and fifty cents"),
        ("$2.5M", "two point five million dollars"),
        ("Rs. 40 and Rs 3 lakh", "forty rupees and three lakh rupees"),
        ("3l. 10s. a week", "three pounds ten shillings a week"),
        ("for 5 cts. a pound", "for five cents a pound"),
        ("1/4d. each", "a farthing each"),
        ("£5 7s. 6½d. for it", "five pounds seven shillings and six and a half pence for it"),
    ],
)
def test_other_ways_to_print_a_sum(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("on the 2d day", "on the second day"),
        ("on the 23d ult. he", "on the twenty-third ultimo he"),
        ("26 F. 2d 466", "twenty-six F. second four hundred sixty-six"),
    ],
)
def test_a_day_is_no_penny(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the $2.5bn deal", "the two point five billion dollar deal"),
        ("this $80 ticket", "this eighty dollar ticket"),
        ("the $80 he owed", "the eighty dollars he owed"),
    ],
)
def test_what_is_known_by_its_price(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("sold for 7/6 apiece", "sold for seven and six apiece"),
        ("it cost 4/3", "it cost four and three"),
        ("good for 3/3 of them", "good for three three of them"),
        ("paid 2/3 of it", "paid two thirds of it"),
    ],
)
def test_shillings_and_pence_with_a_stroke(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
