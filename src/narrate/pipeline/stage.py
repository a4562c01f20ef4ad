"""What workers are told: of the book, and of the piece of it that they are to make.

A piece has a content address: of all that can change its sound, and of nothing else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, pairwise
from typing import Final

from narrate.config.schema import OutputTable, SpeechTable
from narrate.model.recording import Cue, Encoding
from narrate.model.script import ChapterScript, Line
from narrate.model.voice import Speaker
from narrate.speak.clips import clip_address
from narrate.speak.wording import worded
from narrate.store.address import address

MASTER: Final = "master 1"
"""Changes whenever the master room would make another sound of the same clips."""

REEL: Final = 1_200
"""Letters, about two minutes: short enough to share out, long enough to be worth an encoder's start."""

LONGEST: Final = 2 * REEL
"""Letters after which a reel ends with its line."""

_NEAR: Final = REEL // 2


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
        return clip_address(worded(line, speaker.voice), speaker.voice, speaker.version)

    def gains(self, chapter: float) -> Mapping[str, float]:
        """Return each voice's gain and the chapter's together, in decibels."""
        return {name: speaker.gain + chapter for name, speaker in self.speakers.items()}


@dataclass(frozen=True, slots=True)
class Reel:
    """Some lines in a row: what is spoken and measured in one go."""

    lines: Sequence[Line]

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
        gain = self.gain if self.cues else 0.0  # the room is no louder in one chapter than in another
        level = (output.sample_rate, output.true_peak, output.room_tone, gain)
        laid = [
            (stage.clip(cue.line), stage.speakers[cue.line.voice].gain, cue.start, cue.end)
            for cue in self.cues
        ]
        return address("sound", MASTER, self.encoding, level, self.frames, laid)


def reels(chapter: ChapterScript) -> Iterator[Reel]:
    """Cut a chapter into reels of about one size, after lines that are chosen by their words alone.

    So a line that changes moves the cuts beside it at most, and all other reels stay what they were.
    """
    for start, end in pairwise(sorted({0, *_cuts(chapter.lines), len(chapter.lines)})):
        yield Reel(chapter.lines[start:end])


def _cuts(lines: Sequence[Line]) -> Iterator[int]:
    """Cut after a line whose digest is the least of all nearby, and wherever a reel is as long as may be.

    How far those lines are from each other follows from chance alone; twice the distance that counts as near
    is the mean.
    """
    digests = [blake2b(line.spoken.encode()).digest() for line in lines]
    ends = list(accumulate(len(line.spoken) for line in lines))
    cut = 0
    for place, end in enumerate(ends[:-1]):
        first, last = bisect_left(ends, end - _NEAR), bisect_right(ends, end + _NEAR)
        is_least = first > 0 and last < len(ends) and place == first + _least(digests[first:last])
        if is_least or end - cut >= LONGEST:
            yield place + 1
            cut = end


def _least(digests: Sequence[bytes]) -> int:
    """Return the place of the least, the first of several."""
    return digests.index(min(digests))
