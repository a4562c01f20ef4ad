"""Where the characters of a block stand in its source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from narrate.model.story import Block, Piece

Span = tuple[int, int]
"""First character, and one past the last."""


@dataclass(frozen=True, slots=True)
class Places:
    """The way back from a block's text to its source."""

    pieces: Sequence[Piece]
    starts: Sequence[int]
    """Where each piece begins in the block's text."""

    @classmethod
    def of(cls, block: Block) -> "Places":
        """Lay out the pieces of a block; those without text say nothing about places."""
        pieces = [piece for piece in block.pieces if piece.text]
        return cls(pieces, [0, *accumulate(len(piece.text) for piece in pieces)][:-1])

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source characters that a span of the block's text stands for."""
        return self._around(start)[0], self._around(end - 1)[1]

    def _around(self, at: int) -> tuple[int, int]:
        """Return the source characters that one character of the text stands for.

        Of several that together stand for other characters the first has them all.
        """
        which = bisect_right(self.starts, at) - 1
        piece, inside = self.pieces[which], at - self.starts[which]
        if piece.end - piece.start != len(piece.text):
            return (piece.start if inside == 0 else piece.end), piece.end
        return piece.start + inside, piece.start + inside + 1
