"""EPUBs for tests, made of as little as each of them is about."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" {}>'
LINEAR = ("yes", "no")


def xhtml(body: str, given: str = "", head: str = "") -> str:
    """Write a page."""
    return f"{XHTML.format(given)}<head><title>Any</title>{head}</head><body>{body}</body></html>"


def chapter(title: str, words: str = "Once there was a fox.") -> str:
    """Write a page with a heading and a paragraph."""
    return xhtml(f"<h1>{title}</h1><p>{words}</p>")


def nav(entries: str, more: str = "") -> str:
    """Write a navigation document around the items of a list."""
    return xhtml(f'<nav epub:type="toc"><h1>Contents</h1><ol>{entries}</ol></nav>{more}')


def entry(href: str, title: str, inside: str = "") -> str:
    """Write an item of a navigation document."""
    below = f"<ol>{inside}</ol>" * bool(inside)
    return f'<li><a href="{href}">{title}</a>{below}</li>'


@dataclass
class Epub:
    """What is in an EPUB; pages are in the spine in their order."""

    pages: Mapping[str, str | bytes] = field(default_factory=dict)
    facts: str = "<dc:title>The Fox</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language>"
    nav: str = ""
    ncx: str = ""
    guide: str = ""
    outside: Sequence[str] = ()
    """Pages that are not linear."""
    unlisted: Sequence[str] = ()
    """Pages that are not in the spine."""
    items: str = ""
    """More items of the manifest."""
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    """More parts, by their whole names; empty ones are left out."""

    def package(self) -> str:
        """Write the package document."""
        items = "".join(
            f'<item id="i{at}" href="{escape(name)}" media-type="application/xhtml+xml"/>'
            for at, name in enumerate(self.pages)
        )
        items += (
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            * bool(self.nav)
        )
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' * bool(self.ncx)
        spine = "".join(
            f'<itemref idref="i{at}" linear="{LINEAR[name in self.outside]}"/>'
            for at, name in enumerate(self.pages)
            if name not in self.unlisted
        )
        return (
            '<package version="3.0" xmlns="http://www.idpf.org/2007/opf"'
            ' xmlns:opf="http://www.idpf.org/2007/opf">'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{self.facts}</metadata>'
            f'<manifest>{items}{self.items}</manifest><spine toc="ncx">{spine}</spine>'
            f"<guide>{self.guide}</guide></package>"
        )

    def write(self, path: Path) -> Path:
        """Write the file."""
        parts: dict[str, str | bytes] = {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": self.package(),
            "OEBPS/nav.xhtml": self.nav,
            "OEBPS/toc.ncx": self.ncx,
            **{f"OEBPS/{name}": page for name, page in self.pages.items()},
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in (parts | dict(self.parts)).items():
                if data:
                    made.writestr(name, data)
        return path
