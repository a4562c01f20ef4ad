"""What became of every character of a source."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Fate(StrEnum):
    """The three things that can happen to a source character."""

    SPOKEN = "spoken"
    SPOKEN_AS = "spoken as"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Entry:
    """A run of source characters that share one fate."""

    start: int
    end: int
    fate: Fate
    detail: str = ""
    """The words spoken instead, or the reason for leaving out.

    Where something left out stands among the characters that words are spoken for, the first of their
    runs has the words, and the others have none.
    """


@dataclass(frozen=True, slots=True)
class Account:
    """The entries of one source: in order, touching, from its first character to its last."""

    source: Path
    entries: tuple[Entry, ...]
