"""Where the links of a book's pages lead: names of parts, and of places in them."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit


def target(name: str, href: str) -> str:
    """Return the place that a link in a part leads to, empty where it leads out of the book.

    Nothing climbs above the book's root (RFC 3986, 5.2.4).

    >>> target("text/one.xhtml", "../notes%20.xhtml#n1"), target("text/one.xhtml", "#n2")
    ('notes .xhtml#n1', 'text/one.xhtml#n2')
    >>> target("a.xhtml", "../../../etc/passwd"), target("a.xhtml", "https://example.org/"), target("", "#x")
    ('etc/passwd', '', '#x')
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc:
        return ""
    path = _part(name, unquote(parts.path)) if parts.path else name
    return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path


def _part(name: str, path: str) -> str:
    return normpath(join("/", dirname(name), path)).lstrip("/")
