"""What a FictionBook says of itself."""

from base64 import b64decode
from typing import TYPE_CHECKING

from narrate.model.metadata import Metadata
from narrate.read.facts import date_in, part_in
from narrate.read.office.tree import child, children, told, words

if TYPE_CHECKING:
    from lxml.etree import _Element


def metadata_of(book: "_Element") -> Metadata:
    """Read a book's description; its own date counts before the year of the printed edition."""
    description = child(book, "description")
    title, printed = child(description, "title-info"), child(description, "publish-info")
    series = next(children(title, "sequence"), None)
    written = child(title, "date")
    dates = (told(written, "value"), words(written), words(child(printed, "year")))
    return Metadata(
        title=words(child(title, "book-title")),
        author=_names(title, "author"),
        translator=_names(title, "translator"),
        language=words(child(title, "lang")),
        date=next(filter(None, map(date_in, dates)), ""),
        publisher=words(child(printed, "publisher")),
        series=told(series, "name").strip(),
        part=part_in(told(series, "number")),
        description="\n\n".join(filter(None, map(words, _lines(child(title, "annotation"))))),
        isbn=words(child(printed, "isbn")),
        picture=_picture(book, told(child(title, "coverpage", "image"), "href").removeprefix("#")),
    )


def _picture(book: "_Element", known: str) -> bytes:
    """Return a picture of the book, empty where it is missing or broken, which makes a book no worse."""
    found = (each.text or "" for each in children(book, "binary") if told(each, "id") == known)
    try:
        return b64decode("".join(next(found, "").split()), validate=True)
    except ValueError:
        return b""


def _names(title: "_Element | None", role: str) -> str:
    return ", ".join(filter(None, map(_name, children(title, role))))


def _name(author: "_Element") -> str:
    parts = (words(child(author, part)) for part in ("first-name", "middle-name", "last-name"))
    return " ".join(filter(None, parts)) or words(child(author, "nickname"))


def _lines(annotation: "_Element | None") -> "list[_Element]":
    return [] if annotation is None else list(annotation.iter("{*}p", "{*}v"))
