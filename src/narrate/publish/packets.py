"""The packets of a recording inside a finished file, where they are always the last that stands there."""

import shutil
from pathlib import Path
from typing import BinaryIO

from narrate.model.recording import Encoded

_BLOCK = 1 << 20
"""Bytes in memory at a time."""


def write_before(sound: Encoded, opening: bytes, path: Path) -> None:
    """Write a file: its opening, then the packets byte for byte."""
    with path.open("wb") as out, sound.path.open("rb") as packets:
        out.write(opening)
        shutil.copyfileobj(packets, out, _BLOCK)


def stand_in(path: Path, sound: Encoded) -> bool:
    """Tell whether the file ends with exactly these packets."""
    length = sum(sound.sizes)
    start = path.stat().st_size - length
    if start < 0 or sound.path.stat().st_size != length:
        return False
    with path.open("rb") as file, sound.path.open("rb") as packets:
        file.seek(start)
        return _same(file, packets)


def _same(one: BinaryIO, other: BinaryIO) -> bool:
    while block := one.read(_BLOCK):
        if block != other.read(_BLOCK):
            return False
    return not other.read(1)
