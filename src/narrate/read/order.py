"""Natural order: 2 before 10."""

import re

_DIGITS = re.compile(r"(\d+)")


def natural(name: str) -> tuple[tuple[str | int, ...], str]:
    """Return the key by which people sort names: numbers by value, letters whatever their case.

    >>> sorted(["b10", "B2", "a", "b02", "9"], key=natural)
    ['9', 'a', 'B2', 'b02', 'b10']
    """
    parts = _DIGITS.split(name.casefold())
    return tuple(int(part) if index % 2 else part for index, part in enumerate(parts)), name
