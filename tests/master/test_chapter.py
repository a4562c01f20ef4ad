from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from narrate.config.schema import OutputTable
from narrate.master.chapter import record
from narrate.master.loudness import WORKING_LEVEL, measure
from narrate.master.samples import Samples, from_pcm, to_pcm
from narrate.master.stitch import frames_of
from narrate.model.audio import Clip
from narrate.model.script import ChapterScript, Line, Role

SILENCES = (400, 0, 1500)


def hum(seconds: float, rate: int = 22050) -> Samples:
    time = np.arange(round(seconds * rate)) / rate
    return (0.2 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)


def clip(seconds: float, before: float = 0.0, after: float = 0.0, rate: int = 22050) -> Clip:
    quiet = [np.zeros(round(edge * rate), np.float32) for edge in (before, after)]
    return Clip(to_pcm(np.concatenate([quiet[0], hum(seconds, rate), quiet[1]])), rate)


def chapter() -> ChapterScript:
    lines = tuple(Line(f"Line {silence}.", Role.NARRATOR, "voice", silence=silence) for silence in SILENCES)
    return ChapterScript("A chapter", Path("a.txt"), lines, head=750)


def quiet_stretches(sound: Samples, rate: int, below: float) -> list[float]:
    """Milliseconds of every stretch longer than 50 ms whose samples all lie below the amplitude."""
    loud = np.flatnonzero(np.abs(sound) > below)
    gaps = np.diff(np.concatenate([[-1], loud, [len(sound)]])) - 1
    return [gap * 1000 / rate for gap in gaps if gap > rate / 20]


@pytest.mark.parametrize("rate", [22050, 44100])
def test_the_configured_silence_is_what_is_heard(tmp_path: Path, rate: Literal[22050, 44100]) -> None:
    clips = [clip(0.8, 0.05, 0.3), clip(1.0, 0.2, 0.0), clip(0.7, 0.0, 0.1)]
    track = record(chapter(), clips, {"voice": 0.0}, OutputTable(sample_rate=rate), tmp_path / "a.pcm")
    sound = from_pcm(track.pcm.read_bytes())
    assert quiet_stretches(sound, rate, 0.003) == pytest.approx([750, 400, 1500], abs=5)


def test_cues_tell_where_the_words_are(tmp_path: Path) -> None:
    clips = [clip(0.8, 0.1, 0.1), clip(1.0), clip(0.7)]
    track = record(chapter(), clips, {"voice": 0.0}, OutputTable(room_tone=False), tmp_path / "a.pcm")
    sound = from_pcm(track.pcm.read_bytes())
    assert track.frames == len(sound) == track.cues[-1].end + frames_of(1500, 22050)
    for cue in track.cues:
        assert np.max(np.abs(sound[cue.start : cue.end])) > 0.1
    for cue, silence in zip(track.cues, SILENCES, strict=True):
        assert not sound[cue.end : cue.end + frames_of(silence, 22050)].any()


def test_an_engine_with_another_rate_joins_the_books_clock(tmp_path: Path) -> None:
    clips = [clip(0.8), clip(1.0, rate=24000), clip(0.7, rate=16000)]
    track = record(chapter(), clips, {"voice": 0.0}, OutputTable(), tmp_path / "a.pcm")
    lengths = [(cue.end - cue.start) / 22050 for cue in track.cues]
    assert lengths == pytest.approx([0.8, 1.0, 0.7], abs=0.002)


def test_joins_do_not_click(tmp_path: Path) -> None:
    """A take cut out of a loud hum starts and ends in mid-wave; its edges must still be soft."""
    clips = [Clip(to_pcm(np.full(20000, 0.5, np.float32)), 22050)] * 3
    track = record(chapter(), clips, {"voice": 0.0}, OutputTable(), tmp_path / "a.pcm")
    sound = from_pcm(track.pcm.read_bytes())
    assert np.max(np.abs(np.diff(sound))) < 0.05


def test_the_gain_brings_the_chapter_to_its_level(tmp_path: Path) -> None:
    output = OutputTable(loudness=-20.0)
    track = record(chapter(), [clip(2.0)] * 3, {"voice": -6.0}, output, tmp_path / "a.pcm")
    heard = measure([track.pcm.read_bytes()], output.sample_rate)
    assert heard.integrated + track.gain == pytest.approx(-20.0, abs=0.1)
    assert heard.peak + track.gain == pytest.approx(track.peak)


def test_the_room_is_heard_at_its_level_once_the_gain_is_applied(tmp_path: Path) -> None:
    output = OutputTable(loudness=WORKING_LEVEL + 4, room_tone=-60.0)
    track = record(chapter(), [clip(2.0)] * 3, {"voice": 0.0}, output, tmp_path / "a.pcm")
    silence = from_pcm(track.pcm.read_bytes())[track.cues[-1].end + 10 :]
    level = 10 * np.log10(np.mean(silence.astype(np.float64) ** 2))
    assert level == pytest.approx(-64.0, abs=1.5)


def test_clips_are_asked_for_one_at_a_time(tmp_path: Path) -> None:
    """A chapter's clips are never all in memory."""
    written: list[int] = []
    pcm = tmp_path / "a.pcm"

    def clips() -> object:
        for seconds in (2.0, 2.0, 2.0):
            written.append(pcm.stat().st_size)
            yield clip(seconds)

    record(chapter(), clips(), {"voice": 0.0}, OutputTable(), pcm)  # type: ignore[arg-type]
    assert written == sorted(written)
    assert written[2] > written[0]
