"""Tables: the rows between ruled lines, each of them a line whose cells are heard with commas."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from narrate.read.pdf.lines import Line, Span, lines
from narrate.read.pdf.rules import Grid
from narrate.read.pdf.strips import Strip

_FEWEST_ROWS: Final = 2
_MOST: Final = 0.5
_MARGIN: Final = 3.0
"""Points."""


def bands(strips: Sequence[Strip], grids: Sequence[Grid]) -> Iterator[tuple[bool, list[Strip]]]:
    """Divide a page from the top into what is a table and what is not."""
    rest = list(strips)
    for grid in sorted(grids, key=lambda grid: grid.bases[0]):
        inside = [strip for strip in rest if _holds(grid, strip)]
        if not _is_table(grid, inside, strips):
            continue
        above = [strip for strip in rest if strip.base <= grid.bases[0]]
        yield False, above
        yield True, inside
        rest = [strip for strip in rest if strip not in {*above, *inside}]
    yield False, rest


def _holds(grid: Grid, strip: Strip) -> bool:
    across = grid.left - _MARGIN <= strip.left and strip.right <= grid.right + _MARGIN
    return across and grid.bases[0] < strip.base <= grid.bases[-1]


def _is_table(grid: Grid, inside: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    """Tell a table from a frame: most of its rows have several cells, and no other text stands beside it."""
    rows = list(_by_base(inside))
    several = sum(len(row) > 1 for row in rows)
    beside = [strip for strip in strips if grid.bases[0] < strip.base <= grid.bases[-1]]
    return len(rows) >= _FEWEST_ROWS and several > _MOST * len(rows) and len(beside) == len(inside)


def _by_base(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    row: list[Strip] = []
    for strip in sorted(strips, key=lambda strip: (strip.base, strip.left)):
        if row and strip.base - row[0].base > strip.size / 2:
            yield row
            row = []
        row.append(strip)
    if row:
        yield row


def rows(page: int, strips: Sequence[Strip], grids: Sequence[Grid]) -> Iterator[Line]:
    """Yield the rows of a table: between its lines where it is ruled throughout, else line by line."""
    bases = next(grid.bases for grid in grids if _holds(grid, strips[0]))
    ruled = [[strip for strip in strips if above < strip.base <= below] for above, below in pairwise(bases)]
    several = [row for row in ruled if row]
    fully = all(len(list(_by_base(row))) < 2 * len(several) for row in several)
    for row in several if fully and len(several) > _FEWEST_ROWS else _by_base(strips):
        yield _row(page, row)


def _row(page: int, strips: Sequence[Strip]) -> Line:
    """Join the cells of a row, each of which may have several lines."""
    cells: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: strip.left):
        beside = cells and strip.left < max(other.right for other in cells[-1])
        if beside:
            cells[-1].append(strip)
        else:
            cells.append([strip])
    said = [" ".join(strip.text for strip in sorted(cell, key=lambda strip: strip.base)) for cell in cells]
    whole = lines(page, [strips[0]])[0]
    return replace(whole, spans=(Span(_heard(said)),))


def _heard(cells: Sequence[str]) -> str:
    """Say what is heard of a row.

    >>> _heard(["Hull", "12", "Why?", "No"])
    'Hull, 12, Why? No'
    """
    return "".join(
        cell + ("" if last else ", " if cell[-1].isalnum() else " ")
        for cell, last in zip(cells, [False] * (len(cells) - 1) + [True], strict=True)
    )
