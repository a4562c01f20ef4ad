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
FIRSTS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
TENTHS = "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
TWENTIETHS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
_BELOW_HUNDRED = rf"(?:{TENS})(?:[- ]?(?:{ONES}))?|{TEENS}|{ONES}"
_SPELLED = re.compile(_BELOW_HUNDRED, re.IGNORECASE)
_WORDS = {
    **{word: worth for worth, word in enumerate(f"{ONES}|{TEENS}".split("|"), start=1)},
    **{word: worth for worth, word in enumerate(f"{FIRSTS}|{TENTHS}".split("|"), start=1)},
    **{
        word: 10 * tens for words in (TENS, TWENTIETHS) for tens, word in enumerate(words.split("|"), start=2)
    },
    "hundred": 100,
}

ORDINAL = rf"(?:(?:{TENS})[- ](?:{FIRSTS})|{TWENTIETHS}|{TENTHS}|{FIRSTS}|last|\d{{1,3}}(?:st|nd|rd|th))"
"""A pattern for "first" and "twenty-first", to be matched without regard to case."""

NUMBER = (
    rf"(?:\d{{1,4}}|[ivxlcdm]{{1,9}}|(?:(?:a|one) )?hundred(?:(?: and)?[- ](?:{_BELOW_HUNDRED}))?"
    rf"|(?:the )?{ORDINAL}|{_BELOW_HUNDRED})"
)
"""A pattern for any number, to be matched without regard to case."""


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


def spelled(text: str) -> int | None:
    """Return the value of a bare number in words, below a hundred; a small one with a mark is an exclamation.

    >>> spelled("TWENTY-ONE."), spelled("TWENTYTWO"), spelled("Two"), spelled("Two."), spelled("two")
    (21, 22, 2, None, None)
    """
    bare = text.rstrip(".") if text.isupper() else text
    return value(bare) if bare[:1].isupper() and _SPELLED.fullmatch(bare) else None


def value(text: str) -> int | None:
    """Return the value of anything that `NUMBER` matches; "last" has none.

    >>> value("XII"), value("Twenty-One"), value("the Third"), value("a hundred and two"), value("21st")
    (12, 21, 3, 102, 21)
    >>> value("the last")
    """
    if figures := re.match(r"\d+", text):
        return int(figures[0])
    words = re.findall(rf"{TENS}|[a-z]+", text.lower().replace("one hundred", "hundred"))
    worth = [_WORDS[word] for word in words if word in _WORDS]
    return sum(worth) or roman(text)
