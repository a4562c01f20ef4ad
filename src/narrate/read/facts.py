"""Dates and places in a series, in whatever words a file tells them."""

import re
from typing import Final

_DATE: Final = re.compile(r"(?<!\d)[1-9]\d{3}(?:-\d{2}(?:-\d{2})?)?(?!\d)")
_PART: Final = re.compile(r"(?P<whole>\d+)(?:\.(?P<rest>\d*?)0*(?!\d))?")


def date_in(said: str) -> str:
    """Return the first year, month or day in some words, as ISO 8601 has it; empty where there is none.

    >>> date_in("2011-03-01T00:00:00Z"), date_in("May 1897"), date_in("0101-01-01")
    ('2011-03-01', '1897', '')
    """
    found = _DATE.search(said)
    return found[0] if found else ""


def part_in(said: str) -> str:
    """Return the first number in some words as a place in a series is written.

    >>> part_in("2.50"), part_in("Book 10"), part_in("1.0"), part_in("first")
    ('2.5', '10', '1', '')
    """
    found = _PART.search(said)
    return f"{found['whole']}.{found['rest'] or ''}".rstrip(".") if found else ""
