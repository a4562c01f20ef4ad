"""What a page of HTML tells of itself in its head."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from narrate.model.metadata import Metadata
from narrate.read.facts import date_in
from narrate.read.html.marks import local, mark_of, words_of
from narrate.read.titles import readable

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES: Final = {
    "title": ("dc.title", "dcterms.title", "citation_title", "og:title"),
    "author": ("author", "dc.creator", "dcterms.creator", "citation_author", "book:author"),
    "language": ("dc.language", "dcterms.language", "content-language"),
    "date": ("dc.date", "dcterms.issued", "dcterms.date", "date", "article:published_time"),
    "publisher": ("dc.publisher", "dcterms.publisher", "publisher"),
    "description": ("description", "dc.description", "dcterms.description", "og:description"),
    "copyright": ("copyright", "dc.rights", "dcterms.rights"),
    "isbn": ("isbn", "books:isbn", "book:isbn"),
}
_BESIDE_SITE: Final = re.compile(r" +[|·•»–—-] +")
"""What parts the title of a page from the name of its site."""
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def metadata_of(root: "_Element") -> Metadata:
    """Read the title and the `meta` elements of a page."""
    told: dict[str, str] = {}
    for name, value in _told(root):
        told.setdefault(name, value)
    values = {key: next((told[name] for name in names if name in told), "") for key, names in _NAMES.items()}
    return Metadata(
        title=values["title"] or title_of(root),
        author=values["author"],
        language=language_tag(mark_of(root).language or values["language"]),
        date=date_in(values["date"]),
        publisher=values["publisher"],
        description=values["description"],
        copyright=values["copyright"],
        isbn=values["isbn"],
    )


def title_of(root: "_Element") -> str:
    """Return a page's title, empty where it says nothing; its main heading, where a site is named beside."""
    titles = (words_of(each) for each in root.iter("{*}title"))
    title = next(titles, "")
    own = [words_of(each) for each in root.iter("{*}h1")]
    if len(own) == 1 and own[0] in _BESIDE_SITE.split(title):
        return own[0]
    return title if readable(title) else ""


def language_tag(said: str) -> str:
    """Return a BCP 47 tag as it should be written, empty for what is none.

    >>> language_tag("en_us"), language_tag("de"), language_tag("English")
    ('en-US', 'de', '')
    """
    tag = said.strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        return ""
    first, *others = tag.split("-")
    return "-".join([first.lower(), *(each.upper() if len(each) == 2 else each for each in others)])  # noqa: PLR2004 - a country


def _told(root: "_Element") -> Iterator[tuple[str, str]]:
    for each in root.iter("{*}meta"):
        given = {local(name) if "}" in name else name.lower(): value for name, value in each.attrib.items()}
        name = given.get("name") or given.get("property") or given.get("http-equiv") or ""
        if value := " ".join(given.get("content", "").split()):
            yield name.lower(), value
