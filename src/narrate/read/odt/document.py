"""An OpenDocument text, from its parts to its paragraphs."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from narrate.config.schema import ReadTable
from narrate.errors import DamagedBook, LockedBook
from narrate.model.metadata import Metadata
from narrate.model.story import Book
from narrate.read.archive import Archive
from narrate.read.assembly import assemble
from narrate.read.encoding import bytes_of
from narrate.read.facts import date_in
from narrate.read.flow import Flow
from narrate.read.odt.numbering import Numbering
from narrate.read.odt.styles import Styles
from narrate.read.odt.walk import Walk
from narrate.read.office.galley import printed
from narrate.read.office.opened import begins_with, open_document
from narrate.read.office.tongues import foreign_only, main_language
from narrate.read.office.tree import child, words
from narrate.read.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_MANIFEST = "META-INF/manifest.xml"


def read_odt(path: Path, wanted: ReadTable) -> Book:
    """Read one OpenDocument text into a book of its own headings."""
    return assemble(path, _flow(path, _parts(path)), wanted)


class _Parts(NamedTuple):
    """The parts of a document; of a flat one they are all the same."""

    content: "_Element"
    styles: "_Element | None"
    meta: "_Element | None"


def _parts(path: Path) -> _Parts:
    if any(begins_with(path, start) for start in (b"<", b"\xef\xbb\xbf<")):
        flat = parse(bytes_of(path), str(path))
        return _Parts(flat, flat, flat)
    with open_document(path) as archive:
        _refuse_encrypted(archive)
        return _Parts(
            parse(archive.read("content.xml"), archive.place("content.xml")),
            _optional(archive, "styles.xml"),
            _optional(archive, "meta.xml"),
        )


def _refuse_encrypted(archive: Archive) -> None:
    """Raise `LockedBook` where the manifest says that parts are encrypted."""
    manifest = _optional(archive, _MANIFEST)
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise LockedBook(archive.path, "it has a password")


def _optional(archive: Archive, part: str) -> "_Element | None":
    return parse(archive.read(part), archive.place(part)) if part in archive else None


def _flow(path: Path, parts: _Parts) -> Flow:
    text = child(parts.content, "body", "text")
    if text is None:
        raise DamagedBook(path, "there is no text document in it")
    sheets = (parts.styles, parts.content)
    found = list(Walk(Styles(*sheets), Numbering(*sheets)).blocks(text))
    language = main_language(found)
    metadata = _metadata(child(parts.meta, "meta"))
    return Flow(
        printed(foreign_only(found, language)),
        metadata=replace(metadata, language=metadata.language or language),
    )


def _metadata(meta: "_Element | None") -> Metadata:
    """Read the metadata of a document; its first author wrote it, the latest merely saved it."""
    return Metadata(
        title=words(child(meta, "title")),
        author=words(child(meta, "initial-creator")) or words(child(meta, "creator")),
        language=words(child(meta, "language")),
        date=date_in(words(child(meta, "creation-date"))),
        description=words(child(meta, "description")),
    )
