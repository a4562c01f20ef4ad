"""The reader of pages of HTML, known at every start; its room waits for the first of them."""

from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class HtmlReader:
    """Read `.html` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one page into a book of its own headings."""
        from narrate.read.html.article import read_html

        return read_html(path, wanted)
