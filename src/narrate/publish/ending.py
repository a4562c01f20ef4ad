"""Let ffmpeg seek to the end of a file: what it finds there tells whether the index leads to every packet."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from narrate import ffmpeg
from narrate.model.recording import Encoded

_SECONDS = 2
"""Enough to be more than one entry of the index."""

Packet = tuple[int, int, int]
"""When it ends, in PCM frames of the recording, its bytes, and their Adler-32."""


def last_packets(path: Path, sound: Encoded, purpose: str) -> tuple[Packet, ...]:
    """Return the packets of the last seconds by the file's own index and clock; raise `FfmpegFailed`."""
    seconds = max(0, sound.frames // sound.rate - _SECONDS)
    seek = ["-v", "error", "-copyts", "-ss", str(seconds), "-i", ffmpeg.file(path)]
    told, _ = ffmpeg.run(purpose, [*seek, "-map", "0:a:0", "-c", "copy", "-f", "framecrc", "-"])
    return tuple(_packet(line) for line in told.decode("ascii").splitlines() if not line.startswith("#"))


def written_packets(path: Path, sound: Encoded, count: int) -> Iterator[Packet]:
    """Yield the last so many of those that the file ends with; the very last may end after the recording."""
    sizes, first = sound.sizes[-count:], len(sound.sizes) - count
    with path.open("rb") as file:
        file.seek(-sum(sizes), os.SEEK_END)
        for place, size in enumerate(sizes, start=first + 1):
            yield place * sound.frame - sound.lead, size, zlib.adler32(file.read(size), 0)


def _packet(line: str) -> Packet:
    """Read a line of framecrc: stream, decoding time, time, duration, bytes, checksum.

    >>> _packet("0,       1024,       1024,     1024,      331, 0x21b09c7a")
    (2048, 331, 565222522)
    """
    _, _, time, duration, size, checksum, *_ = line.split(",")
    return int(time) + int(duration), int(size), int(checksum, 16)
