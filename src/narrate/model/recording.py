"""The finished sound and its one clock: integer PCM frames at the book's sample rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from narrate.model.metadata import Metadata
from narrate.model.script import Line

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True, slots=True)
class Cue:
    """When a line is heard."""

    line: Line
    start: int
    """First frame of the line, counted from the start of its track."""
    end: int
    """One past its last frame; the silence after it follows."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What must be known of some lines in a row to lay them and to level their chapter."""

    lengths: tuple[int, ...]
    """PCM frames of every take."""
    energies: "array[float]"
    """Mean squares, K-weighted, of every 100 ms of all, stitched (type code f)."""


@dataclass(frozen=True, slots=True)
class Track:
    """One chapter on its own clock: when each line is heard and what is done to its level.

    The sound itself follows from the clips of the lines, whenever it is wanted.
    """

    title: str
    frames: int
    gain: float
    """Decibels that bring the chapter from the working level to the book's loudness."""
    lines: Sequence[Line]
    starts: "array[int]"
    """First frame of every line (type code q)."""
    ends: "array[int]"
    """One past the last frame of every line (type code q)."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """When each line is heard."""
        return self.between(0, len(self.starts))

    def between(self, first: int, last: int) -> tuple[Cue, ...]:
        """Return the cues of some lines in a row."""
        return tuple(map(Cue, self.lines[first:last], self.starts[first:last], self.ends[first:last]))


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter's place in the whole."""

    title: str
    start: int
    """Frames from the start of the book."""
    end: int


def marks(tracks: Sequence[Track]) -> tuple[Mark, ...]:
    """Return the chapter marks of tracks back to back: they start at 0, touch, and end at the last frame."""
    ends = list(accumulate(track.frames for track in tracks))
    starts = [0, *ends[:-1]]
    return tuple(
        Mark(track.title, start, end) for track, start, end in zip(tracks, starts, ends, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Recording:
    """Every chapter of a book in order, on one clock."""

    metadata: Metadata
    rate: int
    """Frames a second."""
    tracks: tuple[Track, ...]

    @property
    def frames(self) -> int:
        """Length of the whole."""
        return sum(track.frames for track in self.tracks)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a format wants its sound: what the master's encoder is told."""

    codec: Literal["aac", "mp3"]
    bitrate: int
    """Bits a second."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Compressed sound as bare packets, without container, marks or tags."""

    packets: Iterable[bytes]
    """Packets back to back, in blocks of any length, read anew whenever they are asked for.

    AAC access units without a header of any kind, or whole MPEG audio frames.
    """
    sizes: "array[int]"
    """Bytes of every packet, in order (type code H)."""
    encoding: Encoding
    rate: int
    """PCM frames a second."""
    frame: int
    """PCM frames that a packet holds."""
    lead: int
    """PCM frames that a decoder gives before the first of the recording; a player has to skip them."""
    marks: tuple[Mark, ...]
    """The tracks inside, on the recording's clock, counted from the first PCM frame after the lead."""

    @property
    def frames(self) -> int:
        """Length on the recording's clock."""
        return self.marks[-1].end if self.marks else 0
