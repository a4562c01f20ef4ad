"""The walk through an OpenDocument text, from which its paragraphs come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from narrate.model.story import BlockKind
from narrate.read.flow import TITLE_LEVEL, Matter, Paragraph, Run
from narrate.read.odt.numbering import OUTLINE, Numbering
from narrate.read.odt.styles import Styles, is_hidden, language_of
from narrate.read.office.galley import PAGE, numbered, row
from narrate.read.office.roles import PLAIN, Role, heading
from narrate.read.office.tree import child, children, flat, name, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_INDEXES: Final[Mapping[str, Matter]] = {
    "table-of-content": Matter.CONTENTS,
    "illustration-index": Matter.CONTENTS,
    "table-index": Matter.CONTENTS,
    "object-index": Matter.CONTENTS,
    "user-index": Matter.CONTENTS,
    "alphabetical-index": Matter.INDEX,
    "bibliography": Matter.BACK_MATTER,
}
_UNREAD: Final = frozenset(
    {"tracked-changes", "forms", "annotation", "ruby-text", "script", "object", "object-ole"}
)
"""What was deleted, and what a reader of the page does not see."""
_SHAPES: Final = frozenset(
    {"frame", "custom-shape", "rect", "ellipse", "polygon", "path", "caption", "g", "a"}
)
"""What may hold text and stands in a paragraph (`draw:a` is a link around one; `text:a` is not)."""
_LEVELS: Final = frozenset(map(str, range(1, 11)))
_SIGNS: Final[Mapping[str, str]] = {"tab": " ", "line-break": "\n"}
_PAGES: Final = frozenset({"page-number", "page-count"})


@dataclass(frozen=True, slots=True)
class _Around:
    """What the paragraphs of a place are by what is around them."""

    matter: Matter = Matter.STORY
    kind: BlockKind = BlockKind.PROSE
    list: str = ""
    """The style of the list."""
    depth: int = 0
    """Lists around the place."""


class Walk:
    """One walk; it knows how many notes have been passed, and what waits to be read after a paragraph."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._number = ""
        """Of the item that has begun, until a paragraph takes it."""
        self._count = 0
        self._waiting: list[Paragraph] = []
        """Notes and text boxes of the paragraph."""

    def blocks(self, element: "_Element", around: _Around = _Around()) -> Iterator[Paragraph]:
        """Yield the paragraphs and rows below an element, as raw as they are."""
        for each in element:
            match name(each):
                case "p" | "h":
                    yield from self._paragraph(each, around)
                case "list":
                    yield from self._list(each, around)
                case "list-item":
                    self._number = self._numbering.mark(around.list, around.depth, told(each, "start-value"))
                    yield from self.blocks(each, around)
                    self._number = ""
                case "numbered-paragraph":
                    yield from self.blocks(each, replace(around, kind=BlockKind.ITEM))
                case "table":
                    yield from self._table(each, around)
                case index if index in _INDEXES:
                    matter = _INDEXES[index]
                    for body in children(each, "index-body"):
                        yield from self.blocks(body, replace(around, matter=matter))
                case unread if unread in _UNREAD or told(each, "display") == "none":
                    continue
                case _:
                    yield from self.blocks(each, around)

    def _list(self, element: "_Element", around: _Around) -> Iterator[Paragraph]:
        style = told(element, "style-name") or around.list
        goes_on = told(element, "continue-numbering") == "true" or told(element, "continue-list")
        if not (around.depth or goes_on):
            self._numbering.begin(style)
        yield from self.blocks(
            element, replace(around, kind=BlockKind.ITEM, list=style, depth=around.depth + 1)
        )

    def _paragraph(self, element: "_Element", around: _Around) -> Iterator[Paragraph]:
        style, number = told(element, "style-name"), self._taken_number(element)
        runs = tuple(self._runs(element, self._styles.faces("paragraph", style), Matter.STORY))
        hidden = any(told(mark, "is-hidden") == "true" for mark in element.iter("{*}hidden-paragraph"))
        role = self._role(element, style, runs, around)
        waiting, self._waiting = self._waiting, []
        if not hidden:
            page = (Run(PAGE),) if self._styles.is_paged(style) else ()
            said = numbered(number, runs, role.kind)
            yield Paragraph(role.kind, (*page, *said), role.level, role.matter)
            yield from waiting

    def _taken_number(self, element: "_Element") -> str:
        number, self._number = self._number, ""
        if name(element) != "h" or number or told(element, "is-list-header") == "true":
            return number
        return self._numbering.mark(OUTLINE, _level(element), told(element, "start-value"))

    def _role(self, element: "_Element", style: str, runs: tuple[Run, ...], around: _Around) -> Role:
        role = self._styles.role(style)
        if name(element) == "h" and role.level != TITLE_LEVEL:
            role = heading(_level(element))._replace(matter=role.matter)
        elif role == PLAIN:
            blank = not any(run.text.strip() for run in runs)
            kind = BlockKind.BREAK if blank and self._styles.is_ruled(style) else around.kind
            role = Role(kind)
        return role if role.matter is not Matter.STORY else role._replace(matter=around.matter)

    def _table(self, table: "_Element", around: _Around) -> Iterator[Paragraph]:
        """Yield the rows of a table; a single cell is a frame around a text."""
        rows = [list(children(each, "table-cell")) for each in _rows(table)]
        if [len(cells) for cells in rows] == [1]:
            yield from self.blocks(rows[0][0], around)
            return
        for cells in rows:
            yield row(part for cell in cells for part in self.blocks(cell, around))

    def _runs(self, element: "_Element", faces: "tuple[_Element, ...]", matter: Matter) -> Iterator[Run]:
        yield from _said(element.text, faces, matter)
        for each in element:
            yield from self._part(each, faces, matter)
            yield from _said(each.tail, faces, matter)

    def _part(self, each: "_Element", faces: "tuple[_Element, ...]", matter: Matter) -> Iterator[Run]:
        match name(each):
            case "s":
                yield Run(" ")
            case "number":
                return
            case sign if sign in _SIGNS:
                yield Run(_SIGNS[sign])
            case "note":
                yield self._note(each)
            case "span":
                own = self._styles.faces("text", told(each, "style-name"))
                yield from self._runs(each, (*own, *faces), matter)
            case page if page in _PAGES:
                yield from self._runs(each, faces, Matter.PAGE_NUMBER)
            case shape if shape in _SHAPES and _is_drawn(each):
                self._keep(each, "")
            case unread if unread in _UNREAD or (
                unread == "hidden-text" and told(each, "is-hidden") != "false"
            ):
                return
            case _:
                yield from self._runs(each, faces, matter)

    def _keep(self, element: "_Element", note: str) -> None:
        """Keep what is below an element until the paragraph around it is read."""
        waiting, self._waiting = self._waiting, []
        found = [replace(each, note=note) for each in self.blocks(element)]
        self._waiting = [*waiting, *found]

    def _note(self, note: "_Element") -> Run:
        self._count += 1
        known = f"note {self._count}"
        for body in children(note, "note-body"):
            self._keep(body, known)
        citation = child(note, "note-citation")
        mark = "" if citation is None else "".join(citation.itertext()).strip()
        return Run(mark or str(self._count), note=known)


def _said(text: str | None, faces: "tuple[_Element, ...]", matter: Matter) -> Iterator[Run]:
    """Yield words, unless they are hidden."""
    if text and not is_hidden(faces):
        yield Run(flat(text), language_of(text, faces), matter)


def _level(element: "_Element") -> int:
    given = told(element, "outline-level")
    return int(given) if given in _LEVELS else 1


def _is_drawn(element: "_Element") -> bool:
    return "drawing" in str(element.tag)


def _rows(table: "_Element") -> "Iterator[_Element]":
    for each in table:
        if name(each) == "table-row":
            yield each
        elif name(each) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(each)
