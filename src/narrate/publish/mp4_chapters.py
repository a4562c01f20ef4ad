"""The chapters of an M4B as Apple wants them: a track of titles that the sound refers to.

See "Chapter lists" in the QuickTime File Format Specification; every sample is a title.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from narrate.model.recording import Mark
from narrate.publish.mp4_boxes import MATRIX, box, full_box
from narrate.publish.mp4_track import Samples, Track

_LONGEST = (1 << 31) - 1
"""Ticks that a title may last: more is taken for a negative number by some players."""
_MILLISECONDS = 1000
_UTF_8 = box(b"encd", struct.pack(">I", 0x100))
_TEXT = (
    struct.pack(">6xH", 1)
    + struct.pack(">IH4x8x", 1, 0)  # shown; no justification, colour or box
    + struct.pack(">3H2B4x", 0, 0, 1, 0, 0)  # the style of the first font
    + box(b"ftab", struct.pack(">2HB", 1, 1, 0))  # the only font, without a name
)


def ticks(marks: Sequence[Mark], rate: int) -> int:
    """Return the ticks a second of the chapters' clock: the recording's frames.

    Where a chapter has too many of them (from 12 hours at 48 kHz on) it is milliseconds.
    """
    longest = max((mark.end - mark.start for mark in marks), default=0)
    return rate if longest <= _LONGEST else _MILLISECONDS


def titles(marks: Sequence[Mark]) -> list[bytes]:
    """Return the samples: length, UTF-8, and that it is UTF-8."""
    texts = [mark.title.encode("utf-8") for mark in marks]
    return [struct.pack(">H", len(text)) + text + _UTF_8 for text in texts]


def chapter_track(marks: Sequence[Mark], rate: int, number: int, language: str) -> Track:
    """Describe the titles, each shown as long as its chapter lasts."""
    tick = ticks(marks, rate)
    starts = [_rounded(frames * tick, rate) for frames in [*(mark.start for mark in marks), marks[-1].end]]
    samples = Samples(
        np.array([len(title) for title in titles(marks)], np.uint32),
        [(1, end - start) for start, end in pairwise(starts)],
        tick,
        len(marks),
        box(b"text", _TEXT),
    )
    media = full_box(b"gmin", struct.pack(">6H", 0x40, 0x8000, 0x8000, 0x8000, 0, 0))
    return Track(samples, number, b"text", b"Chapters", box(b"gmhd", media, box(b"text", MATRIX)), language)


def _rounded(number: int, by: int) -> int:
    return (2 * number + by) // (2 * by)
