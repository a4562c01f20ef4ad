"""What all the lines of a document tell about each of them: its size, its leading, its columns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from narrate.read.pdf.lines import Line
from narrate.read.pdf.strips import Strip

_LEADING: Final = 1.2
"""Of a size that is seldom used; times the size."""
_NARROWEST_LEADING: Final = 0.8
_WIDEST_LEADING: Final = 2.6
_MANY_COLUMNS: Final = 3
_EVEN: Final = 0.3
_FEWEST_EVEN: Final = 3
"""Lines that end at one place: that is the edge, and what hangs over it is punctuation."""
_SAME_EDGE: Final = 4.0
"""Ems by which the lines of one page may all be indented."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How the text of a document is set, in points."""

    size: float
    leading: float
    indented: bool = False
    """Whether paragraphs begin with an indent, and not after a blank line."""
    justified: bool = False
    """Whether most lines end at the very edge of their column."""

    def usual(self, size: float) -> float:
        """Return the usual distance of lines of a size."""
        return self.leading if abs(size - self.size) < 0.1 * self.size else self.leading / self.size * size


def measure(pages: Iterable[Sequence[Strip]]) -> Measure:
    """Measure the strips of all pages."""
    sizes, gaps = Counter[float](), Counter[tuple[float, float]]()
    for page in pages:
        for strip in page:
            sizes[_round(strip.size)] += len(strip.text)
        for one, two in pairwise(sorted(page, key=lambda strip: strip.base)):
            gap = two.base - one.base
            if _round(one.size) == _round(two.size) and _NARROWEST_LEADING < gap / one.size < _WIDEST_LEADING:
                gaps[_round(one.size), _round(gap)] += 1
    size = max(sizes, key=lambda size: sizes[size], default=1.0)
    own = {gap: count for (of, gap), count in gaps.items() if of == size}
    return Measure(size, max(own, key=lambda gap: (own[gap], -gap), default=_LEADING * size))


def _round(points: float) -> float:
    return round(points * 2) / 2


def edged(pages: Sequence[Sequence[Sequence[Line]]]) -> list[list[list[Line]]]:
    """Give every line the edges of its column: those of the columns in its place on pages of its side."""
    known: dict[tuple[int, int, int], list[tuple[float, float]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for slot, column in enumerate(page):
            known[at % 2, len(page), slot].append(_edges(column))
    usual = {key: _usual(found) for key, found in known.items() if len(found) >= _MANY_COLUMNS}
    return [
        [_with_edges(column, usual.get((at % 2, len(page), slot))) for slot, column in enumerate(page)]
        for at, page in enumerate(pages)
    ]


def _edges(column: Sequence[Line]) -> tuple[float, float]:
    furthest = max(line.right for line in column)
    rights = Counter(round(line.right) for line in column if furthest - line.right < line.size)
    most, count = max(rights.items(), key=lambda found: (found[1], found[0]))
    even = count >= max(_EVEN * len(column), _FEWEST_EVEN)
    return min(line.left for line in column), most if even else furthest


def _usual(found: Sequence[tuple[float, float]]) -> tuple[float, float]:
    lefts, rights = (Counter(map(round, edge)) for edge in zip(*found, strict=True))
    return float(max(lefts, key=lambda edge: (lefts[edge], -edge))), float(
        max(rights, key=lambda edge: (rights[edge], edge))
    )


def _with_edges(column: Sequence[Line], usual: tuple[float, float] | None) -> list[Line]:
    left, right = _edges(column)
    if usual:
        reach = _SAME_EDGE * column[0].size
        left = usual[0] if 0 <= left - usual[0] < reach else left
        right = max(right, usual[1]) if right > usual[0] else right
    return [replace(line, edges=(left, right)) for line in column]
