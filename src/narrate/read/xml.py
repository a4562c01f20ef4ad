"""XML from strangers: nothing outside is fetched, nothing declared inside is expanded."""

import re
from html.entities import html5
from typing import TYPE_CHECKING, Final

from narrate.errors import DamagedBook, UnsafeBook

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED: Final = re.compile(rb"&(?!#)(?:([A-Za-z][A-Za-z0-9]*);)?")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
"""The BOMs of UTF-16."""
_XML_OWN: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def parse(data: bytes, place: str) -> "_Element":
    """Parse XML; `place` says in errors where it stands ("book.epub, chapter3.xhtml").

    HTML's own entities (`&nbsp;`) are known whether declared or not; unknown ones stay as text, and so does
    a bare `&`.  Raises `DamagedBook` where it is not
    well-formed and `UnsafeBook` where it declares entities of its own, which is how small files grow large
    and how they read files of the machine (XXE).
    """
    from lxml import etree

    refuse_entities(data, place)
    wide = data.startswith(_WIDE)
    parser = etree.XMLParser(
        encoding="utf-8" if wide else None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        narrow = data.decode("utf-16").encode() if wide else data
        return etree.fromstring(_numbered(narrow), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedBook(place, f"this is no well-formed XML ({error})") from error


def refuse_entities(data: bytes, place: str) -> None:
    """Raise `UnsafeBook` where XML declares entities of its own, in whatever encoding."""
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise UnsafeBook(place, "this part declares XML entities of its own")


def _numbered(data: bytes) -> bytes:
    """Write the entities that HTML has names for as numbers, which XML knows too, and all else as text.

    >>> _numbered(b"<p>a&nbsp;b &amp; &c; & d</p>")
    b'<p>a&#160;b &amp; &amp;c; &amp; d</p>'
    """
    return _NAMED.sub(_number, data)


def _number(found: re.Match[bytes]) -> bytes:
    if found[1] in _XML_OWN:
        return found[0]
    signs = html5.get(f"{found[1].decode()};", "") if found[1] else ""
    if not signs:
        return b"&amp;" + found[0][1:]
    return "".join(f"&#{ord(sign)};" for sign in signs).encode()
