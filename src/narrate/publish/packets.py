"""The packets of a recording inside a finished file, where they are always the last that stands there."""

import os
from pathlib import Path
from zlib import crc32

from narrate.model.recording import Encoded

_BLOCK = 1 << 20
"""Bytes in memory at a time."""


def write_before(sound: Encoded, opening: bytes, path: Path) -> int:
    """Write a file: its opening, then the packets byte for byte; return the packets' CRC-32."""
    checksum = 0
    with path.open("wb") as out:
        out.write(opening)
        for block in sound.packets:
            out.write(block)
            checksum = crc32(block, checksum)
    return checksum


def written(path: Path, sound: Encoded) -> int | None:
    """Return the CRC-32 of as many bytes at a file's end as the packets have; None where it has fewer."""
    length, checksum = sum(sound.sizes), 0
    if path.stat().st_size < length:
        return None
    with path.open("rb") as file:
        file.seek(-length, os.SEEK_END)
        while block := file.read(_BLOCK):
            checksum = crc32(block, checksum)
    return checksum
