"""Figures that belong together: telephone numbers, scores, verses, from here to there."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import NUMBER, cardinal, digits, number, pair

PHONE = re.compile(
    r"(?<![\w.,-])(?:\+[0-9]{1,3}[ -.])?(?:1[- .])?(?:\([0-9]{3,5}\) ?"
    r"|[0-9]{3}[-.])[0-9]{3}[-. ][0-9]{4}(?![\w-]|\.[0-9])"
    r"|(?<![\w.,-])(?![1-9][0-9]{2}-1[0-9]{3})[0-9]{3}-[0-9]{4}(?![\w%-])"
    r"|\+[0-9]{1,3}(?:[ -][0-9]{2,5}){2,5}(?!\w)"
    r"|(?<![\w.,-])0[0-9]{2,4} [0-9]{3,4} ?[0-9]{3,4}(?!\w)|\b(?P<exchange>[A-Z]{2} ?)[0-9]-[0-9]{4}(?![\w-])"
)
RUNG = re.compile("phone|call|dial|number|rang|ring", re.IGNORECASE)
RATIO = re.compile(r"(?<![\w.:,/])([0-9]{1,3}):([0-9]{1,3}(?:,[0-9]{3})*)(?![\w:]|[.,][0-9])")
MIXTURE = re.compile(r"(?<![\w.:,/])[0-9]{1,2}(?::[0-9](?![0-9])){2,}(?![:.][0-9])")
LAP = re.compile(r"(?<![\w.:,/])([0-9]{1,2}):([0-5][0-9])\.([0-9]{1,3})(?!\w|[.:][0-9])")
RANGE = re.compile(rf"(?<![\w/-])(?<![0-9][.,:])({NUMBER})(?: ?[-–] ?|—)({NUMBER})(?![\w/]|-[0-9])")
SUM = re.compile(" ?=")
SCORE = 3
"""Figures of the longest number that may also stand before a smaller one."""


def phones(text: str) -> Iterator[Rewrite]:
    """Say a telephone number figure by figure, with a breath between its parts.

    >>> [found.spoken for found in phones("Call 555-0123.")]
    ['five five five, zero one two three']
    """
    for found in PHONE.finditer(text):
        if not found["exchange"] or RUNG.search(text):
            said = ", ".join(map(digits, re.findall("[0-9]+", found[0])))
            yield Rewrite(*found.span(), f"{_before(found)}{said}", "phones")


def _before(found: re.Match[str]) -> str:
    letters = (found["exchange"] or "").strip()
    return "plus " if found[0].startswith("+") else "".join(f"{letter} " for letter in letters)


def ratios(text: str) -> Iterator[Rewrite]:
    """Say verses one after the other, and ratios with `to`.

    >>> [found.spoken for found in ratios("Psalms 119:105, odds of 3:1")]
    ['one hundred and nineteen, one hundred and five', 'three to one']
    """
    for found in LAP.finditer(text):
        said = f"{cardinal(int(found[1]))} {pair(int(found[2]))} point {digits(found[3])}"
        yield Rewrite(*found.span(), said, "ratios")
    for found in MIXTURE.finditer(text):
        yield Rewrite(*found.span(), " to ".join(map(number, found[0].split(":"))), "ratios")
    for found in RATIO.finditer(text):
        verse = re.search(r"[A-Z][a-z]+\.? $", text[max(0, found.start() - 9) : found.start()])
        first, last = (number(part) for part in found.groups())
        yield Rewrite(*found.span(), f"{first}{', ' if verse else ' to '}{last}", "ratios")


def ranges(text: str) -> Iterator[Rewrite]:
    """Say from where to where, and how a game stands.

    >>> [found.spoken for found in ranges("pp. 12-14, 5–10, won 3-1")]
    ['twelve to fourteen', 'five to ten', 'three to one']
    """
    for found in RANGE.finditer(text):
        if len(found[1]) <= SCORE >= len(found[2]) or _rises(found):
            yield Rewrite(*found.span(), f"{number(found[1])}{_link(found)}{number(found[2])}", "ranges")


def _link(found: re.Match[str]) -> str:
    """Tell sight of 20-20 and a share of 50-50 from where to where, and a sum from both."""
    if SUM.match(found.string, found.end()):
        return " minus "
    return " " if found[1] == found[2] in {"20", "50"} else " to "


def _rises(found: re.Match[str]) -> bool:
    first, last = (part.replace(",", "") for part in found.groups())
    return len(last) <= len(first) + 1 and float(first) < float(last)
