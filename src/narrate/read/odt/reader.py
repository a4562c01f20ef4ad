"""The reader of OpenDocument texts, known at every start; its room waits for the first of them."""

from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class OdtReader:
    """Read `.odt` files, and flat `.fodt` ones."""

    suffixes: ClassVar[tuple[str, ...]] = (".odt", ".fodt")

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one OpenDocument text into a book of its own headings."""
        from narrate.read.odt.document import read_odt

        return read_odt(path, wanted)
