"""What workers are told: of the book, and of the piece of it that they are to make.

A piece has a content address: of all that can change its sound, and of nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, takewhile
from typing import Final
from zlib import crc32

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
    """A part of a chapter, whole packets long: what is encoded in one go.

    Its clock begins with it, so that it is the same wherever it comes to stand.
    """

    frames: int
    """Length in PCM frames."""
    cues: tuple[Cue, ...]
    """All that the encoder hears, a little more than what it keeps: the first may begin before 0."""
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
        return address("sound", MASTER, self.encoding, level, self.frames, laid)


def reels(chapter: ChapterScript) -> Iterator[Reel]:
    """Cut a chapter into reels of about one size, after lines that are chosen by their words alone.

    So a line that changes moves the cuts beside it at most, and all other reels stay what they were.
    """
    start = 0
    while start < len(chapter.lines):
        end = _cut(chapter.lines, start)
        yield Reel(chapter.lines[start:end])
        start = end


def _cut(lines: Sequence[Line], start: int) -> int:
    """Choose where to cut, of the places at which a reel has two thirds to four thirds of its size."""
    sizes = accumulate(len(line.spoken) for line in islice(lines, start, None))
    letters = list(takewhile(lambda size: 3 * size <= 4 * REEL, sizes))
    if start + len(letters) == len(lines):
        return len(lines)
    able = [place for place, size in enumerate(letters, start) if 3 * size >= 2 * REEL]
    beyond = start + len(letters)
    return 1 + min(able, key=lambda place: crc32(lines[place].spoken.encode()), default=beyond)
