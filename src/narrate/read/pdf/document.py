"""A PDF file opened: its pages as strips, its outline and its facts, or a sentence on why not."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw

from narrate.errors import BrokenPdf, CannotRead, EmptyStory, LockedPdf, NotPdf, ScannedPdf, UnmappedPdf
from narrate.model.metadata import Metadata
from narrate.read.pdf.facts import facts
from narrate.read.pdf.glyphs import typed
from narrate.read.pdf.rules import Grid, ruled
from narrate.read.pdf.strips import Strip, strips

_HEADER: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
"""Bytes at the file's beginning among which the header stands, as in Acrobat."""
_FEW_SIGNS: Final = 20
"""Characters that a picture of a page may have beside it: a stamp, a number."""
_MANY_UNMAPPED: Final = 0.2
_ONE_AT_A_TIME: Final = Lock()
"""PDFium is not to be called by two threads at once."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on a page."""

    strips: tuple[Strip, ...] = ()
    sideways: tuple[Strip, ...] = ()
    """Text that runs in another direction than most of the page's."""
    grids: tuple[Grid, ...] = ()
    signs: int = 0
    unmapped: int = 0
    """Characters of which nobody can tell which letters they are."""
    pictured: bool = False
    """Whether it has a picture and next to no text."""
    lost: bool = False
    """Whether the file names it and does not have it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline and where it leads."""

    title: str
    page: int
    """Counted from 0."""
    depth: int
    """1 for the highest."""
    down: float | None = None
    """How far down that page, in points as strips have it."""


@dataclass(frozen=True, slots=True)
class Document:
    """All that is taken from a PDF file."""

    pages: Sequence[Page]
    outline: Sequence[Bookmark]
    metadata: Metadata


def load(path: Path) -> Document:
    """Take from a PDF file what is printed on its pages.

    Raises `CannotRead`, `EmptyStory`, `NotPdf`, `BrokenPdf`, `LockedPdf`, `ScannedPdf` or `UnmappedPdf`.
    """
    _see_header(path)
    with _ONE_AT_A_TIME:
        document = _opened(path)
        try:
            pages = tuple(_page(document, at) for at in range(len(document)))
            _see_text(path, pages)
            return Document(pages, tuple(_outline(document)), facts(path, document))
        finally:
            document.close()


def _see_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            begun = file.read(_HEADER_WITHIN)
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error
    if not begun:
        raise EmptyStory(path)
    if _HEADER not in begun:
        raise NotPdf(path)


def _opened(path: Path) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise LockedPdf(path) from error
        raise BrokenPdf(path, "it cannot be opened") from error
    if len(document):
        return document
    document.close()
    raise BrokenPdf(path, "it has no pages")


def _page(document: Any, at: int) -> Page:  # noqa: ANN401 - as above
    try:
        page = document[at]
    except pypdfium2.PdfiumError:
        return Page(lost=True)
    with closing(page), closing(page.get_textpage()) as textpage:
        text = typed(textpage)
        grids, walls = ruled(page)
        laid = [tuple(strips(glyphs, walls)) for glyphs in text.directions]
        signs = sum(map(len, text.directions))
        return Page(
            laid[0] if laid else (),
            tuple(strip for direction in laid[1:] for strip in direction),
            grids,
            signs,
            text.unmapped,
            signs < _FEW_SIGNS and any(drawn.type != raw.FPDF_PAGEOBJ_TEXT for drawn in page.get_objects()),
        )


def _see_text(path: Path, pages: Sequence[Page]) -> None:
    """Raise the error of pages that are missing, that are pictures, or whose letters nobody knows."""
    lost = sum(page.lost for page in pages)
    if lost * 2 > len(pages):
        raise BrokenPdf(path, f"{lost} of its {len(pages)} pages are missing")
    pictures = sum(page.pictured for page in pages)
    if pictures * 2 > sum(page.pictured or page.signs > 0 for page in pages):
        raise ScannedPdf(path, _pictures(pictures, len(pages)))
    signs, unmapped = sum(page.signs for page in pages), sum(page.unmapped for page in pages)
    if unmapped > _MANY_UNMAPPED * signs:
        raise UnmappedPdf(path, unmapped, signs)


def _pictures(pictures: int, pages: int) -> str:
    """Say which pages are pictures.

    >>> _pictures(1, 1), _pictures(1, 3), _pictures(2, 3)
    ('its only page is a picture', '1 of its 3 pages is a picture', '2 of its 3 pages are pictures')
    """
    if pages == 1:
        return "its only page is a picture"
    return f"{pictures} of its {pages} pages {'is a picture' if pictures == 1 else 'are pictures'}"


def _outline(document: Any) -> Iterator[Bookmark]:  # noqa: ANN401 - as above
    """Yield the bookmarks that lead to a page of the document."""
    for mark in document.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target else None
        title = " ".join(mark.get_title().split())
        if title and page is not None:
            yield Bookmark(title, page, mark.level + 1, _down(target))


def _down(target: Any) -> float | None:  # noqa: ANN401 - as above
    mode, place = target.get_view()
    top = {raw.PDFDEST_VIEW_XYZ: 1, raw.PDFDEST_VIEW_FITH: 0}.get(mode)
    return -place[top] if top is not None and len(place) > top and place[top] else None
