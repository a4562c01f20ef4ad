"""Lay a chapter's takes and silences on its clock."""

from collections.abc import Sequence
from typing import Final

from narrate.master.codecs import AAC_FRAME, GRID
from narrate.model.recording import Cue
from narrate.model.script import Line

MOST_SHORTENED: Final = 2
"""Milliseconds by which a silence may be shorter than it was configured."""


def lay(
    lines: Sequence[Line], lengths: Sequence[int], rate: int, start: int = 0, *, snug: bool = False
) -> tuple[tuple[Cue, ...], int]:
    """Return when each line is heard, its take being so many frames long, and where the last silence ends.

    `snug` shortens the silences by a millisecond or so each, so that they end on the grid of AAC's packets
    where there are enough of them: what follows then keeps its packets when a line before it changes.
    """
    silences = [frames_of(line.silence, rate) for line in lines]
    if snug:
        spare = (start + sum(lengths) + sum(silences)) % AAC_FRAME
        silences = _shortened(silences, spare, frames_of(MOST_SHORTENED, rate))
    clock, cues = start, []
    for line, length, silence in zip(lines, lengths, silences, strict=True):
        cues.append(Cue(line, clock, clock + length))
        clock += length + silence
    return tuple(cues), clock


def _shortened(silences: Sequence[int], spare: int, most: int) -> list[int]:
    """Take `spare` frames away, evenly, at most so many from each; nothing where there are too few to spare.

    >>> _shortened([100, 0, 300], 7, most=5), _shortened([100, 3], 9, most=5)
    ([97, 0, 296], [100, 3])
    """
    shorter = list(silences)
    able = [place for place, silence in enumerate(silences) if silence > most]
    if spare <= most * len(able):
        for rank, place in enumerate(able):
            shorter[place] -= spare * (rank + 1) // len(able) - spare * rank // len(able)
    return shorter


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
