"""Columns: which strips of a page are read one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Final, NamedTuple

from narrate.read.pdf.strips import Strip

_FEWEST_ROWS: Final = 10
_FEW: Final = 0.34
"""Share of the strips that may reach over a gutter known from other pages."""
_NARROWEST: Final = 12
"""Characters of an ordinary line of a column."""
_SAME_ROW: Final = 0.95
"""Ems between the baselines of neighbours; columns need not stand on the same ones."""
_NEXT_ROW: Final = 1.6
_SAME_EDGE: Final = 2.0
"""Ems by which the lines of a column may begin beside each other: an indent."""
_FULL: Final = 0.5
_MOST: Final = 0.7


class _Gap(NamedTuple):
    """The room between two strips that stand side by side."""

    before: Strip
    after: Strip

    def holds(self, across: float) -> bool:
        return self.before.right <= across <= self.after.left


def columns(strips: Sequence[Strip], known: Iterable[float] = ()) -> list[tuple[Strip, ...]]:
    """Divide a page into the columns that it is read in; `known` are the gutters of other pages.

    What reaches over the gutter between two columns is read after what stands above it.
    """
    own = gutter(strips)
    between = own if own is not None else next((each for each in known if _parts(strips, each)), None)
    if between is None:
        return [tuple(strips)] if strips else []
    found: list[tuple[Strip, ...]] = []
    for across, band in _bands(strips, between):
        if across:
            found.append(tuple(band))
            continue
        found += columns([strip for strip in band if strip.right <= between], known)
        found += columns([strip for strip in band if strip.right > between], known)
    return found


def gutter(strips: Sequence[Strip]) -> float | None:
    """Return where most rows of prose have room between them, in points across the page."""
    gaps = list(_gaps(strips))
    if len(gaps) < _FEWEST_ROWS:
        return None
    places = {(gap.before.right + gap.after.left) / 2 for gap in gaps}
    held = {place: [gap for gap in gaps if gap.holds(place)] for place in places}
    best = max(held, key=lambda place: (len(held[place]), -place))
    return best if _are_columns(held[best]) else None


def _parts(strips: Sequence[Strip], between: float) -> bool:
    """Tell whether a gutter of another page has text on both sides of it here, and little across it."""
    before = sum(strip.right <= between for strip in strips)
    after = sum(strip.left >= between for strip in strips)
    return before > 0 and after > 0 and len(strips) - before - after <= _FEW * len(strips)


def _gaps(strips: Sequence[Strip]) -> Iterator[_Gap]:
    """Yield the gaps between a strip and its next neighbour to the right."""
    for strip in strips:
        beside = [
            other
            for other in strips
            if abs(other.base - strip.base) < _SAME_ROW * strip.size and other.left >= strip.right
        ]
        if beside:
            yield _Gap(strip, min(beside, key=lambda other: other.left))


def _are_columns(gaps: Sequence[_Gap]) -> bool:
    """Tell columns of prose or of an index from leaders before page numbers and from cells."""
    if len(gaps) < _FEWEST_ROWS:
        return False
    sides = [gap.before for gap in gaps], [gap.after for gap in gaps]
    return all(map(_is_column, sides))


def _is_column(side: Sequence[Strip]) -> bool:
    edge = median(sorted(strip.left for strip in side)[: len(side) // 2 + 1])
    even = sum(abs(strip.left - edge) < _SAME_EDGE * strip.size for strip in side)
    width = max(strip.right for strip in side) - min(strip.left for strip in side)
    full = median(strip.right - strip.left for strip in side) >= _FULL * width
    long = median(len(strip.text) for strip in side) >= _NARROWEST
    return long and full and even >= _MOST * len(side)


def _bands(strips: Sequence[Strip], between: float) -> Iterator[tuple[bool, list[Strip]]]:
    """Yield, from the top, what reaches over the gutter and what stands beside it."""
    across = _across(strips, between)
    for reaches, band in groupby(sorted(strips, key=lambda strip: strip.base), key=across.__contains__):
        yield reaches, list(band)


def _across(strips: Sequence[Strip], between: float) -> set[Strip]:
    """Return the strips over the gutter, and the short last lines of what they are part of."""
    across = {strip for strip in strips if strip.left < between < strip.right}
    last = max(across, key=lambda strip: strip.base, default=None)
    for strip in sorted(strips, key=lambda strip: strip.base):
        if strip in across:
            last = strip
            continue
        alone = not any(
            abs(other.base - strip.base) < _SAME_ROW * strip.size and other is not strip for other in strips
        )
        if last in across and alone and 0 < strip.base - last.base < _NEXT_ROW * strip.size:
            across.add(strip)
    return across
