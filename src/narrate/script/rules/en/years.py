"""Years, decades and eras."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import cardinal, pair, plural, year

YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
APART = r"(?<![\w£$€#])(?<![0-9][.,:/])"
CLOSED = r"(?![\w%°]|[.,:/][0-9])"
SPAN = re.compile(rf"{APART}({YEAR}) ?[-–—/] ?([0-9]{{4}}|[0-9]{{1,2}}){CLOSED}")
DECADE = re.compile(
    r"(?<![\w£$.,])(?:['’‘]?(?P<tens>[2-9]0)|(?P<full>[12][0-9]{2}0|[1-9]00))['’]?s\b(?!\.? ?[0-9]+ ?d\b)"
)
DECADES = re.compile(rf"(?:{YEAR}|[2-9]0)['’]?s ?([-–]) ?['’]?[2-9]0['’]?s\b")
SHORT = re.compile(r"(?<![\w£$.,])['’‘]([0-9]{2})(?![\w%°]|[.,:/'’-][0-9]|[ -]?[0-9])(?!['’])")
BEFORE_ERA = re.compile(
    r"(?<![\w.,])(?:([0-9]{1,4}) ?[-–—] ?)?([0-9]{1,4})\s?(?=(?:B\.? ?C\.?(?: ?E)?|A\.? ?D|C\.E)\b)"
)
AFTER_ERA = re.compile(r"\bA\.? ?D\.? ?([0-9]{1,4})(?![\w,])")
ERA = re.compile(r"(?<=[0-9] )(?:AD|CE|BCE)\b|\bAD(?= ?[0-9])")
EARLY = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|year)(?: the year)? (?:about )?([1-9][0-9]{2})"
    r"(?=[,;:)](?![0-9])|\.?[\"”’')]*$| [A-Z]| (?:he|she|it|they|we|the|a|an|when|his|under|after|by|and "
    r"(?:the|[A-Z]))\b)"
)
ALONE = re.compile(rf"{APART}{YEAR}{CLOSED}")
COUNTED = re.compile(
    r"[ -](?!was\b|is\b|has\b|his\b|this\b|its\b|as\b|thus\b|perhaps\b|towards\b)"
    r"(?:[a-z]{2,}s|(?:wo)?men|people|children|sheep)\b(?!['’])"
)
DATING = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|the|to|before|after|circa|between|early|late|year|and"
    r"|January|February|March|April|May|June|July|August|September|October|November|December),?) $",
    re.IGNORECASE,
)


def spans(text: str) -> Iterator[Rewrite]:
    """Say from which year to which.

    >>> [found.spoken for found in spans("the winter of 1847-48, and 1914–1918")]
    ['eighteen forty-seven to forty-eight', 'nineteen fourteen to nineteen eighteen']
    """
    for found in SPAN.finditer(text):
        first, last = int(found[1]), int(found[2])
        if len(found[2]) == 4 and last > first:
            yield Rewrite(*found.span(), f"{year(first)} to {year(last)}", "spans")
        elif len(found[2]) == 2 and last > first % 100:
            yield Rewrite(*found.span(), f"{year(first)} to {pair(last)}", "spans")
        elif len(found[2]) == 1 and last > first % 10 and "/" not in found[0]:
            yield Rewrite(*found.span(), f"{year(first)} to {cardinal(last)}", "spans")


def decades(text: str) -> Iterator[Rewrite]:
    """Say tens of years.

    >>> [found.spoken for found in decades("the 1920s, the early '60s, the 1900s, the 1960s-80s")]
    ['nineteen twenties', 'sixties', 'nineteen hundreds', 'nineteen sixties', 'eighties', ' to ']
    """
    for found in DECADE.finditer(text):
        said = cardinal(int(found["tens"])) if found["tens"] else year(int(found["full"]))
        yield Rewrite(*found.span(), plural(said), "decades")
    for found in SHORT.finditer(text):
        yield Rewrite(*found.span(), pair(int(found[1])), "decades")
    for found in DECADES.finditer(text):
        yield Rewrite(*found.span(1), " to ", "decades")


def eras(text: str) -> Iterator[Rewrite]:
    """Say the years before and after Christ.

    >>> [found.spoken for found in eras("from 323 B.C. to AD 79")]
    ['three twenty-three ', 'seventy-nine', 'A.D']
    """
    for found in BEFORE_ERA.finditer(text):
        first = f"{year(int(found[1]))} to " if found[1] else ""
        yield Rewrite(*found.span(), f"{first}{year(int(found[2]))} ", "eras")
    for found in AFTER_ERA.finditer(text):
        yield Rewrite(*found.span(1), year(int(found[1])), "eras")
    for found in ERA.finditer(text):
        yield Rewrite(*found.span(), ".".join(found[0]), "eras")


def years(text: str) -> Iterator[Rewrite]:
    """Say four figures as a year, three only where nothing else is likely, none where something is counted.

    >>> [found.spoken for found in years("In 1815, in 626 he died, but 1815 pigs, the 1815 pigs, 1,999")]
    ['six twenty-six', 'eighteen fifteen', 'eighteen fifteen']
    """
    for found in EARLY.finditer(text):
        yield Rewrite(*found.span(1), year(int(found[1])), "years")
    for found in ALONE.finditer(text):
        if not COUNTED.match(text, found.end()) or DATING.search(
            text, max(0, found.start() - 12), found.start()
        ):
            yield Rewrite(*found.span(), year(int(found[0])), "years")
