"""How the files of documents are opened, before anything in them is believed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from narrate.errors import CannotRead, LockedBook, OldDocument
from narrate.read.archive import Archive, open_archive

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins a compound file [MS-CFB]: an old Word document, or a new one under a password."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Word keeps what it has encrypted [MS-OFFCRYPTO]."""


@contextmanager
def open_document(path: Path) -> Iterator[Archive]:
    """Open a document's zip file; raise `LockedBook`, `OldDocument` or what `open_archive` raises."""
    _refuse_compound(path)
    with open_archive(path) as archive:
        yield archive


def begins_with(path: Path, signature: bytes) -> bool:
    """Tell whether a file begins with these bytes; raise `CannotRead`."""
    try:
        with path.open("rb") as file:
            return file.read(len(signature)) == signature
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error


def _refuse_compound(path: Path) -> None:
    if begins_with(path, _COMPOUND):
        if _ENCRYPTED in path.read_bytes():
            raise LockedBook(path, "it has a password")
        raise OldDocument(path)
