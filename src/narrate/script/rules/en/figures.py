"""Numbers that are nothing but numbers, and those in names."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import (
    FIGURES,
    NUMBER,
    cardinal,
    digits,
    number,
    ordinal,
    pairs,
    plural,
    year,
)

ORDINAL = re.compile(rf"(?<![\w.,/])({FIGURES})(st|nd|rd|th)\b", re.IGNORECASE)
OLD_ORDINAL = re.compile(
    r"(?<![\w.,/£])(?P<number>[2-9][23](?=d)|[0-9]*[23](?=d\b(?!\.)(?: [A-Z0-9]|,? of\b| [a-z]+ment\b"
    r"| (?:day|inst|ult|prox|ed|sess)\b))|(?<=the )[0-9]*[23](?=d [a-z]))d\b"
)
MANY = re.compile(r"(?<![\w.,$£€/])([0-9]{1,4})s\b(?!['’])")
TIMES = re.compile(r"(?<![\w.,])([0-9]+)x\b(?! ?[0-9])")
FORMATS = {"4to": "quarto", "8vo": "octavo", "12mo": "duodecimo", "16mo": "sextodecimo", "18mo": "octodecimo"}
"""Sizes of books, by how often a sheet is folded."""
CODE = re.compile(r"(?<![0-9][.,])\b(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]+\b(?!,[0-9]{3})")
VERSION = re.compile(
    r"(?<![A-Za-z0-9.])(?P<v>[Vv](?=[0-9]+\.))?[0-9]+(?:\.[0-9]+)(?(v)(?:\.[0-9]+)*|(?:\.[0-9]+)+)"
)
DECIMAL = re.compile(r"(?<![\w.,])(?P<number>[0-9]+\.[0-9]+)(?P<letters>[A-Za-z]{1,3})\b(?!\.[0-9])")
LETTERS = {"s": "seconds", "k": "thousand", "K": "thousand", "M": "million", "B": "billion", "x": "times"}
MEASURED = re.compile(r"\b(?P<letters>[A-Z]{1,3})(?P<number>[0-9]+\.[0-9]+)\b(?!\.?[0-9])")
THOUSANDS = re.compile(r"(?<![\w.,])(?!401k)(?P<number>[0-9]{2,3})(?P<letter>[kK])\b")
FISCAL = re.compile(r"\bFY ?(?P<year>20[0-9]{2})\b")
BETWEEN = re.compile(r"(?<=\b[0-9][a-z])[-–](?=[0-9][a-z]\b)|(?<=\b[A-Z][0-9])[-–](?=[A-Z][0-9]\b)")
LONG = 3
"""From how many figures on those of a code are said one by one."""
NUMERAL = re.compile(
    r"(?P<minus>(?:(?<![\w)\]] )|(?<=to )|(?<=at )|(?<=of )|(?<=is )|(?<=was )|(?<=from )|(?<=than ))"
    rf"(?<![\w)\]–-])[-−](?=[.0-9]))?(?:(?<![A-Za-z0-9.])\.[0-9]+|{NUMBER})"
)


def ordinals(text: str) -> Iterator[Rewrite]:
    """Say ordinal numbers, also as old American print has them.

    >>> [found.spoken for found in ordinals("the 1st, the 40th, the 2d Cavalry, 3d.")]
    ['first', 'fortieth', 'second']
    """
    for found in ORDINAL.finditer(text):
        value = int(re.sub(r"\D", "", found[1])) if len(found[1]) < 30 else -1
        if value >= 0 and _suffix(value) == found[2].lower():
            yield Rewrite(*found.span(), ordinal(value), "ordinals")
    for found in OLD_ORDINAL.finditer(text):
        yield Rewrite(*found.span(), ordinal(int(found["number"])), "ordinals")


def _suffix(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def codes(text: str) -> Iterator[Rewrite]:
    """Say names of letters and figures part by part, long figures one by one.

    >>> [found.spoken for found in codes("C24, H2O, R101, ab9453, 1.2.3")]
    ['one point two point three', 'C twenty-four', 'H two O', 'R one zero one', 'ab nine four five three']
    """
    for found in VERSION.finditer(text):
        said = " point ".join(map(number, found[0].lstrip("Vv").split(".")))
        yield Rewrite(*found.span(), f"{'V ' * bool(found['v'])}{said}", "codes")
    for found in MANY.finditer(text):
        yield Rewrite(*found.span(), plural(pairs(int(found[1]))), "codes")
    for found in TIMES.finditer(text):
        yield Rewrite(*found.span(), f"{cardinal(int(found[1]))} times", "codes")
    for found in DECIMAL.finditer(text):
        letters = LETTERS.get(found["letters"], found["letters"])
        yield Rewrite(*found.span(), f"{number(found['number'])} {letters}", "codes")
    for found in MEASURED.finditer(text):
        yield Rewrite(*found.span(), f"{found['letters']} {number(found['number'])}", "codes")
    for found in THOUSANDS.finditer(text):
        yield Rewrite(*found.span(), f"{number(found['number'])} {found['letter']}", "codes")
    for found in FISCAL.finditer(text):
        yield Rewrite(*found.span(), f"F.Y {year(int(found['year']))}", "codes")
    for found in BETWEEN.finditer(text):
        yield Rewrite(*found.span(), " to ", "codes")
    for found in CODE.finditer(text):
        parts = re.findall(r"[0-9]+|[A-Za-z]+", found[0])
        said = FORMATS.get(found[0]) or " ".join(_part(part) if part.isdecimal() else part for part in parts)
        yield Rewrite(*found.span(), said, "codes")


def _part(figures: str) -> str:
    return digits(figures) if len(figures) >= LONG or figures[0] == "0" else cardinal(int(figures))


def figures(text: str) -> Iterator[Rewrite]:
    """Say every other number.

    >>> [found.spoken for found in figures("1,200 of 365, 2.5, -0.1")]
    ['one thousand two hundred', 'three hundred and sixty-five', 'two point five', 'minus zero point one']
    """
    for found in NUMERAL.finditer(text):
        printed = found[0].lstrip("-−")
        yield Rewrite(*found.span(), f"{'minus ' * bool(found['minus'])}{number(printed)}", "figures")
