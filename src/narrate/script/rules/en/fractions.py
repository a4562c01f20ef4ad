"""Parts of a whole."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import NUMBER, cardinal, number, ordinal, year

VULGAR = "¼½¾⅐-⅞"
AMOUNT = (
    rf"(?:[0-9]{{1,2}}[/⁄][0-9]{{1,3}}(?![0-9/])|{NUMBER}(?:[ -]?[{VULGAR}]|[ -][0-9]{{1,2}}[/⁄][0-9]{{1,3}}"
    rf"(?![0-9]))?|[{VULGAR}]|\.[0-9]+)"
)
"""How much there is of something, with or without a fraction."""
MIXED = re.compile(r"(?:(\S+?)[ -]*)?(?<![0-9])([0-9]+)/([0-9]+)")
FRACTION = re.compile(
    rf"(?<![\w£$€/.,-])(?:[0-9]+[ -]?)?[{VULGAR}]|(?<![\w£$€/.,-])(?:[0-9]+[ -])?[0-9]+[/⁄][0-9]+"
    r"(?:rds?|ths?|nds?|sts?)?(?![\w/]|\.[0-9])",
    re.IGNORECASE,
)
PARTS: Final = (*range(2, 11), 12, 16, 20, 24, 32, 64, 100, 1000)
"""What a whole is usually divided by; the 11 of 9/11 is something else."""
YEAR = re.compile("1[0-9]{3}|20[0-9]{2}")
MARKS = (5, 10)
"""Out of how many marks are given; 20/20 is sight, 50/50 a share."""
HALF_OF = re.compile(r" an? |[ -]past\b")
HOUR = re.compile(
    r"[ -](?:past|to) (?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)"
)


def fractions(text: str) -> Iterator[Rewrite]:
    """Say fractions as parts; figures with a stroke that are none one after the other.

    >>> [found.spoken for found in fractions("1/2 a mile, 3½ miles, 4 1/2 lbs, ¾, 9/11")]
    ['half', 'three and a half', 'four and a half', 'three quarters', 'nine eleven']
    """
    for found in FRACTION.finditer(text):
        said = amount(re.sub("(?i)[a-z]+$", "", found[0]))
        if said == "one half" and HALF_OF.match(text, found.end()):
            said = "half"
        elif said == "one quarter" and HOUR.match(text, found.end()):
            said = "a quarter"
        yield Rewrite(*found.span(), said, "fractions")


def amount(printed: str) -> str:
    """Say how much, with or without a fraction.

    >>> amount("3½"), amount("3 ½"), amount("2 3/4"), amount("1/3")
    ('three and a half', 'three and a half', 'two and three quarters', 'one third')
    >>> amount("1,200"), amount(".5")
    ('one thousand two hundred', 'zero point five')
    """
    apart = re.sub(f" ?([{VULGAR}])", r" \1", printed)
    plain = unicodedata.normalize("NFKC", apart).replace("⁄", "/").strip()
    found = MIXED.fullmatch(plain)
    if not found:
        return number(plain)
    whole, over, under = found[1], int(found[2]), int(found[3])
    if under in MARKS and over in {0, under} and not whole:
        return f"{number(plain.partition('/')[0])} out of {cardinal(under)}"
    if _is_reading(whole, over, under):
        return f"{cardinal(over)} {'over' if over > under else 'out of'} {cardinal(under)}"
    if not 0 < over < under or under not in PARTS:
        return " ".join(_figure(part) for part in re.split("[ /-]+", plain))
    part = _part(over, under)
    return f"{number(whole)} and {re.sub('^one ', 'a ', part)}" if whole else part


def _is_reading(whole: str | None, over: int, under: int) -> bool:
    """Tell what is left out of how many, and the two pressures of blood, from dates and parts."""
    large = 100 <= max(over, under) < 1000 and min(over, under) >= 20
    pressure = over > under > 30 and over + under != 100
    return (large or pressure) and over < 1000 and not whole and under not in PARTS


def _figure(printed: str) -> str:
    return year(int(printed)) if YEAR.fullmatch(printed) else number(printed)


def _part(over: int, under: int) -> str:
    named = {2: "half", 4: "quarter"}.get(under) or ordinal(under)
    if over > 1:
        named = "halves" if under == 2 else named + "s"
    return f"{cardinal(over)} {named}"
