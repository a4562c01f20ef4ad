"""The reader of Markdown, known at every start; its room waits for the first of them."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book, Source


class MarkdownReader:
    """Read `.md` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one Markdown text into a book of its own headings."""
        from narrate.read.encoding import decode
        from narrate.read.markdown.text import read_markdown

        source = Source(path, decode(path))
        read = partial(read_markdown, code=wanted.code, notes=wanted.notes != "skip")
        if not wanted.directions:
            return read(source)

        from narrate.read.directions.directed import directed
        from narrate.read.markdown.literals import literal

        return directed(source, read, literal(source))
