"""Lay a chapter's takes and silences on its clock."""

from collections.abc import Sequence

from narrate.master.codecs import GRID
from narrate.model.recording import Cue
from narrate.model.script import Line


def lay(
    lines: Sequence[Line], lengths: Sequence[int], rate: int, start: int = 0
) -> tuple[tuple[Cue, ...], int]:
    """Return when each line is heard, its take being so many frames long, and where the last silence ends."""
    clock, cues = start, []
    for line, length in zip(lines, lengths, strict=True):
        cues.append(Cue(line, clock, clock + length))
        clock += length + frames_of(line.silence, rate)
    return tuple(cues), clock


def on_grid(frame: int) -> int:
    """Return the first frame of the grid that is not before this one.

    >>> on_grid(9_216), on_grid(9_217)
    (9216, 18432)
    """
    return -(-frame // GRID) * GRID


def frames_of(milliseconds: int, rate: int) -> int:
    """Turn a configured silence into frames, once.

    >>> frames_of(350, 22050)
    7718
    """
    return (milliseconds * rate + 500) // 1000
