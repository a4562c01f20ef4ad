"""The automatic numbers of a Word document's headings and lists (ISO/IEC 29500-1, 17.9)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from narrate.read.office.numbers import FORMS
from narrate.read.office.tree import child, children, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVEL: Final = re.compile(r"%([1-9])")
_FORMS: Final[Mapping[str, str]] = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
"""What is not here, such as a bullet, is not read."""


class _Level(NamedTuple):
    form: str
    text: str
    """What is printed, with `%1` for the number of the first level."""
    start: int
    style: str
    """The paragraphs' style to which it belongs."""


class Numbering:
    """The lists of one document, which count their paragraphs as they come."""

    def __init__(self, part: "_Element | None") -> None:
        self._levels = {told(each, "abstractNumId"): _levels(each) for each in children(part, "abstractNum")}
        self._lists = {told(each, "numId"): each for each in children(part, "num")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def level_of(self, style: str, number: str) -> int:
        """Return the level that a list has for a style."""
        levels = self._levels.get(self._kind(number), {})
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def mark(self, number: str, at: int) -> str:
        """Count a paragraph of a list on a level; return what is printed before it, empty for a bullet."""
        kind = self._kind(number)
        levels, counts = self._levels.get(kind, {}), self._counts[kind]
        if at not in levels:
            return ""
        self._count(number, at)
        if levels[at].form not in FORMS:
            return ""
        return _LEVEL.sub(lambda found: _written(levels, counts, int(found[1]) - 1), levels[at].text).strip()

    def _kind(self, number: str) -> str:
        return told(child(self._lists.get(number), "abstractNumId"), "val")

    def _count(self, number: str, at: int) -> None:
        kind = self._kind(number)
        counts, start = self._counts[kind], self._levels[kind][at].start
        if (number, at) not in self._begun:
            self._begun.add((number, at))
            counts[at] = self._restart(number, at, counts.get(at, start - 1))
        counts[at] = counts.get(at, start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]

    def _restart(self, number: str, at: int, count: int) -> int:
        """Return the count with which a list takes over from one of its kind, its own if it has one."""
        own = (each for each in children(self._lists[number], "lvlOverride") if told(each, "ilvl") == str(at))
        given = told(child(next(own, None), "startOverride"), "val")
        return int(given) - 1 if given.isdecimal() else count


def _levels(kind: "_Element") -> dict[int, _Level]:
    return {
        int(told(each, "ilvl")): _level(each)
        for each in children(kind, "lvl")
        if told(each, "ilvl").isdecimal()
    }


def _level(element: "_Element") -> _Level:
    start = told(child(element, "start"), "val")
    return _Level(
        _FORMS.get(told(child(element, "numFmt"), "val"), ""),
        told(child(element, "lvlText"), "val"),
        int(start) if start.isdecimal() else 0,
        told(child(element, "pStyle"), "val"),
    )


def _written(levels: Mapping[int, _Level], counts: Mapping[int, int], at: int) -> str:
    if at not in levels:
        return ""
    return FORMS.get(levels[at].form, str)(counts.get(at, levels[at].start))
