"""A chapter from its clips: measured reel by reel, laid on one clock, and heard through any window."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from narrate.config.schema import OutputTable
from narrate.errors import TakeChanged
from narrate.master import loudness
from narrate.master.layout import frames_of, lay, on_grid
from narrate.master.limiter import limited
from narrate.master.samples import Samples
from narrate.master.stitch import stitched
from narrate.master.takes import take
from narrate.model.audio import Clip
from narrate.model.recording import Cue, Measured, Track
from narrate.model.script import ChapterScript, Line

Frames: TypeAlias = "array[int]"

CODEC_MARGIN = 1.0
"""Decibels kept free below the ceiling: a lossy codec's own peaks lie that much higher."""

SILENCE_BEFORE = 400
"""Milliseconds, one gating block of BS.1770: lines are measured as they are heard, after a silence."""


def measure(lines: Sequence[Line], clips: Iterable[Clip], gains: Mapping[str, float], rate: int) -> Measured:
    """Measure lines at the working level; `gains` holds each voice's own gain in decibels."""
    takes = [take(clip, gains[line.voice], rate) for line, clip in zip(lines, clips, strict=True)]
    lengths = tuple(map(len, takes))
    cues, end = lay(lines, lengths, rate, frames_of(SILENCE_BEFORE, rate))
    pcm = stitched(((cue.start, each) for cue, each in zip(cues, takes, strict=True)), (0, end), None, rate)
    return Measured(lengths, array("f", loudness.energies(pcm, rate)))


def track(chapter: ChapterScript, measured: Sequence[Measured], output: OutputTable) -> Track:
    """Lay a chapter whose lines were measured in parts, and decide how far to turn it.

    Parts are laid snugly, so that each keeps its packets when another one changes; the silence after the last
    line lasts until the next frame of the codecs' grid.
    """
    starts, ends, end = _laid(chapter, measured, output.sample_rate)
    heard = loudness.integrated(np.concatenate([part.energies for part in measured]))
    # A tenth of a decibel is heard by nobody, and a changed sentence seldom turns its whole chapter by one.
    gain = round(loudness.gain(heard, output.loudness), 1)
    return Track(chapter.title, on_grid(end), gain, chapter.lines, starts, ends)


def _laid(chapter: ChapterScript, measured: Sequence[Measured], rate: int) -> tuple[Frames, Frames, int]:
    clock, starts, ends = frames_of(chapter.head, rate), array("q"), array("q")
    for part in measured:
        first, last = len(starts), len(starts) + len(part.lengths)
        snug = last < len(chapter.lines)
        cues, clock = lay(chapter.lines[first:last], part.lengths, rate, clock, snug=snug)
        starts.extend(cue.start for cue in cues)
        ends.extend(cue.end for cue in cues)
    return starts, ends, clock


def within(track: Track, window: tuple[int, int]) -> tuple[Cue, ...]:
    """Return the cues that are heard in a window of the chapter's clock."""
    return track.between(bisect_right(track.ends, window[0]), bisect_left(track.starts, window[1]))


def sound(
    cues: Sequence[Cue],
    clips: Iterable[Clip],
    gains: Mapping[str, float],
    window: tuple[int, int],
    output: OutputTable,
) -> bytes:
    """Return 16-bit PCM of a window at the book's level, no peak above the ceiling, the room under all of it.

    `gains` holds, for each voice, its own gain and the chapter's together.  Raises `TakeChanged` where a
    clip is not as long as its cue.
    """
    tone = None if output.room_tone is False else output.room_tone
    return stitched(_takes(cues, clips, gains, output), window, tone, output.sample_rate)


def _takes(
    cues: Sequence[Cue], clips: Iterable[Clip], gains: Mapping[str, float], output: OutputTable
) -> Iterator[tuple[int, Samples]]:
    rate, ceiling = output.sample_rate, output.true_peak - CODEC_MARGIN
    for cue, clip in zip(cues, clips, strict=True):
        samples = take(clip, gains[cue.line.voice], rate)
        if len(samples) != cue.end - cue.start:
            raise TakeChanged(cue.line.spoken)
        yield cue.start, limited(samples, ceiling, rate)
