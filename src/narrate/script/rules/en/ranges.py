"""Figures that belong together: telephone numbers, scores, verses, from here to there."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import NUMBER, cardinal, digits, number

PHONE = re.compile(
    r"(?<![\w.,-])(?:\+[0-9]{1,3}[ -.])?(?:1[- .])?(?:\([0-9]{3,5}\) ?"
    r"|[0-9]{3}[-.])[0-9]{3}[-. ][0-9]{4}(?![\w-]|\.[0-9])"
    r"|(?<![\w.,-])[0-9]{3}-[0-9]{4}(?![\w-])|\+[0-9]{1,3}(?:[ -][0-9]{2,5}){2,5}(?!\w)"
)
RATIO = re.compile(r"(?<![\w.:,/])([0-9]{1,3}):([0-9]{1,3})(?![\w:])")
RANGE = re.compile(rf"(?<![\w/-])(?<![0-9][.,:])({NUMBER})(?: ?[-–] ?|—)({NUMBER})(?![\w/]|-[0-9])")
SCORE = 3
"""Figures of the longest number that may also stand before a smaller one."""


def phones(text: str) -> Iterator[Rewrite]:
    """Say a telephone number figure by figure, with a breath between its parts.

    >>> [found.spoken for found in phones("Call 555-0123.")]
    ['five five five, zero one two three']
    """
    for found in PHONE.finditer(text):
        parts = re.findall(r"[0-9]+", found[0])
        said = ", ".join(map(digits, parts))
        yield Rewrite(*found.span(), f"plus {said}" if found[0].startswith("+") else said, "phones")


def ratios(text: str) -> Iterator[Rewrite]:
    """Say verses one after the other, and ratios with `to`.

    >>> [found.spoken for found in ratios("Psalms 119:105, odds of 3:1")]
    ['one hundred and nineteen, one hundred and five', 'three to one']
    """
    for found in RATIO.finditer(text):
        verse = re.search(r"[A-Z][a-z]+\.? $", text[max(0, found.start() - 9) : found.start()])
        first, last = (cardinal(int(part)) for part in found.groups())
        yield Rewrite(*found.span(), f"{first}{', ' if verse else ' to '}{last}", "ratios")


def ranges(text: str) -> Iterator[Rewrite]:
    """Say from where to where, and how a game stands.

    >>> [found.spoken for found in ranges("pp. 12-14, 5–10, won 3-1")]
    ['twelve to fourteen', 'five to ten', 'three to one']
    """
    for found in RANGE.finditer(text):
        if len(found[1]) <= SCORE >= len(found[2]) or _rises(found):
            yield Rewrite(*found.span(), f"{number(found[1])} to {number(found[2])}", "ranges")


def _rises(found: re.Match[str]) -> bool:
    first, last = (part.replace(",", "") for part in found.groups())
    return len(last) <= len(first) + 1 and float(first) < float(last)
