"""What the store keeps, and the name under which it lies there."""

import re
from dataclasses import dataclass
from typing import Final

_NAME: Final = re.compile(r"([\w-]+)/([0-9a-f]{2})/(\2[0-9a-f]{38})")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is kept."""

    kind: str
    address: str
    size: int
    """Bytes that it takes."""
    used: float
    """When it was last got, to the hour, or put: seconds since 1970; at a URL, when it was put."""


def name_of(kind: str, address: str) -> str:
    """Return where an entry lies below the root; no folder grows too long for any file system.

    >>> name_of("clips", "a083ca05ccf1a5d801b067f74b19aa0c938e0f1c")
    'clips/a0/a083ca05ccf1a5d801b067f74b19aa0c938e0f1c'
    """
    return f"{kind}/{address[:2]}/{address}"


def entry_of(name: str, size: int, used: float) -> Entry | None:
    """Return the entry of that name, or None where the name is not one of ours."""
    found = _NAME.fullmatch(name)
    return Entry(found[1], found[3], size, used) if found else None
