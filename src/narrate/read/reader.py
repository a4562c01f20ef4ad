"""The contract of a reader."""

from pathlib import Path
from typing import ClassVar, Protocol

from narrate.config.schema import ReadTable
from narrate.model.story import Book


class Reader(Protocol):
    """Turn files of some kind into books; found by the entry-point group `narrate.readers`."""

    suffixes: ClassVar[tuple[str, ...]]
    """The file name endings it answers for, lower case with their dot."""

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one file into a book of its own headings, and of its parts those that are `wanted`.

        The chapters come in reading order; the blocks and omissions of the chapters of a source tile
        that source's text without gap or overlap.  A title that the text does not give is left empty.
        Raises a `BadInput` that names the file, the place and what to do.
        """
        ...
