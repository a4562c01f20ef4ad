"""The reader of plain texts, known at every start; its room waits for the first of them."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book, Source


class PlainReader:
    """Read `.txt` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one plain text into a book of its own headings."""
        from narrate.read.encoding import decode
        from narrate.read.plain.text import read_plain

        source, read = Source(path, decode(path)), partial(read_plain, wanted=wanted)
        if "<" not in source.text:
            return read(source)

        from narrate.read.directions.directed import directed, undirected

        take = directed if wanted.directions else undirected
        return take(source, read, lambda _: False)
