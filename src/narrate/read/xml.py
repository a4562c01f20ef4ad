"""XML from strangers: nothing outside is fetched, nothing declared inside is expanded."""

import re
from html.entities import html5
from typing import TYPE_CHECKING, Final

from narrate.errors import DamagedBook, UnsafeBook

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_XML_OWN: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def parse(data: bytes, place: str) -> "_Element":
    """Parse XML; `place` says in errors where it stands ("book.epub, chapter3.xhtml").

    HTML's own entities (`&nbsp;`) are known whether declared or not.  Raises `DamagedBook` where it is not
    well-formed and `UnsafeBook` where it declares entities of its own, which is how small files grow large
    and how they read files of the machine (XXE).
    """
    from lxml import etree

    refuse_entities(data, place)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(_numbered(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedBook(place, f"this is no well-formed XML ({error})") from error


def refuse_entities(data: bytes, place: str) -> None:
    """Raise `UnsafeBook` where XML declares entities of its own, in whatever encoding."""
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise UnsafeBook(place, "this part declares XML entities of its own")


def _numbered(data: bytes) -> bytes:
    """Write the entities that HTML has names for as numbers, which XML knows too.

    >>> _numbered(b"<p>a&nbsp;b &amp; c</p>")
    b'<p>a&#160;b &amp; c</p>'
    """
    return _NAMED.sub(_number, data)


def _number(found: re.Match[bytes]) -> bytes:
    signs = html5.get(f"{found[1].decode()};", "")
    if found[1] in _XML_OWN or not signs:
        return found[0]
    return "".join(f"&#{ord(sign)};" for sign in signs).encode()
