"""Lines: strips of one column that stand on one line, with their raised signs and initials."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from narrate.read.pdf.strips import Strip

_SAME_BASE: Final = 0.3
"""All measures in ems."""
_SMALL: Final = 0.85
_RAISED: Final = (0.15, 0.75)
_LOWERED: Final = 0.3
_NEAR: Final = 0.6
_INITIAL: Final = 1.8
_LONGEST_INITIAL: Final = 3
_BLANK: Final = 0.17
_WORDS: Final = frozenset("AIO")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a line that stand at one height."""

    text: str
    raised: bool = False
    note: str = ""
    """Name of the note that they are the reference to."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column; places in points, across the page and down."""

    page: int
    spans: tuple[Span, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    head: float
    """Width of its first word."""
    edges: tuple[float, float] = (0.0, 0.0)
    """Where lines of its column begin and end."""
    reach: float | None = None
    """The baseline of its initial, where that stands beside the lines below it."""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(span.text for span in self.spans)


def lines(page: int, strips: Sequence[Strip]) -> list[Line]:
    """Set the strips of a column on lines, from the top down."""
    rows = [row for row in _rows(strips) if row]
    small = {strip for row in rows for strip in row if _is_beside(strip, strips)}
    kept = [[strip for strip in row if strip not in small] for row in rows]
    laid = [row for row in kept if row]
    for strip in sorted(small, key=lambda strip: strip.left):
        min(laid, key=lambda row: _distance(strip, row)).append(strip)
    return [_line(page, row) for row in laid]


def _rows(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    row: list[Strip] = []
    for strip in sorted(strips, key=lambda strip: strip.base):
        if row and strip.base - row[-1].base > _SAME_BASE * min(strip.size, row[-1].size):
            yield row
            row = []
        row.append(strip)
    yield row


def _is_beside(strip: Strip, strips: Iterable[Strip]) -> bool:
    """Tell a raised or lowered sign, or an initial, that belongs to a line on another baseline."""
    return any(_belongs(strip, other) for other in strips if other is not strip)


def _belongs(strip: Strip, other: Strip) -> bool:
    near = strip.left - other.right < _NEAR * other.size and other.left - strip.right < _NEAR * other.size
    if not near:
        return False
    if strip.size > _INITIAL * other.size:
        return _is_initial_of(strip, other)
    above = other.base - strip.base
    small = strip.size < _SMALL * other.size and len(strip.text) < len(other.text)
    raised = _RAISED[0] * other.size < above < _RAISED[1] * other.size
    lowered = 0 < -above < _LOWERED * other.size
    return small and (raised or lowered)


def _is_initial_of(strip: Strip, other: Strip) -> bool:
    """Tell the large first letter of the line whose top it shares."""
    above = strip.base - other.base
    return len(strip.text) <= _LONGEST_INITIAL and other.left >= strip.left and 0 <= above < strip.size


def _distance(strip: Strip, row: Sequence[Strip]) -> float:
    """Return how little a strip belongs to a line; the uppermost line gets the initial."""
    chief = row[0]
    if strip.size > _INITIAL * chief.size:
        return chief.base if any(_is_initial_of(strip, other) for other in row) else float("inf")
    near = any(_belongs(strip, other) for other in row)
    return abs(chief.base - strip.base) + (0 if near else 1e6)


def _line(page: int, row: Sequence[Strip]) -> Line:
    ordered = sorted(row, key=lambda strip: strip.left)
    weights = [(strip.size, len(strip.text)) for strip in row]
    size = median(size for size, weight in weights for _ in range(weight))
    main = [strip for strip in row if strip.size <= _INITIAL * size] or row
    base = median(strip.base for strip in main for _ in strip.text)
    bold = sum(len(strip.text) for strip in row if strip.bold) * 2 > sum(weight for _, weight in weights)
    initial = [strip for strip in ordered if strip.size > _INITIAL * size]
    spans = tuple(_spans([*initial, *(strip for strip in ordered if strip not in initial)], base, size))
    head = ordered[0].head if spans else 0.0
    right = max(strip.right for strip in row)
    reach = max((strip.base for strip in initial), default=None)
    return Line(page, spans, ordered[0].left, right, base, size, bold, head, reach=reach)


def _spans(row: Sequence[Strip], base: float, size: float) -> Iterator[Span]:
    """Yield the words of a line, with a blank wherever there is room for one."""
    before: Strip | None = None
    for strip in row:
        above = strip.size < _SMALL * size and base - strip.base > _RAISED[0] * size
        blank = before is not None and _has_room(before, strip)
        yield Span(f" {strip.text}" if blank else strip.text, above or strip.raised)
        before = strip


def _has_room(one: Strip, two: Strip) -> bool:
    """Tell whether a blank stands between two strips; after an initial only where that may be a word."""
    is_initial = one.size > _INITIAL * two.size
    wide = two.left - one.right > _BLANK * min(one.size, two.size)
    return wide and not (is_initial and one.text.isalpha() and one.text not in _WORDS)
