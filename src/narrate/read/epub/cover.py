"""The cover of an EPUB, wherever its edition says which picture that is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from narrate.errors import BadInput
from narrate.read.html.links import target
from narrate.read.html.marks import local
from narrate.read.html.page import parse_xhtml

if TYPE_CHECKING:
    from narrate.read.archive import Archive
    from narrate.read.epub.package import Package

_KINDS: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")


def cover_of(archive: "Archive", package: "Package") -> bytes:
    """Return the picture of the cover as it is, empty where none can be had."""
    for name in _names(archive, package):
        try:
            return archive.read(name)
        except BadInput:  # a book is no worse for a broken picture
            continue
    return b""


def _names(archive: "Archive", package: "Package") -> Iterator[str]:
    """Yield what may be the cover: of EPUB 3, of EPUB 2, and the first picture of the guide's cover page."""
    pictures = {item.name: item for item in package.items.values() if item.media_type in _KINDS}
    yield from (name for name, item in pictures.items() if "cover-image" in item.properties)
    for meta in package.root.iter("{*}meta"):
        item = package.items.get(meta.get("content", ""))
        if meta.get("name") == "cover" and item and item.name in pictures:
            yield item.name
    for kind, place in package.guide:
        name = place.partition("#")[0]
        if kind == "cover" and name in archive:
            yield from [name] if name in pictures else _pictures_on(archive, name)


def _pictures_on(archive: "Archive", name: str) -> Iterator[str]:
    try:
        page = parse_xhtml(archive.read(name), archive.place(name))
    except BadInput:
        return
    for each in page.iter("*"):
        if local(each.tag) in {"img", "image"}:
            given = {local(key): value for key, value in each.attrib.items()}
            yield target(name, given.get("src") or given.get("href", ""))
