"""Books that are a zip file with parts in it (EPUB, DOCX, ODT), opened with care.

Nothing is ever unpacked to disk.  What a part claims to be large is refused before it is read, and no more
is read than it claims.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from narrate.errors import CannotRead, DamagedBook, EmptyStory, LockedBook, UnsafeBook

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_PARTS: Final = 50_000
LARGEST_PART: Final = 256 << 20
"""Bytes, unpacked."""
LARGEST: Final = 4 << 30
"""Bytes of all parts together, unpacked."""
_DENSEST: Final = 200
"""How many times larger than packed an honest part may be; a page of nothing but blanks is below it."""
_SMALL: Final = 8 << 20
"""Bytes; however densely packed, so little is no bomb."""
_LOCKED: Final = 0x1
"""The flag of an encrypted part (APPNOTE 4.4.4)."""


class Archive:
    """The parts of a zip file, by their names with slashes in them."""

    def __init__(self, path: Path, opened: "ZipFile") -> None:
        self.path = path
        self._zip = opened
        self._parts = {_name(info): info for info in opened.infolist() if not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they lie in the file."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def place(self, name: str) -> str:
        """Say where a part is, for an error's sentence."""
        return f"{self.path}, {name}"

    def read(self, name: str) -> bytes:
        """Return a part's bytes; raise `DamagedBook` or `LockedBook`."""
        import zlib
        from zipfile import BadZipFile

        if (info := self._parts.get(name)) is None:
            raise DamagedBook(self.place(name), "this part is missing from the book")
        if info.flag_bits & _LOCKED:
            raise LockedBook(self.path, "its zip file has a password")
        try:
            with self._zip.open(info) as part:
                return part.read(info.file_size)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise DamagedBook(self.place(name), f"this part cannot be unpacked ({error})") from error


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a zip file; raise `CannotRead`, `EmptyStory`, `DamagedBook` or `UnsafeBook`."""
    from zipfile import BadZipFile, ZipFile

    try:
        opened = ZipFile(path)
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error
    except (BadZipFile, ValueError, NotImplementedError) as error:
        if not path.stat().st_size:
            raise EmptyStory(path) from error
        raise DamagedBook(path, "this is no whole zip file, which such a book has to be") from error
    with opened:
        _prove_safe(path, opened.infolist())
        yield Archive(path, opened)


def _name(info: "ZipInfo") -> str:
    """Return a part's name, with the slashes that some programs write the other way round."""
    return info.filename.replace("\\", "/").lstrip("/")


def _prove_safe(path: Path, parts: "list[ZipInfo]") -> None:
    """Raise `UnsafeBook` for what no honest book holds."""
    for info in parts:
        if ".." in _name(info).split("/"):
            raise UnsafeBook(path, f"its part {info.filename!r} points outside of it")
        if _is_bomb(info):
            raise UnsafeBook(path, f"its part {info.filename!r} would unpack to {info.file_size:,} bytes")
    size, packed = sum(info.file_size for info in parts), sum(info.compress_size for info in parts)
    if len(parts) > MOST_PARTS or size > LARGEST or _is_dense(size, packed):
        raise UnsafeBook(path, "it would unpack to far more than a book is")


def _is_bomb(info: "ZipInfo") -> bool:
    """Tell a part too large, too dense, or packed so that its unpacking cannot be held in check."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED

    odd = info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}
    return odd or info.file_size > LARGEST_PART or _is_dense(info.file_size, info.compress_size)


def _is_dense(size: int, packed: int) -> bool:
    return size > max(_SMALL, _DENSEST * packed)
