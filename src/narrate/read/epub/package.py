"""The package of an EPUB: what it is called, its parts, and the order in which they are read.

EPUB 3.3, 5 (https://www.w3.org/TR/epub-33/#sec-package-doc) and OPF 2.0.1.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from narrate.errors import DamagedBook
from narrate.read.html.links import target
from narrate.read.html.marks import local
from narrate.read.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

    from narrate.read.archive import Archive

_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml"})
_NCX: Final = "application/x-dtbncx+xml"


class Item(NamedTuple):
    """A part of the book, as the manifest has it."""

    name: str
    """In the archive."""
    media_type: str
    properties: frozenset[str]

    @property
    def is_page(self) -> bool:
        """Whether it has words."""
        return self.media_type in _PAGES


class Package(NamedTuple):
    """What the package document says."""

    root: "_Element"
    name: str
    items: Mapping[str, Item]
    """By their identifiers."""
    order: tuple[tuple[Item, bool], ...]
    """The spine: the parts in reading order, and whether they are in its line."""

    @property
    def pages(self) -> Iterator[tuple[Item, bool]]:
        """All parts with words: those of the spine in its order, then those that only links lead to."""
        linear = any(is_in_line for _, is_in_line in self.order)
        listed = {item.name for item, _ in self.order}
        yield from ((item, is_in_line or not linear) for item, is_in_line in self.order)
        for item in self.items.values():
            if item.is_page and item.name not in listed and "nav" not in item.properties:
                yield item, False

    @property
    def nav(self) -> Item | None:
        """The table of contents of EPUB 3."""
        return next((item for item in self.items.values() if "nav" in item.properties), None)

    @property
    def ncx(self) -> Item | None:
        """The table of contents of EPUB 2."""
        named = next((self.items.get(each.get("toc", "")) for each in self.root.iter("{*}spine")), None)
        return named or next((item for item in self.items.values() if item.media_type == _NCX), None)

    @property
    def guide(self) -> Iterator[tuple[str, str]]:
        """What EPUB 2 calls the parts: types and places."""
        for each in self.root.iter("{*}reference"):
            yield each.get("type", "").lower(), target(self.name, each.get("href", ""))


def read_package(archive: "Archive") -> Package:
    """Find and read the package document; raise `DamagedBook` where there is none."""
    name = _package_name(archive)
    root = parse(archive.read(name), archive.place(name))
    known = {each.lower(): each for each in archive.names}
    items = {each.get("id", ""): _item(name, each, known) for each in root.iter("{*}item")}
    refs = (
        (items.get(each.get("idref", "")), each.get("linear") != "no") for each in root.iter("{*}itemref")
    )
    order = dict.fromkeys((item, linear) for item, linear in refs if item)
    if not order:
        raise DamagedBook(archive.place(name), "the package has no reading order")
    return Package(root, name, items, tuple(order))


def _package_name(archive: "Archive") -> str:
    """Return the name that the container gives, else of the only thing that looks like a package."""
    with suppress(DamagedBook):  # it only points the way
        container = parse(archive.read(_CONTAINER), archive.place(_CONTAINER))
        for each in container.iter("{*}rootfile"):
            if (name := target("", each.get("full-path", ""))) in archive:
                return name
    found = sorted((name for name in archive.names if name.lower().endswith(".opf")), key=len)
    if not found:
        raise DamagedBook(archive.path, "it has no package document (.opf), which an EPUB has to have")
    return found[0]


def _item(package: str, element: "_Element", known: Mapping[str, str]) -> Item:
    """Read an item; a name that differs from the part's only in its capitals is that part's."""
    name = target(package, element.get("href", "")).partition("#")[0]
    given = {local(key): value for key, value in element.attrib.items()}
    properties = frozenset(given.get("properties", "").split())
    return Item(known.get(name.lower(), name), given.get("media-type", "").lower(), properties)
