"""Refuse early: prove that the output folder can take the book before a word is spoken."""

import os
import shutil
from pathlib import Path

from narrate.errors import NotEnoughSpace, TargetNotWritable

_MEGABYTE = 1_000_000


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
    probe = folder / f".narrate-{os.getpid()}.probe"
    try:
        probe.write_bytes(b"\0")
    finally:
        probe.unlink(missing_ok=True)
