"""English words for numbers."""

import re
from functools import cache

FIGURES = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])"
    r"|[0-9]{1,3}(?: 000)+(?![0-9])|[0-9]+)"
)
"""A whole number, its thousands apart or not."""
NUMBER = rf"{FIGURES}(?:[.·][0-9]+)?"
MOST = 33
"""Figures of the longest number that is said as one."""


@cache
def cardinal(number: int) -> str:
    """Count.

    >>> cardinal(365), cardinal(1200)
    ('three hundred and sixty-five', 'one thousand two hundred')
    """
    return _worded(number, "cardinal")


@cache
def ordinal(number: int) -> str:
    """Say which one it is in a row.

    >>> ordinal(21), ordinal(40)
    ('twenty-first', 'fortieth')
    """
    return _worded(number, "ordinal")


def _worded(number: int, kind: str) -> str:
    from num2words import num2words

    return str(num2words(number, lang="en", to=kind)).replace(",", "")


def year(number: int) -> str:
    """Say a year in pairs of figures, as clocks do.

    >>> [year(number) for number in (1984, 1906, 1900, 323)]
    ['nineteen eighty-four', 'nineteen oh six', 'nineteen hundred', 'three twenty-three']
    """
    hundreds, rest = divmod(number, 100)
    if number < 100 or number % 1000 < 10 or hundreds > 99:
        return cardinal(number)
    return f"{cardinal(hundreds)} {pair(rest) if rest else 'hundred'}"


def pair(number: int) -> str:
    """Say the last two figures of a year, or the minutes of an hour.

    >>> pair(5), pair(48)
    ('oh five', 'forty-eight')
    """
    return cardinal(number) if number > 9 else f"oh {cardinal(number)}"


def pairs(number: int) -> str:
    """Say a number by pairs of its figures, as that of a house, a flight or a make.

    >>> pairs(747), pairs(101), pairs(1026), pairs(500), pairs(12)
    ('seven forty-seven', 'one oh one', 'ten twenty-six', 'five hundred', 'twelve')
    """
    hundreds, rest = divmod(number, 100)
    if number < 100 or number % 1000 == 0:
        return cardinal(number)
    return f"{cardinal(hundreds)} {pair(rest) if rest else 'hundred'}"


def plural(word: str) -> str:
    """Say more than one of a number.

    >>> plural("nineteen sixty"), plural("six")
    ('nineteen sixties', 'sixes')
    """
    if word.endswith("y"):
        return word.removesuffix("y") + "ies"
    return word + ("es" if word.endswith("x") else "s")


def digits(figures: str) -> str:
    """Say figures one by one.

    >>> digits("007")
    'zero zero seven'
    """
    return " ".join(cardinal(int(figure)) for figure in figures)


def number(printed: str) -> str:
    """Say a number as printed, with thousands and decimals.

    >>> number("1,234"), number("2.50"), number("007")
    ('one thousand two hundred and thirty-four', 'two point five zero', 'zero zero seven')
    """
    whole, _, decimals = re.sub(r"[,\s]", "", printed).replace("·", ".").partition(".")
    single = len(whole) > MOST or (whole.startswith("0") and whole != "0")
    said = digits(whole) if single else cardinal(int(whole or "0"))
    return f"{said} point {digits(decimals)}" if decimals else said
