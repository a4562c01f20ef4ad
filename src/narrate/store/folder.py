"""A shelf in a folder, on this machine or on a shared disk."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from narrate.errors import CacheFull, CacheUnusable, NarrateError
from narrate.store import drafts

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_MARK: Final = 3600
"""Seconds for which a mark of use is good enough."""
_TAG: Final = "CACHEDIR.TAG"
_TAG_TEXT: Final = """\
Signature: 8a477f597d28d172789f06886806bc55
# This is a cache of narrate; backups may leave it out.  See https://bford.info/cachedir/
"""


class Folder:
    """Keep files; each has its name once it is whole.

    Nothing is flushed to the disk: what a power cut tore is found by its seal.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, name: str, length: int | None = None) -> bytes | None:
        """Return a file's bytes; what the disk refuses is as good as gone, and `add` tells why."""
        with suppress(OSError), (self._root / name).open("rb", buffering=0) as file:
            return file.read(-1 if length is None else length)
        return None

    def size(self, name: str) -> int | None:
        """Return a file's size."""
        with suppress(OSError):
            return (self._root / name).stat().st_size
        return None

    def add(self, name: str, kept: bytes) -> bool:
        """Write a file unless there is one: the first of several writers wins."""
        with self._draft(name, kept) as draft:
            return _settle(draft, self._root / name)

    def replace(self, name: str, kept: bytes) -> None:
        """Write a file over another."""
        with self._draft(name, kept) as draft:
            draft.replace(self._root / name)

    def mark_used(self, name: str) -> None:
        """Set a file's time to now, once an hour at most; a read-only cache is used all the same."""
        path = self._root / name
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _MARK:
                os.utime(path)

    def remove(self, name: str) -> None:
        """Delete a file."""
        try:
            (self._root / name).unlink(missing_ok=True)
        except NotADirectoryError:
            pass
        except OSError as error:
            raise self._refusal(error) from error

    def names(self) -> Iterator[tuple[str, int, float]]:
        """List the files two folders down."""
        for folder in _folders(self._root):
            for each in _listed(folder):
                with suppress(OSError):
                    found = each.stat()
                    yield f"{folder.parent.name}/{folder.name}/{each.name}", found.st_size, found.st_mtime

    def sweep(self) -> None:
        """Delete the drafts of dead writers."""
        for folder in _folders(self._root):
            for each in _listed(folder):
                if drafts.is_left(each):
                    with suppress(OSError):
                        Path(each).unlink()

    @contextmanager
    def _draft(self, name: str, kept: bytes) -> Iterator[Path]:
        """Yield a whole file beside the one it shall become; it is gone at the end."""
        draft = drafts.beside(self._root / name)
        try:
            with self._created(draft) as file:
                file.write(kept)
            yield draft
        except OSError as error:
            raise self._refusal(error) from error
        finally:
            with suppress(OSError):
                draft.unlink()

    def _created(self, path: Path) -> BinaryIO:
        try:
            return path.open("xb")
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            (self._root / _TAG).write_text(_TAG_TEXT)
            return path.open("xb")

    def _refusal(self, error: OSError) -> NarrateError:
        if error.errno in _FULL:
            return CacheFull(self._root)
        return CacheUnusable(self._root, error.strerror or error)


def _settle(draft: Path, path: Path) -> bool:
    """Give a draft its name; tell whether it was free."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError:  # no links on this file system, as on FAT: the last writer wins there
        draft.replace(path)
    return True


def _folders(root: Path) -> Iterator[Path]:
    """Find the folders that hold entries."""
    for kind in _listed(root):
        if kind.is_dir():
            yield from (Path(each) for each in _listed(Path(kind)) if each.is_dir())


def _listed(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda each: each.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise CacheUnusable(folder, error.strerror or error) from error
