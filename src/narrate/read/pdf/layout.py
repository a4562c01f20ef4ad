"""The layout of a document undone: its pages as parts in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from narrate.model.story import BlockKind
from narrate.read.flow import Matter
from narrate.read.pdf.columns import columns, gutter
from narrate.read.pdf.document import Page
from narrate.read.pdf.furniture import furniture
from narrate.read.pdf.lines import Line, lines
from narrate.read.pdf.matter import is_contents_line
from narrate.read.pdf.measure import Measure, edged, measure
from narrate.read.pdf.notes import Footed, footed
from narrate.read.pdf.part import Part
from narrate.read.pdf.passages import Passage, passages, with_habits
from narrate.read.pdf.strips import Strip
from narrate.read.pdf.tables import bands, rows

_OFTEN: Final = 3
"""Pages on which the same sideways words are furniture."""


class _Column(NamedTuple):
    """Lines that are read from the top down; those of a table are its rows."""

    lines: list[Line]
    is_table: bool = False


def laid_out(pages: Sequence[Page]) -> tuple[list[Part], Measure]:
    """Return the parts of all pages in reading order, and how the text is set."""
    rough = measure(page.strips for page in pages)
    often = Counter(strip.text for page in pages for strip in page.sideways)
    around = furniture([page.strips for page in pages], rough)
    around |= {
        (at, strip) for at, page in enumerate(pages) for strip in page.strips if often[strip.text] >= _OFTEN
    }
    bodies = [[strip for strip in page.strips if (at, strip) not in around] for at, page in enumerate(pages)]
    gutters = {place for body in bodies if (place := gutter(body)) is not None}
    found = [list(_columns(at, body, pages[at], sorted(gutters))) for at, body in enumerate(bodies)]
    edges = edged([[column.lines for column in page] for page in found])
    set_so = with_habits(rough, [column for page in edges for column in page])
    parts: list[Part] = []
    last = ""
    for at, (page, laid) in enumerate(zip(found, edges, strict=True)):
        tables = [column.is_table for column in page]
        foot = footed(at, [column for column, table in zip(laid, tables, strict=True)], set_so, last)
        last = foot.notes[-1][0] if foot.notes else ""
        outside = [strip for strip in pages[at].strips if (at, strip) in around]
        parts += _page(at, foot, tables, outside, set_so)
        parts += _sideways(at, pages[at].sideways, often)
    return parts, set_so


def _columns(at: int, body: Sequence[Strip], page: Page, gutters: Sequence[float]) -> Iterator[_Column]:
    for is_table, band in bands(body, page.grids):
        if is_table:
            yield _Column(list(rows(at, band, page.grids)), is_table=True)
        else:
            yield from (_Column(lines(at, column)) for column in columns(band, gutters))


def _page(
    at: int, foot: Footed, tables: Sequence[bool], outside: Sequence[Strip], measure: Measure
) -> Iterator[Part]:
    """Yield the parts of a page: what stands above it, its columns, what stands below, its notes."""
    middle = [line.base for column in foot.columns for line in column]
    top = min(middle, default=0.0)
    yield from _around(at, [strip for strip in outside if strip.base < top])
    for column, is_table in zip(foot.columns, tables, strict=True):
        if is_table:
            yield from (Part(at, Passage((row,)), BlockKind.ITEM, Matter.TABLE) for row in column)
        else:
            yield from _column(at, column, measure)
    yield from _around(at, [strip for strip in outside if strip.base >= top])
    for name, note in foot.notes:
        yield from (Part(at, passage, note=name) for passage in passages(note, measure))


def _around(at: int, strips: Sequence[Strip]) -> Iterator[Part]:
    """Yield running heads and feet and page numbers."""
    if strips:
        yield from (Part(at, Passage((line,)), matter=Matter.PAGE_NUMBER) for line in lines(at, strips))


def _sideways(at: int, strips: Iterable[Strip], often: Counter[str]) -> Iterator[Part]:
    """Yield what runs in another direction: on page after page a stamp, else part of a picture."""
    for strip in strips:
        matter = Matter.PAGE_NUMBER if often[strip.text] >= _OFTEN else Matter.CAPTION
        yield Part(at, Passage(tuple(lines(at, [strip]))), matter=matter)


def _column(at: int, column: Sequence[Line], measure: Measure) -> Iterator[Part]:
    """Yield the passages of a column; each line of a table of contents is one."""
    done = 0
    for index, line in enumerate(column):
        if is_contents_line(line.text):
            yield from (Part(at, passage) for passage in passages(column[done:index], measure))
            yield Part(at, Passage((line,)), matter=Matter.CONTENTS)
            done = index + 1
    yield from (Part(at, passage) for passage in passages(column[done:], measure))
