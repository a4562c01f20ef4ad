"""The chapter list of Nero (`chpl`), which some players read instead of the chapter track.

It counts chapters and the bytes of a title in one byte each, and time in units of 100 nanoseconds.
"""

import struct
from collections.abc import Sequence

from narrate.model.recording import Mark
from narrate.publish.mp4_boxes import full_box
from narrate.publish.titles import within

MOST_CHAPTERS = 255
LONGEST_TITLE = 255
"""Bytes."""
_TICKS = 10_000_000


def chpl(marks: Sequence[Mark], rate: int) -> bytes:
    """Return the list, or nothing where it cannot hold all: half of the chapters would be worse than none."""
    if len(marks) > MOST_CHAPTERS:
        return b""
    return full_box(
        b"chpl", struct.pack(">IB", 0, len(marks)), *(_entry(mark, rate) for mark in marks), version=1
    )


def _entry(mark: Mark, rate: int) -> bytes:
    title = within(mark.title, LONGEST_TITLE).encode("utf-8")
    return struct.pack(">QB", (2 * mark.start * _TICKS + rate) // (2 * rate), len(title)) + title
