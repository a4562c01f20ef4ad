"""The parts of a Word document, found by their relations (ISO/IEC 29500-2, 9.3)."""

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, Final

from narrate.errors import DamagedBook
from narrate.read.archive import Archive
from narrate.read.office.tree import name, told
from narrate.read.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL: Final = "word/document.xml"


class Package:
    """The parts of one document as XML."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._roots = _relations(archive, "")
        self._main = self._roots.get("officeDocument", _USUAL)
        self._related = _relations(archive, self._main)

    @cached_property
    def document(self) -> "_Element":
        """The text itself; raise `DamagedBook` where there is none."""
        if self._main not in self._archive:
            raise DamagedBook(
                self._archive.path, f"there is no Word document in it ({self._main} is missing)"
            )
        root = self._part(self._main)
        if name(root) != "document":
            raise DamagedBook(self._archive.path, f"there is no Word document in it, but a {name(root)}")
        return root

    @property
    def properties(self) -> "_Element | None":
        """Title, author and so on, where they are given."""
        return self._optional(self._roots.get("core-properties", ""))

    def related(self, kind: str) -> "_Element | None":
        """Return the document's styles, footnotes or endnotes, where it has any."""
        return self._optional(self._related.get(kind, ""))

    def _optional(self, part: str) -> "_Element | None":
        return self._part(part) if part in self._archive else None

    def _part(self, part: str) -> "_Element":
        return parse(self._archive.read(part), self._archive.place(part))


def _relations(archive: Archive, source: str) -> dict[str, str]:
    """Return the parts that a part, or the package, relates to, by the last word of the relation's type."""
    folder, file = posixpath.split(source)
    part = posixpath.join(folder, "_rels", f"{file}.rels")
    if part not in archive:
        return {}
    found = parse(archive.read(part), archive.place(part))
    inside = (each for each in found if told(each, "TargetMode") != "External")
    return {told(each, "Type").rpartition("/")[2]: _absolute(folder, told(each, "Target")) for each in inside}


def _absolute(folder: str, target: str) -> str:
    """Return the name of a part in its package.

    >>> _absolute("word", "styles.xml"), _absolute("word", "/word/styles.xml"), _absolute("", "./a/b.xml")
    ('word/styles.xml', 'word/styles.xml', 'a/b.xml')
    """
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
