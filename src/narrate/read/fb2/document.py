"""A FictionBook, from its file to its paragraphs."""

from pathlib import Path
from typing import TYPE_CHECKING

from narrate.config.schema import ReadTable
from narrate.errors import DamagedBook, EmptyStory
from narrate.model.story import Book
from narrate.read.archive import open_archive
from narrate.read.assembly import assemble
from narrate.read.encoding import bytes_of
from narrate.read.fb2.description import metadata_of
from narrate.read.fb2.walk import Walk
from narrate.read.flow import Flow
from narrate.read.office.galley import printed
from narrate.read.office.opened import begins_with
from narrate.read.office.tongues import foreign_only
from narrate.read.office.tree import name
from narrate.read.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_fb2(path: Path, wanted: ReadTable) -> Book:
    """Read one FictionBook into a book of its own sections."""
    return assemble(path, _flow(_book(path)), wanted)


def _book(path: Path) -> "_Element":
    book = _zipped(path) if begins_with(path, b"PK") else parse(_some(path), str(path))
    if name(book) != "FictionBook":
        raise DamagedBook(path, f"there is no FictionBook in it, but a {name(book)}")
    return book


def _some(path: Path) -> bytes:
    data = bytes_of(path)
    if not data.strip():
        raise EmptyStory(path)
    return data


def _zipped(path: Path) -> "_Element":
    with open_archive(path) as archive:
        for part in archive.names:
            if part.lower().endswith(".fb2"):
                return parse(archive.read(part), archive.place(part))
    raise DamagedBook(path, "there is no FictionBook in it (no part ends in .fb2)")


def _flow(book: "_Element") -> Flow:
    metadata = metadata_of(book)
    found = Walk(book).paragraphs()
    return Flow(printed(foreign_only(found, metadata.language)), metadata=metadata)
