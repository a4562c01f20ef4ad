"""The law of the room: blocks and omissions cover every character of a source exactly once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from narrate.model.story import Block, BlockKind, Omission, Piece, Reason

_RUNS = re.compile(r"\s+|\S+")

_END, _START = attrgetter("end"), attrgetter("start")


class Draft(NamedTuple):
    """A block and the place where it stands, which a break without pieces cannot tell."""

    start: int
    block: Block


def scene_break(text: str, pieces: Iterable[Piece]) -> Iterator[Draft | Omission]:
    """Turn an ornament, as written or as an entity, into a break."""
    for index, piece in enumerate(pieces):
        if index == 0:
            yield Draft(piece.start, Block(BlockKind.BREAK))
        yield Omission(piece.start, piece.end, _why(text[piece.start : piece.end], piece))


def _why(printed: str, piece: Piece) -> Reason:
    if printed == piece.text:
        return Reason.SCENE_BREAK
    return Reason.SPACE if printed.isspace() else Reason.MARKUP


def gaps(length: int, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of 0 to `length` that no span covers.

    >>> list(gaps(9, [(4, 6), (0, 2)]))
    [(2, 4), (6, 9)]
    """
    done = 0
    for start, end in sorted(spans):
        if start > done:
            yield done, start
        done = max(done, end)
    if done < length:
        yield done, length


def unclaimed(text: str, pieces: Iterable[Piece], omissions: Iterable[Omission]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a source that are neither in a block nor left out."""
    spoken = ((piece.start, piece.end) for piece in pieces)
    left_out = ((omission.start, omission.end) for omission in omissions)
    return gaps(len(text), [*spoken, *left_out])


def fill(text: str, pieces: Iterable[Piece], omissions: Iterable[Omission]) -> tuple[Omission, ...]:
    """Return the omissions with one more for every gap: white space is space, all else markup.

    >>> from narrate.model.story import Piece
    >>> [(found.start, found.end, found.reason.value) for found in fill("# Ash", [Piece("Ash", 2, 5)], ())]
    [(0, 1, 'markup'), (1, 2, 'white space')]
    """
    named = tuple(omissions)
    found = (run for gap in unclaimed(text, pieces, named) for run in _runs(text, *gap))
    return tuple(sorted([*named, *found], key=lambda omission: omission.start))


def _runs(text: str, start: int, end: int) -> Iterator[Omission]:
    for run in _RUNS.finditer(text, start, end):
        yield Omission(run.start(), run.end(), Reason.SPACE if run[0].isspace() else Reason.MARKUP)


def within(cuts: Sequence[Omission], start: int, end: int) -> Sequence[Omission]:
    """Return the cuts that touch a stretch; all of them are in order and disjoint."""
    first = bisect_right(cuts, start, key=_END)
    return cuts[first : bisect_left(cuts, end, first, key=_START)]
