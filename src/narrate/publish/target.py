"""The output folder: proven to take the book before a word is spoken, told of when it gives out later."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from narrate.alive import here
from narrate.errors import DiskFull, FfmpegFailed, FileRefused, NotEnoughSpace, TargetNotWritable

_MEGABYTE = 1_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT)


def check_target(folder: Path, expected: int = 0) -> None:
    """Create the folder and prove that it takes files and has room for `expected` bytes.

    Raises `NotEnoughSpace` or `TargetNotWritable`.
    """
    try:
        free = shutil.disk_usage(_nearest_existing(folder)).free
        if free < expected:
            raise NotEnoughSpace(folder, -(-expected // _MEGABYTE), free // _MEGABYTE)
        folder.mkdir(parents=True, exist_ok=True)
        _try_to_write(folder)
    except OSError as error:
        raise TargetNotWritable(folder, error.strerror or error) from error


def _nearest_existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


def _try_to_write(folder: Path) -> None:
    probe = folder / f".narrate-{here()}-{os.getpid()}-{token_hex(6)}.part"  # swept like any draft
    try:
        probe.write_bytes(b"\0")
    finally:
        probe.unlink(missing_ok=True)


@contextmanager
def telling_what_was_refused(folder: Path) -> Iterator[None]:
    """Say in one sentence what the system refused in mid-build: `DiskFull` or `FileRefused`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(folder) from error
        raise FileRefused(error.filename or folder, error.strerror or error) from error
    except FfmpegFailed as error:
        if any(os.strerror(code) in str(error) for code in _FULL):
            raise DiskFull(folder) from error
        raise
