"""Running heads and feet and page numbers: told by where they stand and by how they come again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from typing import Final

from narrate.read.headings import is_bare_label, label_level
from narrate.read.numerals import roman
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.strips import Strip

_DEEP: Final = 3
"""Rows from the edge of a page that may be furniture."""
_FEW_PAGES: Final = 6
_SAME_ROW: Final = 0.6
"""Ems."""
_RAISED: Final = 0.1
"""Ems."""
_SAME_PLACE: Final = 3.0
"""Points."""
_LONGEST: Final = 100
_FEW_AHEAD: Final = 30
"""Pages that a document may lack before its first one."""
_LARGEST: Final = 1.3
"""Times the size of the text."""
_APART: Final = 1.2
"""Times the usual distance of lines, between what stands around the text and the text."""
_USUAL: Final = 0.3
"""Share of the pages that have furniture in a place where more of it is taken on trust."""
_EDGES: Final = " \t|[](){}<>-–—•·*~/.,:"
_TOTAL: Final = re.compile(r"\s*(?:of|/)\s*\d+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """Strips side by side at the top or the foot of a page."""

    page: int
    strips: tuple[Strip, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(strip.text for strip in self.strips)

    @property
    def base(self) -> float:
        """Points down the page."""
        return self.strips[0].base

    @property
    def size(self) -> float:
        """Size of its largest words."""
        return max(strip.size for strip in self.strips)


def furniture(pages: Sequence[Sequence[Strip]], measure: Measure) -> set[tuple[int, Strip]]:
    """Return what stands on the pages without being the text: page and strip."""
    found: set[tuple[int, Strip]] = set()
    for top in (True, False):
        rows = [_edge_rows(at, page, measure, top=top) for at, page in enumerate(pages)]
        for depth in range(_DEEP):
            outer = [page[depth] for page in rows if len(page) > depth and _above_is_gone(page, depth, found)]
            for row in _proven(outer, len(pages), measure.size, top=top):
                found.update((row.page, strip) for strip in row.strips)
    return found


def _above_is_gone(page: Sequence[Row], depth: int, found: set[tuple[int, Strip]]) -> bool:
    return all((row.page, row.strips[0]) in found for row in page[:depth])


def _edge_rows(at: int, strips: Iterable[Strip], measure: Measure, *, top: bool) -> list[Row]:
    """Return the rows of a page from an edge inwards, to the last one that stands apart from the next."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: strip.base if top else -strip.base):
        if rows and abs(strip.base - rows[-1][0].base) < _SAME_ROW * max(strip.size, rows[-1][0].size):
            rows[-1].append(strip)
        elif len(rows) <= _DEEP:
            rows.append([strip])
    laid = [Row(at, tuple(sorted(row, key=lambda strip: strip.left))) for row in rows]
    return [row for group in takewhile(_is_no_note, _groups(laid, measure)) for row in group]


def _groups(rows: Sequence[Row], measure: Measure) -> Iterator[list[Row]]:
    """Yield the rows that stand apart from what is further inwards; on a page of few rows all of them."""
    group: list[Row] = []
    for one, two in zip_longest(rows, rows[1:]):
        group.append(one)
        last = len(rows) <= _DEEP if two is None else _is_apart(one, two, measure)
        if last:
            yield group
            group = []


def _is_apart(one: Row, two: Row, measure: Measure) -> bool:
    return abs(two.base - one.base) > _APART * measure.usual(min(one.size, two.size))


def _is_no_note(group: Iterable[Row]) -> bool:
    return not any(map(_is_note, group))


def _proven(rows: Sequence[Row], pages: int, size: float, *, top: bool) -> Iterator[Row]:
    """Yield the rows that are furniture, by their numbers, their words, or the place that is made for it."""
    fitting = [
        row for row in rows if row.size <= _LARGEST * size and len(row.text) <= _LONGEST and not _is_note(row)
    ]
    needed = 2 if pages < _FEW_PAGES else 3
    offsets = Counter(offset for row in fitting for offset in _offsets(row))
    words = Counter((place, row.text.casefold()) for row in fitting for place in _places(row))
    sure = [
        row
        for row in fitting
        if (not top and _is_lone_number(row))
        or any(offsets[offset] >= needed for offset in _offsets(row))
        or any(words[place, row.text.casefold()] >= needed for place in _places(row))
    ]
    yield from sure
    places = Counter(place for row in sure for place in _places(row))
    for row in fitting:
        usual = any(places[place] >= max(needed, _USUAL * pages) for place in _places(row))
        if row not in sure and usual:
            yield row


def _is_lone_number(row: Row) -> bool:
    """Tell the number of a page, alone below its text, from a year or a price."""
    near = any(value <= row.page + _FEW_AHEAD for _, value in page_numbers(row.text))
    return near and len(row.text.split()) == 1


def _places(row: Row) -> Iterator[tuple[int, int]]:
    """Yield the place and size of a row in round figures, and the next ones."""
    base, size = row.base / _SAME_PLACE, round(row.size)
    return iter({(int(base // 1), size), (int((base + 0.5) // 1) + 100_000, size)})


def _offsets(row: Row) -> set[tuple[bool, int]]:
    """Return by how much the numbers at the ends of a row run ahead of its page; Roman ones apart."""
    return {(is_roman, value - row.page) for is_roman, value in page_numbers(row.text)}


def _is_note(row: Row) -> bool:
    """Tell the first line of a note, which begins with a raised mark."""
    first, *rest = row.strips
    lowest = max((strip.base for strip in rest), default=first.base)
    return first.raised or lowest - first.base > _RAISED * first.size


def page_numbers(text: str) -> set[tuple[bool, int]]:
    """Return the numbers that a row begins or ends with, and whether they are Roman.

    >>> sorted(page_numbers("12 | Chapter One")), page_numbers("- xiv -"), page_numbers("Page 3 of 9")
    ([(False, 12)], {(True, 14)}, {(False, 3)})
    >>> page_numbers("Chapter 3"), page_numbers("The Sea"), page_numbers("Chapter 3: The Sea 41")
    (set(), set(), {(False, 41)})
    """
    if label_level(text) is not None and is_bare_label(text):
        return set()
    words = _TOTAL.sub("", text).split()
    bare = [word for word in (word.strip(_EDGES) for word in words) if word]
    return {found for word in [*bare[:1], *bare[-1:]] if (found := _value(word))}


def _value(word: str) -> tuple[bool, int] | None:
    if word.isascii() and word.isdigit() and len(word) <= 4:  # noqa: PLR2004 - no book has 10,000 pages
        return False, int(word)
    value = roman(word)
    return None if value is None else (True, value)
