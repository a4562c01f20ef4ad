"""Days of the month and of the week."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import ordinal, pair, year
from narrate.script.rules.rule import DOT, MAYBE_DOT, Rule
from narrate.script.rules.table import table

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
SHORT = {month[:length].lower(): month for month in MONTHS for length in (3, 4) if month != "May"}
SHORT |= {month.lower(): month for month in MONTHS}
DAYS = table(
    """
    mon = Monday; tue | tues = Tuesday; wed | weds = Wednesday; thu | thur | thurs = Thursday
    fri = Friday; sat = Saturday; sun = Sunday
    """
)
_MONTH = "|".join(sorted(SHORT, key=len, reverse=True))
MONTH = rf"(?P<month>(?!(?-i:may|march|mar|dec)\b(?! [12][0-9]{{3}}))(?i:{_MONTH}))\b\.?"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
SUFFIX = r"(?:st|nd|rd|th|d)?"
MONTH_FIRST = re.compile(
    rf"\b{MONTH},? (?P<the>the )?(?P<day>{DAY}){SUFFIX}(?:(?P<to> ?[-–] ?)(?P<last>{DAY}){SUFFIX})?"
    r"(?![\w%/:°]|[.,-]?[0-9]| ?[apAP]\.? ?[mM]\b| o[’'])"
)
DAY_FIRST = re.compile(
    rf"(?<![\w.,/:£$-])(?P<the>the )?(?P<day>{DAY}){SUFFIX}(?P<of> (?:of )?){MONTH}(?!\w)", re.IGNORECASE
)
DASHED = re.compile(
    rf"(?<![\w.-])(?P<day>{DAY})-(?P<month>{'|'.join(SHORT)})-(?P<year>[12][0-9]{{3}})\b", re.IGNORECASE
)
MONTH_YEAR = re.compile(rf"\b{MONTH},? (?=[12][0-9]{{3}}\b)")
IN_MONTH = re.compile(
    rf"\b(?:in|of|last|next|this|that|one|since|until|till|by|from|early"
    rf"|late) {MONTH}(?<=\.)"
)
STOP = re.compile(MAYBE_DOT)
WEEKDAY = re.compile(
    rf"\b(?P<day>{'|'.join(day.title() for day in DAYS)})\.(?=,? (?:[0-9]|the [0-9]|{_MONTH}))", re.IGNORECASE
)
_DAY = "|".join(day.title() for day in DAYS)
WEEKDAY_ALONE = re.compile(
    rf"\b(?:on|last|next|by|since|until|till|an?|every) (?P<day>{_DAY}){DOT}"
    rf"|\b(?P<then>{_DAY})\.(?= (?:morning|noon|afternoon|evening|night|last|next)\b)"
)
NUMERIC = re.compile(
    r"(?<![\w/.-])([0-9]{1,2})(?:(/)([0-9]{1,2})/([0-9]{4}|[0-9]{2})"
    r"|([.-])([0-9]{1,2})\5([0-9]{4}))(?![\w/-]|\.[0-9])"
)
ISO = re.compile(r"(?<![\w/.-])([12][0-9]{3})-([0-9]{1,2})-([0-9]{1,2})(?![\w/-])")


def dates(article: str) -> Rule:
    """Make the rule for days with the name of their month; British speech puts an article before the day.

    >>> [found.spoken for found in dates("")("On Sept. 3, 1851, on 3 June, and the 21st of May")]
    ['September', 'third', 'the third of ', 'twenty-first of ']
    >>> [found.spoken for found in dates("the ")("On June 3")]
    ['the third']
    """

    def rule(text: str) -> Iterator[Rewrite]:
        for found in MONTH_FIRST.finditer(text):
            yield from _month(found)
            said = ("" if found["the"] else article) + ordinal(int(found["day"]))
            if found["last"]:
                said += " to " + article + ordinal(int(found["last"]))
            yield Rewrite(found.start("day"), found.end(), said, "dates")
        yield from _day_first(text)
        for found in MONTH_YEAR.finditer(text):
            yield from _month(found)

    return rule


def _day_first(text: str) -> Iterator[Rewrite]:
    for found in DAY_FIRST.finditer(text):
        said = ("" if found["the"] else "the ") + ordinal(int(found["day"]))
        yield Rewrite(found.start("day"), found.end("of"), said + " of ", "dates")
        yield from _month(found)
    for found in DASHED.finditer(text):
        said = (
            f"the {ordinal(int(found['day']))} of {SHORT[found['month'].lower()]}, {year(int(found['year']))}"
        )
        yield Rewrite(*found.span(), said, "dates")


def _month(found: re.Match[str]) -> Iterator[Rewrite]:
    """Say a shortened month in full; the full stop goes with it."""
    month = SHORT[found["month"].lower()]
    if month.lower() != found["month"].lower():
        end = STOP.match(found.string, found.end("month"))
        yield Rewrite(found.start("month"), end.end() if end else found.end("month"), month, "dates")


def calendar(text: str) -> Iterator[Rewrite]:
    """Say a shortened month in a phrase, and a shortened day of the week before its date.

    >>> [found.spoken for found in calendar("in Dec. last, Mon., 3 June; he sat. Sat. was fair.")]
    ['December', 'Monday']
    """
    for found in IN_MONTH.finditer(text):
        yield from _month(found)
    for found in WEEKDAY.finditer(text):
        yield Rewrite(*found.span(), DAYS[found["day"].lower()], "calendar")
    for found in WEEKDAY_ALONE.finditer(text):
        which = "day" if found["day"] else "then"
        yield Rewrite(found.start(which), found.end(), DAYS[found[which].lower()], "calendar")


def numeric(day_first: bool) -> Rule:  # noqa: FBT001 - two rules of one pattern
    """Make the rule for dates in figures; where only one order is possible, that one is taken.

    >>> [found.spoken for found in numeric(day_first=False)("12/05/1999, 25/12/98, 40/50/60")]
    ['December fifth, nineteen ninety-nine', 'December twenty-fifth, ninety-eight']
    >>> [found.spoken for found in numeric(day_first=True)("12/05/1999")]
    ['the twelfth of May, nineteen ninety-nine']
    """

    def rule(text: str) -> Iterator[Rewrite]:
        for found in NUMERIC.finditer(text):
            one, two, which = (int(part) for part in (found[1], found[3] or found[6], found[4] or found[7]))
            month, day = (two, one) if one > 12 or (day_first and two <= 12) else (one, two)
            yield from _dated(found, which, month, day)
        for found in ISO.finditer(text):
            yield from _dated(found, *map(int, found.groups()))

    def _dated(found: re.Match[str], which: int, month: int, day: int) -> Iterator[Rewrite]:
        if 1 <= month <= 12 and 1 <= day <= 31:
            name, said = MONTHS[month - 1], ordinal(day)
            said = f"the {said} of {name}" if day_first else f"{name} {said}"
            yield Rewrite(*found.span(), f"{said}, {year(which) if which > 9 else pair(which)}", "numeric")

    return rule
