"""The automatic numbers of an OpenDocument text's headings and lists (OpenDocument 1.3, 16.31 to 16.34)."""

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from narrate.read.office.numbers import FORMS
from narrate.read.office.tree import children, name, told

if TYPE_CHECKING:
    from lxml.etree import _Element

OUTLINE: Final = ""
"""The list of all headings."""


class Numbering:
    """The lists of one document, which count their items as they come."""

    def __init__(self, *parts: "_Element | None") -> None:
        self._levels: dict[tuple[str, int], _Element] = {}
        for sheet in (sheet for part in parts for sheet in children(part, "styles", "automatic-styles")):
            for style in children(sheet, "list-style", "outline-style"):
                called = told(style, "name") if name(style) == "list-style" else OUTLINE
                self._levels |= {(called, int(told(each, "level") or 0)): each for each in style}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def begin(self, style: str) -> None:
        """Count from the start: a list that goes on with no other begins."""
        self._counts.pop(style, None)

    def mark(self, style: str, at: int, start: str = "") -> str:
        """Count an item or a heading on a level, from 1; return what is printed before it, often nothing."""
        level = self._levels.get((style, at))
        counts = self._counts[style]
        counts[at] = int(start) if start.isdecimal() else counts.get(at, self._start(style, at) - 1) + 1
        for deeper in [other for other in counts if other > at]:
            del counts[deeper]
        if level is None or told(level, "num-format") not in FORMS:
            return ""
        shown = told(level, "display-levels")
        first = at - int(shown) + 1 if shown.isdecimal() else at
        numbers = ".".join(self._written(style, each) for each in range(max(first, 1), at + 1))
        return f"{told(level, 'num-prefix')}{numbers}{told(level, 'num-suffix')}".strip()

    def _start(self, style: str, at: int) -> int:
        level = self._levels.get((style, at))
        given = "" if level is None else told(level, "start-value")
        return int(given) if given.isdecimal() else 1

    def _written(self, style: str, at: int) -> str:
        level = self._levels.get((style, at))
        form = "1" if level is None else told(level, "num-format")
        return FORMS.get(form, str)(self._counts[style].get(at, self._start(style, at)))
