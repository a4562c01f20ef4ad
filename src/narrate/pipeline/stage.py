"""What workers are told: of the book, and of the piece of it that they are to make.

A piece has a content address: of all that can change its sound, and of nothing else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from narrate.config.schema import OutputTable, SpeechTable
from narrate.model.recording import Cue, Encoding
from narrate.model.script import ChapterScript, Line
from narrate.model.voice import Speaker
from narrate.speak.clips import clip_address
from narrate.store.address import address

MASTER: Final = "master 1"
"""Changes whenever the master room would make another sound of the same clips."""

REEL: Final = 2_700
"""Letters, about three minutes: short enough to share out, long enough to be worth an encoder's start."""


@dataclass(frozen=True, slots=True)
class Stage:
    """All that a worker must know of a book to make its sound."""

    store: str
    """Where clips and finished sound are kept, as `Store` takes it."""
    speech: SpeechTable
    output: OutputTable
    speakers: Mapping[str, Speaker]

    def clip(self, line: Line) -> str:
        """Return the address of a line's clip."""
        speaker = self.speakers[line.voice]
        return clip_address(line.spoken, speaker.voice, speaker.version)

    def gains(self, chapter: float) -> Mapping[str, float]:
        """Return each voice's gain and the chapter's together, in decibels."""
        return {name: speaker.gain + chapter for name, speaker in self.speakers.items()}


@dataclass(frozen=True, slots=True)
class Reel:
    """Some lines in a row: what is spoken and measured in one go."""

    lines: tuple[Line, ...]

    def address(self, stage: Stage) -> str:
        """Name what is measured."""
        laid = [(stage.clip(line), stage.speakers[line.voice].gain, line.silence) for line in self.lines]
        return address("reel", MASTER, stage.output.sample_rate, laid)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a chapter on the codecs' grid: what is encoded in one go."""

    start: int
    """First PCM frame on the chapter's clock."""
    end: int
    cues: tuple[Cue, ...]
    """All that the encoder hears, a little more than what it keeps."""
    gain: float
    """Decibels, the chapter's own."""
    encoding: Encoding

    def address(self, stage: Stage) -> str:
        """Name the packets."""
        output = stage.output
        level = (output.sample_rate, output.true_peak, output.room_tone, self.gain)
        laid = [
            (stage.clip(cue.line), stage.speakers[cue.line.voice].gain, cue.start, cue.end)
            for cue in self.cues
        ]
        return address("sound", MASTER, self.encoding, level, self.start, self.end, laid)


def reels(chapter: ChapterScript) -> Iterator[Reel]:
    """Cut a chapter into reels."""
    lines: list[Line] = []
    letters = 0
    for line in chapter.lines:
        lines.append(line)
        letters += len(line.spoken)
        if letters >= REEL:
            yield Reel(tuple(lines))
            lines, letters = [], 0
    if lines:
        yield Reel(tuple(lines))
