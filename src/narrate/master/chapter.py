"""Make a track of a chapter's clips: trim, level, lay, stitch, measure."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from narrate.config.schema import OutputTable
from narrate.master import loudness
from narrate.master.samples import Samples, from_pcm, ratio, resampled
from narrate.master.stitch import Reel
from narrate.master.trim import softened, trimmed
from narrate.model.audio import Clip
from narrate.model.recording import Cue, Track
from narrate.model.script import ChapterScript

BLOCK = 1 << 20
"""Bytes read from disk at a time."""


def record(
    chapter: ChapterScript, clips: Iterable[Clip], gains: Mapping[str, float], output: OutputTable, pcm: Path
) -> Track:
    """Stitch the clips of a chapter's lines, in order, into the file `pcm` and measure it.

    `gains` holds each voice's own gain in decibels.  At no time is more than a line in memory.
    """
    takes = _takes(chapter, clips, gains, output.sample_rate)
    with pcm.open("wb") as file:
        cues, frames = _write(chapter, takes, output, file)
    heard = loudness.measure(blocks(pcm), output.sample_rate)
    gain = loudness.gain(heard, output.loudness)
    return Track(chapter.title, pcm, frames, gain, heard.peak + gain, cues)


def _takes(
    chapter: ChapterScript, clips: Iterable[Clip], gains: Mapping[str, float], rate: int
) -> Iterator[Samples]:
    for line, clip in zip(chapter.lines, clips, strict=True):
        take = resampled(trimmed(from_pcm(clip.pcm)), clip.rate, rate)
        yield softened(take * ratio(gains[line.voice]), rate)


def _write(
    chapter: ChapterScript, takes: Iterable[Samples], output: OutputTable, file: BinaryIO
) -> tuple[tuple[Cue, ...], int]:
    reel, cues = Reel(output.sample_rate, _tone(output)), []
    reel.silence(chapter.head)
    for line, take in zip(chapter.lines, takes, strict=True):
        start = reel.frames
        reel.add(take)
        cues.append(Cue(line, start, reel.frames))
        reel.silence(line.silence)
        file.write(reel.cut())
    return tuple(cues), reel.frames


def _tone(output: OutputTable) -> float | None:
    """Return the level of the room before the chapter is brought from the working level to its own."""
    if output.room_tone is False:
        return None
    return output.room_tone - (output.loudness - loudness.WORKING_LEVEL)


def blocks(pcm: Path) -> Iterator[bytes]:
    """Yield a file in blocks of whole frames."""
    with pcm.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
