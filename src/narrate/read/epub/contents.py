"""The tables of contents of an EPUB: the navigation document, the NCX, and what they call its parts."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from narrate.read.flow import Entry
from narrate.read.html.links import target
from narrate.read.html.marks import local, mark_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LISTS: Final = frozenset({"ol", "ul"})


def nav_entries(name: str, root: "_Element") -> tuple[Entry, ...]:
    """Return the entries of a navigation document (EPUB 3.3, 7)."""
    navs = [each for each in root.iter("*") if local(each.tag) == "nav"]
    tables = [each for each in navs if "toc" in mark_of(each).types] or navs[:1]
    return tuple(_led([entry for table in tables[:1] for entry in _list(name, table, 0)]))


def ncx_entries(name: str, root: "_Element") -> tuple[Entry, ...]:
    """Return the entries of an NCX (OPF 2.0.1, 2.4.1)."""
    found = [
        Entry(
            next((words_of(each) for each in point.iterfind("{*}navLabel/{*}text")), ""),
            next((target(name, each.get("src", "")) for each in point.iterfind("{*}content")), ""),
            1 + sum(local(each.tag) == "navpoint" for each in point.iterancestors()),
        )
        for point in root.iter("{*}navPoint")
    ]
    return tuple(_led(found))


def landmarks(name: str, root: "_Element") -> Iterator[tuple[str, str]]:
    """Yield what a navigation document calls the parts: types and places."""
    for nav in (each for each in root.iter("*") if "landmarks" in mark_of(each).types):
        for link in (each for each in nav.iter("*") if local(each.tag) == "a"):
            for kind in mark_of(link).types:
                yield kind, target(name, link.get("href", ""))


def _list(name: str, around: "_Element", depth: int) -> Iterator[Entry]:
    """Yield the entries of a list; an item without a link has no place yet."""
    for each in around:
        tag = local(each.tag)
        if tag == "a":
            yield Entry(
                words_of(each) or each.get("title", ""), target(name, each.get("href", "")), max(depth, 1)
            )
        elif tag == "span" and depth:
            yield Entry(words_of(each), "", depth)
        elif tag not in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            yield from _list(name, each, depth + (tag in _LISTS))


def _led(entries: list[Entry]) -> Iterable[Entry]:
    """Lead entries without a place to where the first one inside them leads."""
    for index, entry in enumerate(entries):
        inside = (each.anchor for each in entries[index + 1 :] if each.depth > entry.depth and each.anchor)
        yield entry if entry.anchor else Entry(entry.title, next(inside, ""), entry.depth)
