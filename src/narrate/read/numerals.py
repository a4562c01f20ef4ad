"""Numbers as headings write them: figures, Roman numerals and words."""

import re
from itertools import pairwise

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})", re.IGNORECASE)

_LONGEST = 4
"""Digits; what has more counts no chapters."""

ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last"

NUMBER = (
    rf"(?:\d{{1,4}}|[ivxlcdm]{{1,9}}|(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}|{ONES}|(?:the )?(?:{ORDINALS}))"
)
"""A pattern for any of them, to be matched without regard to case."""


def roman(text: str) -> int | None:
    """Return what a well-formed Roman numeral is worth.

    >>> roman("XIV"), roman("iiii"), roman("LIVID"), roman("")
    (14, 4, None, None)
    """
    if not _ROMAN.fullmatch(text):
        return None
    values = [_VALUES[letter] for letter in text.upper()]
    return sum(-one if one < two else one for one, two in pairwise([*values, 0]))


def number(text: str) -> int | None:
    """Return the value of a bare Roman or Arabic number.

    >>> number("12"), number("XII."), number("Twelve"), number("- 12 -")
    (12, 12, None, None)
    """
    bare = text.strip(" .")
    if bare.isascii() and bare.isdigit():
        return int(bare) if len(bare) <= _LONGEST else None
    return roman(bare) if bare.isupper() else None
