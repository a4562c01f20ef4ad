"""The walk through a FictionBook's bodies, from which its paragraphs come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from narrate.model.story import BlockKind
from narrate.read.flow import TITLE_LEVEL, Matter, Paragraph, Run
from narrate.read.headings import is_bare_label
from narrate.read.office.galley import row
from narrate.read.office.roles import SUBTITLE_LEVEL
from narrate.read.office.tree import children, flat, name, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES: Final = frozenset({"notes", "footnotes", "comments"})
"""Names of bodies that hold notes."""
_LINES: Final = frozenset({"p", "text-author", "date"})


@dataclass(frozen=True, slots=True)
class _Around:
    """What the paragraphs of a place are by what is around them."""

    kind: BlockKind = BlockKind.PROSE
    level: int = TITLE_LEVEL
    """Of the title of the place."""
    matter: Matter = Matter.STORY
    note: str = ""
    language: str = ""


class Walk:
    """One walk through a book; it knows which sections are notes."""

    def __init__(self, book: "_Element") -> None:
        self._bodies = list(children(book, "body"))
        notes = (body for body in self._bodies if told(body, "name") in _NOTES)
        self._notes = {told(part, "id") for body in notes for part in body.iter("{*}section")} - {""}

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of all bodies, as raw as they are."""
        for body in self._bodies:
            matter = Matter.BACK_MATTER if told(body, "name") in _NOTES else Matter.STORY
            yield from self._blocks(body, _Around(matter=matter))

    def _blocks(self, element: "_Element", outer: _Around) -> Iterator[Paragraph]:
        around = replace(outer, language=told(element, "lang") or outer.language)
        for each in element:
            match name(each):
                case "title":
                    yield from self._title(each, around)
                case "subtitle":
                    yield self._set(BlockKind.HEADING, self._runs(each, around), around, SUBTITLE_LEVEL)
                case "v":
                    yield self._set(BlockKind.VERSE, self._runs(each, around), around)
                case line if line in _LINES:
                    yield self._set(around.kind, self._runs(each, around), around)
                case "tr":
                    yield self._row(each, around)
                case _:
                    yield from self._blocks(each, self._inside(each, around))
                    yield from _end(each)

    def _inside(self, part: "_Element", around: _Around) -> _Around:
        """Return what the inside of a part is: a note, a quotation, or a level deeper."""
        known = told(part, "id")
        match name(part):
            case "section" if known in self._notes and not around.note:
                return replace(around, note=known, matter=Matter.STORY)
            case "section":
                return replace(around, level=around.level + 1)
            case "epigraph" | "cite":
                return replace(around, kind=BlockKind.QUOTE)
            case "poem":
                return replace(around, level=SUBTITLE_LEVEL)
            case _:
                return around

    def _set(self, kind: BlockKind, runs: Iterable[Run], around: _Around, level: int = 0) -> Paragraph:
        """Make a paragraph; code that stands in a sentence is a word of it."""
        found = tuple(runs)
        if not all(run.matter is Matter.CODE for run in found if run.text.strip()):
            found = tuple(replace(run, matter=Matter.STORY) for run in found)
        return Paragraph(kind, found, level, around.matter, around.note)

    def _title(self, title: "_Element", around: _Around) -> Iterator[Paragraph]:
        """Yield the lines of a title as one heading; that of a note is mostly its number only."""
        joined: list[Run] = []
        for line in children(title, "p"):
            joined += [*_title_joint(joined), *self._runs(line, around)]
        if not around.note or any(sign.isalpha() for run in joined for sign in run.text):
            yield self._set(BlockKind.HEADING, joined, around, around.level)

    def _row(self, line: "_Element", around: _Around) -> Paragraph:
        cells = children(line, "th", "td")
        joined = row(self._set(BlockKind.PROSE, self._runs(cell, around), around) for cell in cells)
        return replace(joined, note=around.note)

    def _runs(self, element: "_Element", outer: _Around, note: str = "") -> Iterator[Run]:
        around = replace(outer, language=told(element, "lang") or outer.language)
        yield from _said(element.text, around, note)
        for each in element:
            match name(each):
                case "image":
                    pass
                case "a":
                    yield from self._runs(each, around, note or self._target(each))
                case "code":
                    yield from (replace(run, matter=Matter.CODE) for run in self._runs(each, around, note))
                case _:
                    yield from self._runs(each, around, note)
            yield from _said(each.tail, around, note)

    def _target(self, link: "_Element") -> str:
        """Return the note that a link leads to, if it leads to one."""
        known = told(link, "href").partition("#")[2]
        return known if known in self._notes or told(link, "type") == "note" else ""


def _said(text: str | None, around: _Around, note: str) -> Iterator[Run]:
    if text:
        yield Run(flat(text), around.language, note=note)


def _title_joint(before: list[Run]) -> list[Run]:
    """Return what stands between two lines of a title: "Chapter 1" and its name, or two sentences."""
    line = "".join(run.text for run in before).strip()
    if not line or is_bare_label(line):
        return [Run("\n")]
    return [Run(". " if line[-1].isalnum() else " ")]


def _end(part: "_Element") -> Iterator[Paragraph]:
    """Yield what stands after a part: a stanza ends with a blank line, which elsewhere may part scenes."""
    if name(part) == "stanza":
        yield Paragraph(BlockKind.VERSE)
    elif name(part) == "empty-line" and _parts_prose(part):
        yield Paragraph(BlockKind.BREAK)


def _parts_prose(gap: "_Element") -> bool:
    """Tell an empty line between scenes from one that merely sets off something else."""
    beside = (gap.getprevious(), gap.getnext())
    return all(each is not None and name(each) == "p" for each in beside)
