"""A whole M4B but for its sound: brand, index, tags, titles.  The index is first: players begin at once."""

import struct
from collections.abc import Sequence

from narrate.model.recording import Encoded, Mark
from narrate.publish.mp4_boxes import MATRIX, box, clock, full_box, head
from narrate.publish.mp4_chapters import chapter_track, titles
from narrate.publish.mp4_sound import sound_track
from narrate.publish.mp4_track import Track, trak
from narrate.publish.nero import chpl

_BRANDS = (b"M4B ", b"M4A ", b"mp42", b"isom")
_FTYP = box(b"ftyp", _BRANDS[0], bytes(4), *_BRANDS)
_SOUND, _CHAPTERS = 1, 2
_ADDRESSABLE = 1 << 32
"""Bytes of a file whose places 32 bits can tell."""


def opening(sound: Encoded, marks: Sequence[Mark], meta: bytes, language: str) -> bytes:
    """Return all that stands before the sound, which comes next and last.

    `meta` is the box of the tags, `language` three letters.  Same inputs give the same bytes.
    """
    told = b"".join(titles(marks))
    length = len(told) + sum(sound.sizes)
    tracks = (
        sound_track(sound, _SOUND, language, _CHAPTERS),
        chapter_track(marks, sound.rate, _CHAPTERS, language),
    )
    facts = box(b"udta", meta, chpl(marks, sound.rate))

    def index(start: int, *, wide: bool) -> bytes:
        places = (start + len(told), start)
        boxes = (trak(each, sound.frames, at, wide=wide) for each, at in zip(tracks, places, strict=True))
        return _FTYP + box(b"moov", _mvhd(sound, tracks), *boxes, facts)

    wide = len(index(0, wide=False)) + len(head(b"mdat", length, wide=True)) + length >= _ADDRESSABLE
    before = head(b"mdat", length, wide=wide)
    return index(len(index(0, wide=wide)) + len(before), wide=wide) + before + told


def _mvhd(sound: Encoded, tracks: Sequence[Track]) -> bytes:
    """Tell the length of the whole in frames, at full speed and volume."""
    version, time = clock(sound.frames)
    times = struct.pack(f">2{time}I{time}", 0, 0, sound.rate, sound.frames)
    played = struct.pack(">IH10x", 1 << 16, 0x0100)
    rest = MATRIX + bytes(24) + struct.pack(">I", len(tracks) + 1)
    return full_box(b"mvhd", times, played, rest, version=version)
