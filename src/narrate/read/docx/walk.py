"""The walk through a Word document's text, from which its paragraphs come."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from narrate.model.story import BlockKind
from narrate.read.docx.fields import Fields
from narrate.read.docx.numbering import Numbering
from narrate.read.docx.signs import SIGNS
from narrate.read.docx.styles import Look, Styles, is_hidden, language_of
from narrate.read.flow import Matter, Paragraph, Run
from narrate.read.office.galley import PAGE, numbered, row
from narrate.read.office.tree import child, children, name, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD: Final = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "sectPr", "tblPr", "tcPr", "trPr"})
"""Properties, and what a tracked change took away."""
_GALLERIES: Final[Mapping[str, Matter]] = {
    "Table of Contents": Matter.CONTENTS,
    "Cover Pages": Matter.TITLE_PAGE,
    "Bibliographies": Matter.BACK_MATTER,
}
"""Ready-made parts that Word inserts under these names."""


class Walk:
    """One walk through a part; it knows the fields that it is in, and what waits to be read."""

    def __init__(self, part: "_Element", styles: Styles, numbering: Numbering) -> None:
        self._part = part
        self._numbering = numbering
        self._styles = styles
        self._fields = Fields(part)
        self._notes: dict[str, int] = {}
        """How many references to notes of a kind have been passed."""
        self._boxes: list[_Element] = []
        """Text boxes anchored in the paragraph, which are read after it."""
        self._ruled = False
        """Whether a horizontal line was drawn in the paragraph."""
        self._kept: list[Run] = []
        """Words of paragraphs whose end a tracked change took away; the next one goes on with them."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the whole part, as raw as they are."""
        yield from self.blocks(self._part)
        if self._kept:
            yield Paragraph(BlockKind.PROSE, tuple(self._kept))

    def blocks(self, element: "_Element", matter: Matter = Matter.STORY) -> Iterator[Paragraph]:
        """Yield the paragraphs and rows below an element."""
        for each in element:
            match name(each):
                case "p":
                    yield from self._paragraph(each, matter)
                case "tbl":
                    yield from self._table(each, matter)
                case "sdt":
                    yield from self.blocks(each, _gallery(each) or matter)
                case "AlternateContent":
                    yield from self.blocks(_choice(each), matter)
                case unread if unread in _UNREAD:
                    continue
                case _:
                    yield from self.blocks(each, matter)

    def _paragraph(self, element: "_Element", matter: Matter) -> Iterator[Paragraph]:
        properties = child(element, "pPr")
        look = self._styles.look(properties)
        number = self._numbering.mark(*look.numbered)
        said = (*self._kept, *self._runs(element, look))
        page = (Run(PAGE),) if look.paged else ()
        runs = (*page, *numbered(number, said, look.role.kind), *_section(properties))
        if _is_joined_to_next(properties):
            self._kept = list(runs)
            return
        self._kept = []
        yield self._set(runs, look, matter)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box, matter)

    def _set(self, runs: tuple[Run, ...], look: Look, matter: Matter) -> Paragraph:
        kind, level, own = look.role
        blank = not any(run.text.strip() for run in runs)
        if blank and (look.ruled or self._ruled):
            kind = BlockKind.BREAK
        self._ruled = False
        return Paragraph(kind, runs, level, matter if own is Matter.STORY else own)

    def _table(self, table: "_Element", matter: Matter) -> Iterator[Paragraph]:
        """Yield the rows of a table; a single cell is a frame around a text."""
        rows = [list(_below(each, "tc")) for each in _below(table, "tr") if not _is_deleted(each)]
        if [len(cells) for cells in rows] == [1]:
            yield from self.blocks(rows[0][0], matter)
            return
        for cells in rows:
            yield row(part for cell in cells for part in self.blocks(cell, matter))

    def _runs(self, element: "_Element", look: Look) -> Iterator[Run]:
        for each in element:
            match name(each):
                case "r":
                    yield from self._run(each, look)
                case "fldSimple":
                    self._fields.enter(told(each, "instr"))
                    yield from self._runs(each, look)
                    self._fields.leave()
                case "sdt" if child(each, "sdtPr", "showingPlcHdr") is not None:
                    continue
                case "AlternateContent":
                    yield from self._runs(_choice(each), look)
                case unread if unread in _UNREAD:
                    continue
                case _:
                    yield from self._runs(each, look)

    def _run(self, run: "_Element", look: Look) -> Iterator[Run]:
        faces = self._styles.faces(child(run, "rPr"), look)
        hidden = is_hidden(faces)
        mark = _own_mark(run)
        for each in _choices(run):
            match name(each):
                case "fldChar":
                    self._fields.turn(each)
                case "instrText":
                    self._fields.instruct(each.text or "")
                case "drawing" | "pict" | "object":
                    self._picture(each)
                case "footnoteReference" | "endnoteReference" as kind:
                    yield self._reference(each, kind.removesuffix("Reference"), mark)
                case "ruby":
                    base = child(each, "rubyBase")
                    yield from () if base is None else self._runs(base, look)
                case sign if sign in SIGNS and not (hidden or mark or self._fields.silent):
                    text = SIGNS[sign](each)
                    yield Run(text, language_of(text, faces), self._fields.matter)

    def _reference(self, reference: "_Element", kind: str, own_mark: str) -> Run:
        self._notes[kind] = self._notes.get(kind, 0) + 1
        return Run(own_mark or str(self._notes[kind]), note=f"{kind} {told(reference, 'id')}")

    def _picture(self, picture: "_Element") -> None:
        """Keep the text boxes of a drawing for later, and know a horizontal line."""
        self._boxes += (box for box in picture.iter("{*}txbxContent") if _is_outermost(box, picture))
        self._ruled = self._ruled or any(told(shape, "hr") for shape in picture.iter("{*}rect"))


