"""The text of one page: its main part, without what surrounds it on the web."""

from pathlib import Path

from narrate.config.schema import ReadTable
from narrate.errors import EmptyStory
from narrate.model.story import Book
from narrate.read.assembly import assemble
from narrate.read.encoding import bytes_of
from narrate.read.flow import Flow, Matter
from narrate.read.headed import labelled
from narrate.read.html.head import metadata_of
from narrate.read.html.notes import find_notes
from narrate.read.html.page import Page, parse_html, parse_xhtml
from narrate.read.html.setting import Setting
from narrate.read.html.surroundings import body_of, main_part
from narrate.read.html.walk import Walk


def read_html(path: Path, wanted: ReadTable) -> Book:
    """Read one page into a book of its own headings."""
    data = bytes_of(path)
    if not data.strip():
        raise EmptyStory(path)
    parse = parse_xhtml if path.suffix.lower() == ".xhtml" else parse_html
    return assemble(path, flow(Page("", parse(data, str(path)))), wanted)


def flow(page: Page) -> Flow:
    """Return the paragraphs of a page; what surrounds its main part is apart."""
    told, body = metadata_of(page.root), body_of(page.root)
    walk = Walk(page, find_notes([page]), told.language)
    outermost = Setting(matter=Matter.STORY if main_part(page.root) is body else Matter.APART)
    return Flow(labelled(list(walk.through(body, outermost))), metadata=told)
