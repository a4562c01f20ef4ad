"""An EPUB, from its package to the paragraphs of all its pages."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from narrate.config.schema import ReadTable
from narrate.errors import DamagedBook, LockedBook, OnlyPictures
from narrate.model.metadata import Metadata
from narrate.model.story import BlockKind, Book
from narrate.model.words import speakable
from narrate.read.archive import Archive, open_archive
from narrate.read.assembly import assemble
from narrate.read.epub.contents import landmarks, nav_entries, ncx_entries
from narrate.read.epub.cover import cover_of
from narrate.read.epub.credits import credits_of
from narrate.read.epub.lock import locked_parts
from narrate.read.epub.matter import first_line, matter_of, named_parts, without_title_page
from narrate.read.epub.package import Item, Package, read_package
from narrate.read.flow import Entry, Flow, Matter, Paragraph, Run
from narrate.read.headed import labelled
from narrate.read.headings import label_level
from narrate.read.html.head import language_tag
from narrate.read.html.marks import local, mark_of
from narrate.read.html.notes import find_notes
from narrate.read.html.page import Page, parse_xhtml
from narrate.read.html.setting import Setting
from narrate.read.html.walk import Walk
from narrate.read.numerals import number
from narrate.read.xml import parse

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def read_epub(path: Path, wanted: ReadTable) -> Book:
    """Read one EPUB into a book of the chapters that its table of contents names."""
    with open_archive(path) as archive:
        found = flow(archive)
    if not any(map(_has_words, found.paragraphs)):
        raise OnlyPictures(path)
    return assemble(path, found, wanted)


def _has_words(paragraph: Paragraph) -> bool:
    """Tell words of the story from the imprint and the contents, which books of pictures have too."""
    return paragraph.matter is Matter.STORY and any(speakable(run.text) for run in paragraph.runs)


class _Leaf(NamedTuple):
    """A page of the book, and what it is as a whole."""

    item: Item
    page: Page | None
    """None where it is missing."""
    is_in_line: bool


class _Contents(NamedTuple):
    entries: tuple[Entry, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    """What the book calls its pages: types and places."""


def flow(archive: Archive) -> Flow:
    """Return the paragraphs of all pages in reading order."""
    package = read_package(archive)
    _refuse_locks(archive, package)
    contents = _contents(archive, package)
    leaves = [_Leaf(item, _page(archive, item), is_in_line) for item, is_in_line in package.pages]
    told = _credits(archive, package, leaves)
    found = list(_paragraphs(leaves, _matters(leaves, contents, told), told.language))
    paragraphs = without_title_page(found if contents.entries else labelled(found), told)
    return Flow(paragraphs, contents.entries or tuple(_labelled(leaves)), told)


def _credits(archive: Archive, package: Package, leaves: Sequence[_Leaf]) -> Metadata:
    """Return what the package tells; where it names no language, that of the first page which has one."""
    told = credits_of(package)
    spoken = (language_tag(mark_of(leaf.page.root).language) for leaf in leaves if leaf.page)
    language = told.language or next(filter(None, spoken), "")
    return replace(told, language=language, picture=cover_of(archive, package))


def _refuse_locks(archive: Archive, package: Package) -> None:
    """Raise `LockedBook` where a page cannot be read; pictures and fonts may be as they are."""
    locked = locked_parts(archive)
    if any(item.name in locked for item, _ in package.pages):
        raise LockedBook(archive.path, "its pages are encrypted (DRM)")


def _contents(archive: Archive, package: Package) -> _Contents:
    """Read the tables of contents: EPUB 3's, and where that names nothing, EPUB 2's."""
    named = tuple(package.guide)
    entries: tuple[Entry, ...] = ()
    if package.nav and package.nav.name in archive:
        name = package.nav.name
        root = parse_xhtml(archive.read(name), archive.place(name))
        entries, named = nav_entries(name, root), (*landmarks(name, root), *named, (name, "toc"))
    if not entries and package.ncx:
        name = package.ncx.name
        with suppress(DamagedBook):  # headings divide the book then
            entries = ncx_entries(name, parse(archive.read(name), archive.place(name)))
    return _Contents(entries, named)


def _page(archive: Archive, item: Item) -> Page | None:
    if item.name not in archive:
        return None
    if not item.is_page:
        return Page(item.name, parse_xhtml(b"<html/>", archive.place(item.name)))
    return Page(item.name, parse_xhtml(archive.read(item.name), archive.place(item.name)))


def _labelled(leaves: Sequence[_Leaf]) -> Iterator[Entry]:
    """Yield, for want of contents and of headings, the pages that begin with "Chapter 1" or "1"."""
    pages = [leaf.page for leaf in leaves if leaf.page and leaf.is_in_line]
    if any(local(each.tag) in _HEADINGS for page in pages for each in page.body.iter("*")):
        return
    for page in pages:
        line = first_line(page.body)
        if label_level(line) or number(line):
            yield Entry(line, page.name)


def _matters(leaves: Sequence[_Leaf], contents: _Contents, told: Metadata) -> Mapping[str, Matter]:
    """Tell what every page is, as a whole."""
    titles = {entry.anchor: entry.title for entry in reversed(contents.entries)}
    named = named_parts(contents.named)
    return {
        leaf.item.name: matter_of(leaf.page, titles.get(leaf.item.name, ""), named, told)
        if leaf.is_in_line
        else Matter.APART
        for leaf in leaves
        if leaf.page
    }


def _paragraphs(leaves: Sequence[_Leaf], matters: Mapping[str, Matter], language: str) -> Iterator[Paragraph]:
    notes = find_notes([leaf.page for leaf in leaves if leaf.page])
    for leaf in leaves:
        if leaf.page is None:
            words = f"{leaf.item.name} is missing from the book"
            yield Paragraph(BlockKind.PROSE, (Run(words),), matter=Matter.MISSING, anchors=(leaf.item.name,))
        else:
            outermost = Setting(matter=matters[leaf.item.name])
            yield from Walk(leaf.page, notes, language).through(leaf.page.body, outermost)