def _is_outermost(box: "_Element", picture: "_Element") -> bool:
    """Tell a text box of a drawing from one inside another, or one that stands in for another."""
    above = takewhile(lambda up: up is not picture, box.iterancestors())
    return {name(up) for up in above}.isdisjoint({"txbxContent", "Fallback"})


def _gallery(control: "_Element") -> Matter | None:
    """Tell what a ready-made part is."""
    return _GALLERIES.get(told(child(control, "sdtPr", "docPartObj", "docPartGallery"), "val"))


def _choice(alternatives: "_Element") -> "_Element":
    """Return one of several ways to show the same thing (ISO/IEC 29500-3, 9.3)."""
    return next(children(alternatives, "Choice", "Fallback"), alternatives)


def _choices(run: "_Element") -> "Iterator[_Element]":
    for each in run:
        yield from _choice(each) if name(each) == "AlternateContent" else (each,)


def _own_mark(run: "_Element") -> str:
    """Return the mark that a writer gave a note in place of its number."""
    custom = any(told(each, "customMarkFollows") in {"1", "true", "on"} for each in run)
    return "".join(text.text or "" for text in children(run, "t")) if custom else ""


def _section(properties: "_Element | None") -> Iterator[Run]:
    """Yield the end of a page after the last paragraph of a section, unless the next goes on below it."""
    section = child(properties, "sectPr")
    if section is not None and told(child(section, "type"), "val") != "continuous":
        yield Run(PAGE)


def _is_joined_to_next(properties: "_Element | None") -> bool:
    return next(children(child(properties, "rPr"), "del", "moveFrom"), None) is not None


def _is_deleted(line: "_Element") -> bool:
    return child(line, "trPr", "del") is not None


def _below(element: "_Element", wanted: str) -> "Iterator[_Element]":
    """Yield rows or cells, whatever controls or changes they are wrapped in."""
    for each in element:
        if name(each) == wanted:
            yield each
        elif name(each) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _below(each, wanted)
