"""A Word document, from its parts to its paragraphs and its notes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.config.schema import ReadTable
from narrate.model.metadata import Metadata
from narrate.model.story import Book
from narrate.read.archive import Archive
from narrate.read.assembly import assemble
from narrate.read.docx.numbering import Numbering
from narrate.read.docx.package import Package
from narrate.read.docx.styles import Styles
from narrate.read.docx.walk import Walk
from narrate.read.facts import date_in
from narrate.read.flow import Flow, Paragraph
from narrate.read.office.galley import printed
from narrate.read.office.opened import open_document
from narrate.read.office.tongues import foreign_only, main_language
from narrate.read.office.tree import child, children, told, words

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_docx(path: Path, wanted: ReadTable) -> Book:
    """Read one Word document into a book of its own headings."""
    with open_document(path) as archive:
        flow = _flow(archive)
    return assemble(path, flow, wanted)


def _flow(archive: Archive) -> Flow:
    package = Package(archive)
    numbering = Numbering(package.related("numbering"))
    found = list(_paragraphs(package, Styles(package.related("styles"), numbering), numbering))
    language = main_language(found)
    metadata = _metadata(package.properties)
    return Flow(
        printed(foreign_only(found, language)),
        metadata=replace(metadata, language=metadata.language or language),
    )


def _paragraphs(package: Package, styles: Styles, numbering: Numbering) -> Iterator[Paragraph]:
    yield from Walk(package.document, styles, numbering).paragraphs()
    for kind in ("footnote", "endnote"):
        part = package.related(f"{kind}s")
        if part is not None:
            yield from _notes(Walk(part, styles, numbering), part, kind)


def _notes(walk: Walk, part: "_Element", kind: str) -> Iterator[Paragraph]:
    """Yield the notes of a part, without the rules that Word draws above notes."""
    for note in children(part, kind):
        if told(note, "type") in {"", "normal"}:
            name = f"{kind} {told(note, 'id')}"
            yield from (replace(each, note=name) for each in walk.blocks(note))


def _metadata(properties: "_Element | None") -> Metadata:
    """Read the core properties (ISO/IEC 29500-2, 11)."""
    return Metadata(
        title=words(child(properties, "title")),
        author=", ".join(filter(None, map(str.strip, words(child(properties, "creator")).split(";")))),
        language=words(child(properties, "language")),
        date=date_in(words(child(properties, "created"))),
        description=words(child(properties, "description")),
    )
