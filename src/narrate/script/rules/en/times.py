"""Times of day."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import cardinal, pair
from narrate.script.rules.rule import MAYBE_DOT

HOUR = r"(?P<hour>[01]?[0-9]|2[0-4])"
HALF = rf"(?P<half>\s?(?P<m>[AaPp])(?:\.\s?[Mm]\b{MAYBE_DOT}|[Mm]\b))"
APART = r"(?<![\w£$€#])(?<![0-9][.,:/])"
CLOCK = re.compile(
    rf"{APART}{HOUR}(?P<mark>[:.])(?P<minute>[0-5][0-9])(?![0-9%]|[:.][0-9]|,[0-9]{{3}}){HALF}?(?!\w)|{APART}"
    rf"(?P<whole>1[0-2]|[1-9]){HALF.replace('half', 'part').replace('<m>', '<n>')}"
)
TO_HALF = re.compile(rf"{APART}(?P<hour>[0-9]{{1,2}}) ?[-–] ?(?=(?:1[0-2]|[1-9])\s?[ap]\.?\s?m\b)")
SECONDS = re.compile(rf"{APART}{HOUR}:([0-5][0-9]):([0-5][0-9])(?![\w:])")
ON_THE_CLOCK = re.compile(r"\b(?:at|by|till|until|before|after|the|past|about|since) $", re.IGNORECASE)
OF_THE_DAY = re.compile(
    r" (?:in the (?:morning|afternoon|evening)|at night|to-?(?:night|morrow)|train|express|boat|o['’]clock)\b"
)
HOURS = re.compile(r"(?<![\w.,$£])([01][0-9]|2[0-4])([0-5][0-9])(?= (?:hours\b|hrs\b))")
NO_CLOCK = re.compile(
    r" ?(?:per\b|percent|million|billion|inch|feet|foot|mile"
    r"|(?!was\b|is\b|has\b|stops\b|leaves\b|always\b|as\b)[a-z]{2,}s\b"
    r"|[kcm]?m[²2]?\b|k?g\b|a (?:pound|day|week)|[£$€°])"
)


def times(text: str) -> Iterator[Rewrite]:
    """Say what the clock says; a full stop between hour and minute must stand where a time is told.

    >>> [found.spoken for found in times("at 7:05, the 9.15 train, 5 p.m. today, 11.00 a.m. and 2.50")]
    ['seven oh five', 'nine fifteen', 'five P.M', 'eleven A.M']
    """
    for found in SECONDS.finditer(text):
        hour, minute, second = (int(figures) for figures in found.groups())
        said = f"{cardinal(hour)} {pair(minute)} and {cardinal(second)} second{'s' * (second != 1)}"
        yield Rewrite(*found.span(), said, "times")
    for found in HOURS.finditer(text):
        hour, minute = int(found[1]), int(found[2])
        rest = pair(minute) if minute else "hundred"
        yield Rewrite(*found.span(), f"{pair(hour)} {rest}", "times")
    for found in TO_HALF.finditer(text):
        yield Rewrite(*found.span(), f"{cardinal(int(found['hour']))} to ", "times")
    for found in CLOCK.finditer(text):
        if found["whole"]:
            yield Rewrite(*found.span(), f"{cardinal(int(found['whole']))} {found['n'].upper()}.M", "times")
        elif found["half"] or found["mark"] == ":" or _on_the_clock(found):
            yield Rewrite(*found.span(), _told(found), "times")


def _on_the_clock(found: re.Match[str]) -> bool:
    if OF_THE_DAY.match(found.string, found.end()):
        return True
    before = ON_THE_CLOCK.search(found.string, max(0, found.start() - 8), found.start())
    return before is not None and not NO_CLOCK.match(found.string, found.end())


def _told(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        told = f"{cardinal(hour)} {pair(minute)}" if minute else cardinal(hour)
        return f"{told} {found['m'].upper()}.M"
    if minute:
        return f"{cardinal(hour)} {pair(minute)}"
    return f"{cardinal(hour)} {'hundred' if hour > 12 else 'o’clock'}"
