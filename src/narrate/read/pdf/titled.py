"""Which parts are headings, and what the outline calls them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Final

from narrate.config.schema import ReadTable
from narrate.model.story import BlockKind
from narrate.read.flow import Entry, Matter
from narrate.read.headings import PART, is_bare_label, label_level
from narrate.read.pdf.document import Bookmark
from narrate.read.pdf.furniture import page_numbers
from narrate.read.pdf.headings import belong_together, heading_text, is_heading
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.part import Part, key
from narrate.read.pdf.passages import Passage
from narrate.read.sheet import is_wanted

_TOLERANCE: Final = 2.0
"""Ems by which a bookmark may lead below the line that it means."""


def titled(parts: Iterable[Part], measure: Measure, outline: Iterable[Bookmark]) -> list[Part]:
    """Tell the headings, and put the lines of each together."""
    names: dict[int, list[str]] = defaultdict(list)
    for mark in outline:
        names[mark.page].append(key(mark.title))
    found: list[Part] = []
    for part in parts:
        plain = part.is_story and part.kind is BlockKind.PROSE
        if not plain or not is_heading(part.passage, measure, named=_is_named(part, names)):
            found.append(part)
        elif found and found[-1].is_heading and _is_one(found[-1], part, measure):
            lines = (*found[-1].passage.lines, *part.passage.lines)
            found[-1] = replace(found[-1], passage=replace(found[-1].passage, lines=lines))
        else:
            found.append(replace(part, kind=BlockKind.HEADING))
    return found


def _is_one(one: Part, two: Part, measure: Measure) -> bool:
    return one.page == two.page and belong_together(one.passage, two.passage, measure)


def _is_named(part: Part, names: Mapping[int, Sequence[str]]) -> bool:
    own = key(part.text)
    return bool(own) and any(
        own == name or (part.passage.room > 0 and (name.startswith(own) or name.endswith(own)))
        for name in names.get(part.page, ())
    )


def chapters(outline: Sequence[Bookmark]) -> list[Bookmark]:
    """Return the bookmarks down to those of the chapters; none of an outline that merely counts pages."""
    if all(page_numbers(mark.title) and len(mark.title.split()) <= 2 for mark in outline):  # noqa: PLR2004 - "Page 3"
        return []
    depths = sorted({mark.depth for mark in outline})
    deepest = next(dropwhile(lambda depth: _is_above_chapters(depth, outline), depths), depths[-1])
    return [mark for mark in outline if mark.depth <= deepest]


def _is_above_chapters(depth: int, outline: Sequence[Bookmark]) -> bool:
    """Tell a depth at which there is but the book itself, or its parts."""
    here = [mark for mark in outline if mark.depth == depth]
    parts = sum(label_level(mark.title) == PART for mark in here)
    return len(here) == 1 or parts * 2 > len(here) or (parts > 1 and len(here) < len(outline) / 3)


def anchored(
    parts: Sequence[Part], outline: Iterable[Bookmark], wanted: ReadTable
) -> tuple[list[Entry], Mapping[int, list[str]]]:
    """Return the table of contents that the outline is, and the anchors that it needs by the part's place."""
    marks: dict[int, Bookmark] = {}
    for mark in outline:
        place = _target(parts, mark, wanted)
        if place is not None and not (place in marks and _means(parts[place].passage, marks[place])):
            marks[place] = mark
    entries = [
        Entry(_title(mark, parts[place]), f"outline-{place}", mark.depth) for place, mark in marks.items()
    ]
    return entries, {place: [f"outline-{place}"] for place in marks}


def _title(mark: Bookmark, part: Part) -> str:
    """Return what a bookmark says; where that is a number only, all of the heading that begins with it."""
    fuller = part.is_heading and key(part.text).startswith(key(mark.title)) and is_bare_label(mark.title)
    return heading_text(part.passage) if fuller else mark.title


def _target(parts: Sequence[Part], mark: Bookmark, wanted: ReadTable) -> int | None:
    """Return the place of the heading that a bookmark means, else of the first part where it leads."""
    later = [at for at, part in enumerate(parts) if _is_heard(part, wanted) and part.page >= mark.page]
    here = [at for at in later if parts[at].page == mark.page]
    headings = [at for at in here if parts[at].is_heading and _means(parts[at].passage, mark)]
    below = [at for at in here if _is_below(parts[at].passage, mark)]
    return next(iter([*headings, *below, *later]), None)


def _is_heard(part: Part, wanted: ReadTable) -> bool:
    around = part.note or part.matter is Matter.PAGE_NUMBER
    return not around and is_wanted(part.matter, wanted)


def _means(passage: Passage, mark: Bookmark) -> bool:
    one, two = key(passage.text), key(mark.title)
    return bool(one and two) and (one in two or two in one)


def _is_below(passage: Passage, mark: Bookmark) -> bool:
    first = passage.lines[0]
    return mark.down is None or first.base >= mark.down - _TOLERANCE * first.size
