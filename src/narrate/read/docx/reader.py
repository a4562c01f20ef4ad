"""The reader of Word documents, known at every start; its room waits for the first of them."""

from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class DocxReader:
    """Read `.docx` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".docx",)

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one Word document into a book of its own headings."""
        from narrate.read.docx.document import read_docx

        return read_docx(path, wanted)
