"""Web addresses in the midst of a text, for those who do not want to hear them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from narrate.model.direction import Direction
from narrate.model.story import Block, Book, Chapter, Omission, Piece, Reason

Span = tuple[int, int]

_ADDRESS: Final = re.compile(
    r"(?:^|(?P<blank>\s)|\b)(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}’']/?(?(blank)|\s*)",
    re.IGNORECASE,
)
"""An address with the blank before it; at the beginning of a text, with those behind it."""


def without_addresses(book: Book) -> Book:
    """Leave out every web address that stands in the source as it is read.

    >>> [found[0] for found in _ADDRESS.finditer("www.a.org tells (https://b.net/c?d=1), or at http://e.com.")]
    ['www.a.org ', 'https://b.net/c?d=1', ' http://e.com']
    """
    return replace(book, chapters=tuple(map(_without, book.chapters)))


def _without(chapter: Chapter) -> Chapter:
    cut = [(block, list(_addresses(block, chapter.source.text))) for block in chapter.blocks]
    if not any(found for _, found in cut):
        return chapter
    left_out = (Omission(*place, Reason.LINK) for _, found in cut for _, place in found)
    omissions = sorted([*chapter.omissions, *left_out], key=lambda omission: omission.start)
    blocks = tuple(_rest(block, [span for span, _ in found]) if found else block for block, found in cut)
    return replace(chapter, blocks=blocks, omissions=tuple(omissions))


def _addresses(block: Block, source: str) -> Iterator[tuple[Span, Span]]:
    """Yield where each part of an address stands in the block's text and in the source."""
    for found in _ADDRESS.finditer(block.text):
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
