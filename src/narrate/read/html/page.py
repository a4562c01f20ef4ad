"""From the bytes of a page of HTML or XHTML to its elements."""

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from narrate.errors import DamagedBook
from narrate.read.encoding import decoded
from narrate.read.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED: Final = re.compile(
    rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']\s*(?P<xml>[\w.:-]+)"
    rb"|<meta[^>]*?\scharset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]+)"
    rb"|<meta[^>]*?;\s*charset\s*=\s*(?P<http>[\w.:-]+)",
    re.IGNORECASE,
)
_PROLOGUE: Final = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_HEAD: Final = 4096
"""Bytes in which an encoding is declared."""
_MEANT: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""What a declared encoding is taken for (https://encoding.spec.whatwg.org/#names-and-labels)."""
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Page(NamedTuple):
    """A page, and the name under which links lead to it: empty for a file of its own."""

    name: str
    root: "_Element"

    @property
    def body(self) -> "_Element":
        """The element that holds the words."""
        return next(self.root.iter("{*}body"), self.root)

    def anchor(self, identifier: str) -> str:
        """Return the name of a place in the page."""
        return f"{self.name}#{identifier}"


def parse_xhtml(data: bytes, place: str) -> "_Element":
    """Parse a page that should be XML; where it is not, as browsers parse HTML.

    Raises what `parse` raises for entities of its own, and what `parse_html` raises.
    """
    try:
        return parse(data, place)
    except DamagedBook:
        return parse_html(data, place)


def parse_html(data: bytes, place: str) -> "_Element":
    """Parse HTML as browsers do: by its BOM, what it declares, or else by what its bytes are.

    Raises a `BadInput` where the bytes are no text, or where the parser gives up: on too deep a nest.
    """
    from lxml import etree

    text = _PROLOGUE.sub("", _text(data, place), count=1).replace("\0", "\N{REPLACEMENT CHARACTER}")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    root = etree.fromstring(f"<!DOCTYPE html>{text}".encode("utf-8", "replace"), parser)
    if fatal := [each.message for each in parser.error_log if each.level == etree.ErrorLevels.FATAL]:
        raise DamagedBook(place, f"this page cannot be parsed to its end ({fatal[0]})")
    return etree.Element("html") if root is None else root


def _text(data: bytes, place: str) -> str:
    found = None if data.startswith(_BOMS) else _DECLARED.search(data[:_HEAD])
    if found:
        try:
            return data.decode(_codec((found["xml"] or found["meta"] or found["http"]).decode()))
        except (LookupError, UnicodeError):
            pass  # a wrong declaration; what the bytes are counts
    return decoded(Path(place), data)


def _codec(label: str) -> str:
    """Return Python's name of an encoding that a page declares.

    >>> _codec("ISO-8859-1"), _codec("UTF-8"), _codec("utf-16")
    ('cp1252', 'utf-8', 'utf-8')
    """
    name = codecs.lookup(label).name
    return "utf-8" if name.startswith("utf-16") else _MEANT.get(name, name)  # else this could not be read
