"""The finished sound and its one clock: integer PCM frames at the book's sample rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Literal

from narrate.model.metadata import Metadata
from narrate.model.script import Line


@dataclass(frozen=True, slots=True)
class Cue:
    """When a line is heard."""

    line: Line
    start: int
    """First frame of the line, counted from the start of its track."""
    end: int
    """One past its last frame; the silence after it follows."""


@dataclass(frozen=True, slots=True)
class Track:
    """One chapter, stitched: raw PCM on disk and what is to be done to its level."""

    title: str
    pcm: Path
    """Raw signed 16-bit little-endian mono at the recording's rate."""
    frames: int
    gain: float
    """Decibels that bring the chapter to the book's loudness; applied as the samples go to an encoder."""
    peak: float
    """dBFS of the highest sample with the gain applied."""
    cues: tuple[Cue, ...]


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

    codec: Literal["aac", "mp3", "wav"]
    bitrate: int
    """Bits a second; 0 for WAV."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Compressed sound in the plainest container of its codec (M4A or MP3), without marks or tags."""

    path: Path
    rate: int
    marks: tuple[Mark, ...]
    """The tracks inside, on the recording's clock, counted from this file's first frame."""

    @property
    def frames(self) -> int:
        """Length on the recording's clock."""
        return self.marks[-1].end if self.marks else 0
