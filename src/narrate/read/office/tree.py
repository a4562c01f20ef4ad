"""Elements and attributes by their local names: the same word under every version of a namespace."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_FLAT: Final = str.maketrans("\t\n\r", "   ")


def name(element: "_Element") -> str:
    """Return an element's name without its namespace.

    >>> from lxml import etree
    >>> name(etree.fromstring('<w:p xmlns:w="urn:w"/>'))
    'p'
    """
    return str(element.tag).rpartition("}")[2]


def told(element: "_Element | None", attribute: str) -> str:
    """Return what an attribute says, whatever its namespace; nothing where there is no such thing.

    >>> from lxml import etree
    >>> told(etree.fromstring('<p xmlns:w="urn:w" w:val="ja"/>'), "val"), told(None, "val")
    ('ja', '')
    """
    if element is None:
        return ""
    said = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == attribute)
    return str(next(said, ""))


def children(element: "_Element | None", *names: str) -> Iterator["_Element"]:
    """Yield the children of these names."""
    if element is not None:
        yield from (each for each in element if name(each) in names)


def child(element: "_Element | None", *path: str) -> "_Element | None":
    """Return the first child, or the first child's child and so on, or nothing.

    >>> from lxml import etree
    >>> child(etree.fromstring("<a><b/><b><c/></b></a>"), "b", "c") is None
    True
    """
    for step in path:
        element = next(children(element, step), None)
    return element


def words(element: "_Element | None") -> str:
    """Return all text of an element, with single blanks.

    >>> from lxml import etree
    >>> words(etree.fromstring("<name> Jane <b>Doe</b></name>"))
    'Jane Doe'
    """
    return "" if element is None else " ".join("".join(element.itertext()).split())


def flat(text: str | None) -> str:
    r"""Return text with its line ends and tabs as blanks; those that count have elements of their own.

    >>> flat("the\n\tlost key"), flat(None)
    ('the  lost key', '')
    """
    return (text or "").translate(_FLAT)
