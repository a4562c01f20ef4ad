"""The ruled lines of a page, between which tables stand."""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

_THICKEST: Final = 3.0
_SHORTEST: Final = 20.0
_NEAR: Final = 4.0
"""Points."""
_FEWEST: Final = 3


class Rule(NamedTuple):
    """A horizontal line: points across the page and down."""

    left: float
    right: float
    base: float


class Wall(NamedTuple):
    """A vertical line."""

    across: float
    top: float
    bottom: float


class Grid(NamedTuple):
    """Where a table stands: horizontal lines of the same length, from the top down."""

    left: float
    right: float
    bases: tuple[float, ...]


class Ruled(NamedTuple):
    """The ruled lines of a page."""

    grids: tuple[Grid, ...] = ()
    walls: tuple[Wall, ...] = ()


def ruled(page: Any) -> Ruled:  # noqa: ANN401 - pypdfium2 has no types
    """Return the tables that are ruled with three lines or more, and all vertical lines."""
    boxes = list(_boxes(page))
    rules = [rule for box in boxes for rule in _rules(*box)]
    return Ruled(tuple(_grids(rules)), tuple(wall for box in boxes for wall in _walls(*box)))


def _boxes(page: Any) -> Iterator[tuple[float, float, float, float]]:  # noqa: ANN401 - as above
    """Yield what is drawn on a page: its left, top, right and lower side."""
    left, bottom, right, top = (c_float() for _ in range(4))
    for at in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
            yield left.value, -top.value, right.value, -bottom.value


def _rules(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    """Yield a horizontal line, or the upper and lower sides of a box."""
    if right - left > _SHORTEST:
        yield Rule(left, right, top)
        if bottom - top > _THICKEST:
            yield Rule(left, right, bottom)


def _walls(left: float, top: float, right: float, bottom: float) -> Iterator[Wall]:
    """Yield a vertical line, or the left and right sides of a box."""
    if bottom - top > _THICKEST:
        yield Wall(left, top, bottom)
        if right - left > _THICKEST:
            yield Wall(right, top, bottom)


def _grids(rules: Iterable[Rule]) -> Iterator[Grid]:
    found: list[list[Rule]] = []
    for rule in _whole(rules):
        alike = next((group for group in found if _alike(group[-1], rule)), None)
        if alike is None:
            found.append([rule])
        elif rule.base - alike[-1].base > _NEAR:
            alike.append(rule)
    yield from (_grid(group) for group in found if len(group) >= _FEWEST)


def _whole(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield the lines from the top down, those of neighbouring cells as one."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.base), rule.left)):
        if rows and abs(rule.base - rows[-1][0].base) < _NEAR and rule.left - rows[-1][-1].right < _NEAR:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    for row in rows:
        yield Rule(min(rule.left for rule in row), max(rule.right for rule in row), row[0].base)


def _alike(one: Rule, two: Rule) -> bool:
    return abs(one.left - two.left) < _NEAR and abs(one.right - two.right) < _NEAR


def _grid(group: Sequence[Rule]) -> Grid:
    return Grid(group[0].left, group[0].right, tuple(rule.base for rule in group))
