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
        if "<" not in source.text:
            return read(source)

        from narrate.read.directions.directed import directed, undirected
        from narrate.read.directions.tags import candidates
        from narrate.read.markdown.literals import literal

        take = directed if wanted.directions else undirected
        return take(source, read, literal(source)) if any(candidates(source.text)) else read(source)
