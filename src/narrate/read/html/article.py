"""The text of one page: its main part, without what surrounds it on the web."""

from pathlib import Path
from typing import TYPE_CHECKING

from narrate.config.schema import ReadTable
from narrate.errors import EmptyStory
from narrate.model.story import Book
from narrate.read.assembly import assemble
from narrate.read.encoding import bytes_of
from narrate.read.flow import Flow
from narrate.read.headed import labelled
from narrate.read.html.head import metadata_of
from narrate.read.html.marks import local, mark_of
from narrate.read.html.notes import find_notes
from narrate.read.html.page import Page, parse_html, parse_xhtml
from narrate.read.html.setting import Setting, is_read
from narrate.read.html.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_html(path: Path, wanted: ReadTable) -> Book:
    """Read one page into a book of its own headings."""
    data = bytes_of(path)
    if not data.strip():
        raise EmptyStory(path)
    parse = parse_xhtml if path.suffix.lower() == ".xhtml" else parse_html
    return assemble(path, flow(Page("", parse(data, str(path)))), wanted)


def flow(page: Page) -> Flow:
    """Return the paragraphs of a page's main part."""
    told = metadata_of(page.root)
    walk = Walk(page, find_notes([page]), told.language)
    return Flow(labelled(list(walk.through(main_part(page.root), Setting()))), metadata=told)


def main_part(root: "_Element") -> "_Element":
    """Return the element that holds the text: the only `main`, else the only `article`, else `body`."""
    seen = [each for each in root.iter("*") if is_read(mark_of(each))]
    mains = [each for each in seen if local(each.tag) == "main" or "main" in mark_of(each).types]
    articles = [each for each in seen if local(each.tag) == "article"]
    bodies = [each for each in seen if local(each.tag) == "body"]
    return next((found[0] for found in (mains, articles) if len(found) == 1), (bodies or [root])[0])
