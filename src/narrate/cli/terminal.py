"""The one place that prints."""

import sys
from collections.abc import Iterable
from functools import partial

from rich.console import Console
from rich.table import Table
from rich.text import Text

# What we print are names and words of others: nothing in them is a code for colours or smileys.
_plain = partial(Console, highlight=False, markup=False, emoji=False, soft_wrap=True)

out = _plain()
"""What was asked for: plans, lists, file names."""

err = _plain(stderr=True)
"""How it goes: progress, and what went wrong."""


def say(text: str, style: str | None = None) -> None:
    """Print a line of what was asked for."""
    out.print(text, style=style)


def tell(text: str) -> None:
    """Print a line about how it goes."""
    err.print(text)


def complain(error: object) -> None:
    """Print what went wrong."""
    for line in str(error).splitlines():
        err.print(Text(f"narrate: {line}", style="red"))  # not the table that may stand below


def write(text: str) -> None:
    """Write text as it is, for programs."""
    sys.stdout.write(text + "\n")


def show_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print rows under heads, aligned."""
    table = Table(*heads, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    out.print(table, soft_wrap=False)


def clock(seconds: float) -> str:
    """Say a length of time.

    >>> clock(59.6), clock(3_725)
    ('1:00', '1:02:05')
    """
    minutes, second = divmod(round(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"


def size(count: int) -> str:
    """Say a number of bytes.

    >>> size(999), size(2_412_345)
    ('999 B', '2.4 MB')
    """
    amount, units = float(count), ["B", "kB", "MB", "GB", "TB"]
    while amount >= 999.5 and len(units) > 1:  # noqa: PLR2004 - the next unit starts where this one needs four digits
        amount /= 1000
        units.pop(0)
    return f"{amount:.0f} {units[0]}" if units[0] == "B" else f"{amount:.1f} {units[0]}"


def count(number: int, noun: str) -> str:
    """Say how many.

    >>> count(1, "chapter"), count(1200, "word")
    ('1 chapter', '1,200 words')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
