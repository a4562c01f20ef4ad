"""Lay a chapter's takes and silences on its clock."""

from collections.abc import Sequence
from typing import Final

from narrate.master.codecs import AAC_FRAME, GRID
from narrate.model.recording import Cue
from narrate.model.script import Line

NUDGE: Final = 3
"""Milliseconds by which a silence may be longer or shorter than it was configured."""


def lay(
    lines: Sequence[Line], lengths: Sequence[int], rate: int, start: int = 0, *, snug: bool = False
) -> tuple[tuple[Cue, ...], int]:
    """Return when each line is heard, its take being so many frames long, and where the last silence ends.

    `snug` nudges silences by a millisecond or so each, so that they end on the grid of AAC's packets where
    there are enough of them: what follows then keeps its packets when a line before it changes.
    """
    silences = [frames_of(line.silence, rate) for line in lines]
    if snug:
        end = start + sum(lengths) + sum(silences)
        silences = _nudged(silences, _to_packet(end), frames_of(NUDGE, rate))
    clock, cues = start, []
    for line, length, silence in zip(lines, lengths, silences, strict=True):
        cues.append(Cue(line, clock, clock + length))
        clock += length + silence
    return tuple(cues), clock


def _to_packet(frame: int) -> int:
    """Return how far it is, forward or back, to where the nearest packet begins.

    >>> _to_packet(1_000), _to_packet(2_100)
    (24, -52)
    """
    return AAC_FRAME // 2 - (frame + AAC_FRAME // 2) % AAC_FRAME


def _nudged(silences: Sequence[int], change: int, most: int) -> list[int]:
    """Spread a change evenly, at most so much on each; where there are too few, they stay as they are.

    The last stays in any case: what an encoder hears before the next line is then as it was.

    >>> _nudged([100, 0, 300, 90], -7, most=5), _nudged([100, 3], 9, most=5)
    ([96, 0, 297, 90], [100, 3])
    """
    nudged = list(silences)
    able = [place for place, silence in enumerate(silences[:-1]) if silence > most]
    if abs(change) <= most * len(able):
        for rank, place in enumerate(able):
            nudged[place] += change * (rank + 1) // len(able) - change * rank // len(able)
    return nudged


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
