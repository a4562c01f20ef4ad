"""The reader of EPUBs, known at every start; its room waits for the first of them."""

from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class EpubReader:
    """Read `.epub` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".epub",)

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one EPUB into a book of the chapters that its table of contents names."""
        from narrate.read.epub.book import read_epub

        return read_epub(path, wanted)
