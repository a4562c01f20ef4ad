"""Stretches of a block that are left out of the midst of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from narrate.model.direction import Direction
from narrate.model.story import Block, Omission, Piece, Reason

Span = tuple[int, int]


def omit(
    block: Block, source: str, pattern: re.Pattern[str], reason: Reason
) -> tuple[Block, tuple[Omission, ...]]:
    """Leave out of a block whatever matches, where it stands in the source as it is read."""
    found = list(_matches(block, source, pattern))
    if not found:
        return block, ()
    omissions = tuple(Omission(*place, reason) for _, place in found)
    return _rest(block, [span for span, _ in found]), omissions


def _matches(block: Block, source: str, pattern: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """Yield where each part of a match stands in the block's text and in the source."""
    for found in pattern.finditer(block.text):
        parts = [
            (piece, begin) for piece, begin in _begun(block.pieces) if _touch(piece, begin, found.span())
        ]
        if all(source[piece.start : piece.end] == piece.text for piece, _ in parts):
            for piece, begin in parts:
                start, end = max(begin, found.start()), min(begin + len(piece.text), found.end())
                yield (start, end), (start - begin + piece.start, end - begin + piece.start)


def _touch(piece: Piece, begin: int, span: Span) -> bool:
    return begin < span[1] and span[0] < begin + len(piece.text)


def _rest(block: Block, cuts: Sequence[Span]) -> Block:
    """Return a block without some stretches of its text."""
    pieces = tuple(kept for piece, begin in _begun(block.pieces) for kept in _kept(piece, begin, cuts))
    directions = tuple(_moved(direction, cuts) for direction in block.directions)
    return replace(block, pieces=pieces, directions=directions)


def _begun(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
    begins = accumulate((len(piece.text) for piece in pieces), initial=0)
    return zip(pieces, begins, strict=False)


def _kept(piece: Piece, begin: int, cuts: Sequence[Span]) -> Iterator[Piece]:
    own = [(start - begin, end - begin) for start, end in cuts if begin <= start < begin + len(piece.text)]
    if not own:
        yield piece
        return
    edges = [0, *(edge for cut in own for edge in cut), len(piece.text)]
    for start, end in list(pairwise(edges))[::2]:
        if start < end:
            yield Piece(piece.text[start:end], piece.start + start, piece.start + end, piece.language)


def _moved(direction: Direction, cuts: Sequence[Span]) -> Direction:
    """Count a direction's places in what is left."""
    start, end = (
        place - sum(min(end, place) - start for start, end in cuts if start < place)
        for place in (direction.start, direction.end)
    )
    return replace(direction, start=start, end=end)
