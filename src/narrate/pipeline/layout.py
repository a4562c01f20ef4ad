"""Where a book goes below the output folder: the folders that a layout such as `{author}/{title}` makes."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath
from string import Formatter
from typing import Final

from narrate.model.metadata import Metadata
from narrate.publish.names import file_name

_CLOSING: Final = ")]}>»"
_YEAR: Final = 4
"""Digits."""

Piece = tuple[str, str | None]
"""Words of a layout, and the value of the field behind them; None where none follows."""


def folders(layout: str, metadata: Metadata) -> PurePath:
    """Return a book's folder, legal on every system; what is not known leaves no trace.

    >>> layout = "{author}/{series}/{part} - {title}"
    >>> told = Metadata(title="Dune: Messiah", author="F. Herbert", series="Dune", part="2")
    >>> folders(layout, told).as_posix()
    'F. Herbert/Dune/2 - Dune - Messiah'
    >>> folders(layout, Metadata(title="Emma", author="J. Austen")).as_posix()
    'J. Austen/Emma'
    """
    fields = {**asdict(metadata), "year": metadata.date[:_YEAR]}
    filled = (_filled(level, fields) for level in layout.split("/"))
    return PurePath(*(file_name(level) for level in filled if level.strip()))


def _filled(level: str, fields: dict[str, str]) -> str:
    """Fill in one level.

    >>> _filled("{title} ({year})", {"title": "Emma", "year": ""})
    'Emma'
    >>> _filled("{title} ({year}) - {author}", {"title": "Emma", "year": "", "author": "J. Austen"})
    'Emma - J. Austen'
    """
    parts = [
        (words, None if name is None else fields[name]) for words, name, _, _ in Formatter().parse(level)
    ]
    if any(value is not None for _, value in parts) and not any(value for _, value in parts):
        return ""
    return "".join(_joined(parts))


def _joined(parts: list[Piece]) -> Iterator[str]:
    """Yield words and values; the words before an unknown value go with it, and the bracket behind it."""
    begun = lost = False
    for words, value in parts:
        kept = _after_lost(words, value) if begun and lost else "" if lost else words
        lost = value == ""
        if not lost:
            yield kept
            yield value or ""
            begun = begun or bool(value)


def _after_lost(words: str, value: str | None) -> str:
    bare = words.lstrip(_CLOSING)
    return bare if value or bare.strip() else ""
