"""A track of an MP4 file: what its samples are, how long each lasts, where it lies (ISO/IEC 14496-12, 8)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from narrate.publish.mp4_boxes import MATRIX, box, clock, full_box

_HERE = full_box(b"dref", struct.pack(">I", 1), full_box(b"url ", flags=1))
"""The samples are in the same file."""
_FULL_VOLUME = 0x0100


@dataclass(frozen=True, slots=True)
class Samples:
    """What a track plays; a sample is a packet of sound or a title."""

    sizes: npt.NDArray[np.uint16] | npt.NDArray[np.uint32]
    """Bytes of each, in order and back to back."""
    durations: Sequence[tuple[int, int]]
    """How many in a row last how many ticks."""
    ticks: int
    """Ticks a second."""
    chunk: int
    """Samples between two entries of the index."""
    description: bytes
    """The entry of `stsd`."""
    groups: bytes = b""
    """Boxes that tell what some samples have in common."""

    @property
    def duration(self) -> int:
        """Ticks of all."""
        return sum(count * ticks for count, ticks in self.durations)

    @property
    def offsets(self) -> npt.NDArray[np.uint64]:
        """Bytes from the first sample to the first of every chunk."""
        chunks = np.add.reduceat(self.sizes, np.arange(0, len(self.sizes), self.chunk), dtype=np.uint64)
        return np.cumsum(chunks) - chunks


@dataclass(frozen=True, slots=True)
class Track:
    """Samples, and how players are to take them."""

    samples: Samples
    number: int
    """Counted from 1."""
    kind: bytes
    """Of the handler: `soun` or `text`."""
    name: bytes
    head: bytes
    """The box that this kind of track has before its samples."""
    language: str
    """Three letters of ISO 639-2."""
    lead: int = 0
    """Ticks at the start that a player decodes and does not play."""
    chapters: int = 0
    """Number of the track that holds this one's chapters; 0 for none."""

    @property
    def audible(self) -> bool:
        """Whether a player plays the track; chapters are only shown."""
        return self.kind == b"soun"


def trak(track: Track, frames: int, start: int, *, wide: bool) -> bytes:
    """Return the box of a track whose samples begin at byte `start` of the file.

    `frames` are its length in ticks of the whole file; `wide` tells that places pass 32 bits.
    """
    reference = box(b"tref", box(b"chap", struct.pack(">I", track.chapters))) if track.chapters else b""
    media = _mdia(track, start, wide=wide)
    return box(b"trak", _tkhd(track, frames), _edts(track, frames), reference, media)


def _tkhd(track: Track, frames: int) -> bytes:
    """Say whether it is on, how loud, and that it belongs to a group of alternatives of its own."""
    version, time = clock(frames)
    times = struct.pack(f">2{time}2I{time}", 0, 0, track.number, 0, frames)
    volume = _FULL_VOLUME if track.audible else 0
    place = struct.pack(">2I4H", 0, 0, 0, track.audible, volume, 0) + MATRIX + struct.pack(">2I", 0, 0)
    return full_box(b"tkhd", times, place, version=version, flags=3 if track.audible else 0)


def _edts(track: Track, frames: int) -> bytes:
    """Cut off what the decoder gives before the first frame and after the last."""
    version, time = clock(frames)
    edit = struct.pack(f">I{time}{time.lower()}2H", 1, frames, track.lead, 1, 0)
    return box(b"edts", full_box(b"elst", edit, version=version))


def _mdia(track: Track, start: int, *, wide: bool) -> bytes:
    handler = struct.pack(">I4s12x", 0, track.kind) + track.name + b"\0"
    inside = box(b"minf", track.head, box(b"dinf", _HERE), _stbl(track.samples, start, wide=wide))
    return box(b"mdia", _mdhd(track), full_box(b"hdlr", handler), inside)


def _mdhd(track: Track) -> bytes:
    samples, (version, time) = track.samples, clock(track.samples.duration)
    times = struct.pack(f">2{time}I{time}", 0, 0, samples.ticks, samples.duration)
    return full_box(b"mdhd", times, _language(track.language), version=version)


def _language(code: str) -> bytes:
    """Pack three letters into five bits each.

    >>> _language("eng").hex()
    '15c70000'
    """
    first, second, third = (ord(letter) & 0x1F for letter in code)
    return struct.pack(">2H", first << 10 | second << 5 | third, 0)


def _stbl(samples: Samples, start: int, *, wide: bool) -> bytes:
    return box(
        b"stbl",
        full_box(b"stsd", struct.pack(">I", 1), samples.description),
        _table(b"stts", samples.durations),
        _table(b"stsc", _chunks(len(samples.sizes), samples.chunk)),
        full_box(b"stsz", struct.pack(">2I", 0, len(samples.sizes)), samples.sizes.astype(">u4").data),
        _places(samples.offsets + np.uint64(start), wide=wide),
        samples.groups,
    )


def _table(kind: bytes, rows: Sequence[tuple[int, ...]]) -> bytes:
    return full_box(kind, struct.pack(">I", len(rows)), *(struct.pack(f">{len(row)}I", *row) for row in rows))


def _chunks(count: int, each: int) -> list[tuple[int, int, int]]:
    """Say from which chunk on how many samples are in one, of the first description.

    >>> _chunks(70, 32), _chunks(3, 32)
    ([(1, 32, 1), (3, 6, 1)], [(1, 3, 1)])
    """
    full, rest = divmod(count, each)
    whole, last = [(1, each, 1)] * bool(full), [(full + 1, rest, 1)] * bool(rest)
    return whole + last


def _places(places: npt.NDArray[np.uint64], *, wide: bool) -> bytes:
    kind, width = (b"co64", ">u8") if wide else (b"stco", ">u4")
    return full_box(kind, struct.pack(">I", len(places)), places.astype(width).data)
