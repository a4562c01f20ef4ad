"""Sound between the engine and the master: 16-bit mono PCM on its own sample clock."""

from dataclasses import dataclass

BYTES_PER_FRAME = 2
"""Signed 16-bit little-endian, one channel."""


@dataclass(frozen=True, slots=True)
class WordMark:
    """Where a word of the spoken text begins in its clip."""

    frame: int
    """On the clip's own clock."""
    start: int
    """First character in the spoken text."""
    end: int


@dataclass(frozen=True, slots=True)
class Clip:
    """What an engine gave for one line."""

    pcm: bytes
    rate: int
    """Frames a second."""
    words: tuple[WordMark, ...] = ()
    """In order; empty where the engine does not tell."""

    @property
    def frames(self) -> int:
        """Length on the clip's own clock."""
        return len(self.pcm) // BYTES_PER_FRAME
