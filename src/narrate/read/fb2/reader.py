"""The reader of FictionBooks, known at every start; its room waits for the first of them."""

from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class Fb2Reader:
    """Read `.fb2` files, and zipped ones."""

    suffixes: ClassVar[tuple[str, ...]] = (".fb2", ".fb2.zip", ".fbz")

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one FictionBook into a book of its own sections."""
        from narrate.read.fb2.document import read_fb2

        return read_fb2(path, wanted)
