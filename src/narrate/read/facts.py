"""Dates and places in a series, in whatever words a file tells them."""

import re
from dataclasses import replace
from typing import Final

from narrate.model.metadata import Metadata

_DATE: Final = re.compile(r"(?<!\d)[1-9]\d{3}(?:-\d{2}(?:-\d{2})?)?(?!\d)")
_PART: Final = re.compile(r"(?P<whole>\d+)(?:\.(?P<rest>\d*?)0*(?!\d))?")

_NOBODY: Final = frozenset(
    {"unknown", "unknown author", "unbekannt", "inconnu", "desconocido", "sconosciuto"}
)
"""What programs write where nobody has told them."""


def known(told: Metadata) -> Metadata:
    """Leave out what a program has written where nobody told it the fact.

    >>> known(Metadata(title="Unknown", author="Unknown", description="unknown")) == Metadata(title="Unknown")
    True
    """
    facts = told.author, told.publisher, told.description
    author, publisher, description = ("" if fact.casefold() in _NOBODY else fact for fact in facts)
    return replace(told, author=author, publisher=publisher, description=description)


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
