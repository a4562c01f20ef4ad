"""The listener's own respellings, from `[pronounce]`."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from narrate.model.script import Rewrite

BEFORE = r"(?<![\w\u0300-\u036f])(?<!\w['’])"
AFTER = r"(?![\w\u0300-\u036f])(?!['’](?!(?:s|ll|d|ve|re|m)\b)\w)"
"""A word ends before a possessive or a shortened verb, but `can` is not found in `can't`."""


def pronounce(respellings: Mapping[str, str]) -> Callable[[str], Iterable[Rewrite]]:
    """Make a rule of printed words or phrases and their respellings.

    A key in small letters matches however it is written; a key with capitals as it stands and in ALL
    CAPITALS.  Only whole words match, a possessive stays, the longest key wins.

    >>> rule = pronounce({"Siobhan": "Shivawn", "lead": "led"})
    >>> [(found.start, found.spoken) for found in rule("Siobhan’s LEAD pipe")]
    [(0, 'Shivawn'), (10, 'led')]
    """
    keys = sorted(respellings, key=len, reverse=True)
    choices = "|".join(f"(?P<k{number}>{_pattern(key)})" for number, key in enumerate(keys))
    pattern = re.compile(f"{BEFORE}(?:{choices}){AFTER}")

    def rule(text: str) -> Iterable[Rewrite]:
        for found in pattern.finditer(text):
            key = keys[int((found.lastgroup or "k0")[1:])]
            yield Rewrite(*found.span(), respellings[key], "pronounce")

    return rule


def _pattern(key: str) -> str:
    if key == key.lower():
        return f"(?i:{_spellings(key)})"
    return f"{_spellings(key)}|{_spellings(key.upper())}"


def _spellings(key: str) -> str:
    forms = dict.fromkeys(unicodedata.normalize(form, key) for form in ("NFC", "NFD"))
    return "|".join(_literal(form) for form in forms)


def _literal(key: str) -> str:
    words = [re.sub("['’]", "['’]", re.escape(word)) for word in key.split()]
    return r"\s+".join(words)
