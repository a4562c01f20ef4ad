from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from master.ebur128 import measured as heard_by_ffmpeg
from narrate.config.schema import OutputTable
from narrate.errors import TakeChanged
from narrate.master.chapter import CODEC_MARGIN, measure, sound, track, within
from narrate.master.codecs import GRID
from narrate.master.layout import frames_of
from narrate.master.samples import Samples, from_pcm, to_pcm
from narrate.model.audio import Clip
from narrate.model.recording import Track
from narrate.model.script import ChapterScript, Line, Role

SILENCES = (400, 0, 1500)


def hum(seconds: float, rate: int = 22050, level: float = 0.2) -> Samples:
    time = np.arange(round(seconds * rate)) / rate
    return (level * np.sin(2 * np.pi * 440 * time)).astype(np.float32)


def clip(seconds: float, before: float = 0.0, after: float = 0.0, rate: int = 22050) -> Clip:
    quiet = [np.zeros(round(edge * rate), np.float32) for edge in (before, after)]
    return Clip(to_pcm(np.concatenate([quiet[0], hum(seconds, rate), quiet[1]])), rate)


def chapter(silences: Sequence[int] = SILENCES) -> ChapterScript:
    lines = tuple(Line(f"Line {silence}.", Role.NARRATOR, "voice", silence=silence) for silence in silences)
    return ChapterScript("A chapter", Path("a.txt"), lines, head=750)


def recorded(clips: Sequence[Clip], output: OutputTable, gain: float = 0.0) -> tuple[Track, Samples]:
    """Lay a chapter of these clips and listen to all of it."""
    part = measure(chapter().lines, clips, {"voice": gain}, output.sample_rate)
    laid = track(chapter(), [part], output)
    pcm = sound(laid.cues, clips, {"voice": gain + laid.gain}, (0, laid.frames), output)
    return laid, from_pcm(pcm)


def quiet_stretches(samples: Samples, rate: int, below: float) -> list[float]:
    """Milliseconds of every stretch longer than 50 ms whose samples all lie below the amplitude."""
    loud = np.flatnonzero(np.abs(samples) > below)
    gaps = np.diff(np.concatenate([[-1], loud, [len(samples)]])) - 1
    return [gap * 1000 / rate for gap in gaps if gap > rate / 20]


@pytest.mark.parametrize("rate", [22050, 44100])
def test_the_configured_silence_is_what_is_heard(rate: Literal[22050, 44100]) -> None:
    clips = [clip(0.8, 0.05, 0.3), clip(1.0, 0.2, 0.0), clip(0.7, 0.0, 0.1)]
    _, heard = recorded(clips, OutputTable(sample_rate=rate))
    head, between, tail = quiet_stretches(heard, rate, 0.003)
    assert [head, between] == pytest.approx([750, 400], abs=5)
    assert -5 <= tail - 1500 <= 1000 * GRID / rate + 5


def test_a_chapter_ends_on_the_grid_and_not_before_its_last_silence() -> None:
    laid, heard = recorded([clip(0.8), clip(1.0), clip(0.7)], OutputTable())
    assert laid.frames == len(heard)
    assert laid.frames % GRID == 0
    assert 0 <= laid.frames - laid.cues[-1].end - frames_of(1500, 22050) < GRID


def test_cues_tell_where_the_words_are() -> None:
    laid, heard = recorded([clip(0.8, 0.1, 0.1), clip(1.0), clip(0.7)], OutputTable(room_tone=False))
    for cue in laid.cues:
        assert np.max(np.abs(heard[cue.start : cue.end])) > 0.1
    for cue, silence in zip(laid.cues, SILENCES, strict=True):
        assert not heard[cue.end : cue.end + frames_of(silence, 22050)].any()


def test_an_engine_with_another_rate_joins_the_books_clock() -> None:
    laid, _ = recorded([clip(0.8), clip(1.0, rate=24000), clip(0.7, rate=16000)], OutputTable())
    assert [(cue.end - cue.start) / 22050 for cue in laid.cues] == pytest.approx([0.8, 1.0, 0.7], abs=0.002)


def test_joins_do_not_click() -> None:
    """A take cut out of a loud sound starts and ends in mid-wave; its edges must still be soft."""
    _, heard = recorded([Clip(to_pcm(np.full(20000, 0.5, np.float32)), 22050)] * 3, OutputTable())
    assert np.max(np.abs(np.diff(heard))) < 0.05


@pytest.mark.parametrize("level", [-16.0, -20.0, -30.0])
def test_a_chapter_is_as_loud_as_asked_and_no_peak_too_high(level: float) -> None:
    output = OutputTable(loudness=level, true_peak=-3.0)
    _, heard = recorded([clip(9.0)] * 3, output, gain=-6.0)
    loudness, peak = heard_by_ffmpeg(to_pcm(heard), 22050)
    assert loudness == pytest.approx(level, abs=0.15)
    assert peak <= -3.0 - CODEC_MARGIN + 0.1


def test_the_room_is_heard_at_its_level() -> None:
    laid, heard = recorded([clip(2.0)] * 3, OutputTable(loudness=-16.0, room_tone=-60.0))
    silence = heard[laid.cues[-1].end + 10 :]
    assert 10 * np.log10(np.mean(silence.astype(np.float64) ** 2)) == pytest.approx(-60.0, abs=1.5)


def test_parts_measured_apart_make_the_same_chapter() -> None:
    spaced, clips, gains = chapter([400, 700, 1500]), [clip(1.3), clip(1.7), clip(0.9)], {"voice": 0.0}
    lines = spaced.lines
    whole = track(spaced, [measure(lines, clips, gains, 22050)], OutputTable())
    parts = [measure(lines[at : at + 1], clips[at : at + 1], gains, 22050) for at in range(3)]
    apart = track(spaced, parts, OutputTable())
    assert (apart.frames, apart.cues) == (whole.frames, whole.cues)
    assert apart.gain == pytest.approx(whole.gain, abs=0.11)


def test_windows_side_by_side_are_the_chapter() -> None:
    clips, gains, output = [clip(1.3), clip(1.7), clip(0.9)], {"voice": -3.0}, OutputTable()
    laid = track(chapter(), [measure(chapter().lines, clips, gains, 22050)], output)
    whole = sound(laid.cues, clips, gains, (0, laid.frames), output)
    edges, parts = [0, 30_000, 31_000, laid.frames], []
    for window in pairwise(edges):
        cues = within(laid, window)
        parts.append(sound(cues, [clips[laid.cues.index(cue)] for cue in cues], gains, window, output))
    assert b"".join(parts) == whole


def test_a_clip_of_another_length_than_its_cue_is_told() -> None:
    clips, gains = [clip(1.3), clip(1.7), clip(0.9)], {"voice": 0.0}
    laid = track(chapter(), [measure(chapter().lines, clips, gains, 22050)], OutputTable())
    with pytest.raises(TakeChanged, match="Line 0"):
        sound(laid.cues, [clips[0], clip(1.6), clips[2]], gains, (0, laid.frames), OutputTable())
