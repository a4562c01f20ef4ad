"""The reader of PDF documents, known at every start; its room waits for the first of them."""

from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class PdfReader:
    """Read `.pdf` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".pdf",)

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read what is printed on the pages of a PDF document into a book."""
        from narrate.read.assembly import assemble
        from narrate.read.pdf.compose import compose
        from narrate.read.pdf.document import load

        return assemble(path, compose(load(path), wanted), wanted)
