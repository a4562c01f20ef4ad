from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from narrate import ffmpeg
from narrate.config.schema import OutputTable
from narrate.errors import FfmpegFailed
from narrate.master.encode import encode
from narrate.master.loudness import gain, measure
from narrate.master.samples import Samples, from_pcm, to_pcm
from narrate.model.recording import Encoding, Track

RATE = 22050
ENCODINGS = [Encoding("aac", 64_000), Encoding("mp3", 64_000), Encoding("wav", 0)]


def bursts(seconds: float, crest: float) -> Samples:
    """Make a hum that swells like syllables, with clicks `crest` times above its level."""
    time = np.arange(round(seconds * RATE)) / RATE
    buzz = sum(np.sin(2 * np.pi * 140 * overtone * time) / overtone for overtone in range(1, 25))
    sound = 0.05 * buzz * np.abs(np.sin(2 * np.pi * 3 * time)) ** 3
    sound[RATE // 12 :: RATE // 2] += 0.05 * crest
    return np.asarray(np.clip(sound, -1, 1), dtype=np.float32)


def track(folder: Path, sound: Samples, name: str = "a", loudness: float = -19.0) -> Track:
    pcm = folder / f"{name}.pcm"
    pcm.write_bytes(to_pcm(sound))
    heard = measure([to_pcm(sound)], RATE)
    turned = gain(heard, loudness)
    return Track(name, pcm, len(sound), turned, heard.peak + turned, ())


def decoded(path: Path) -> bytes:
    pcm, _ = ffmpeg.run("decode", ["-i", str(path), "-f", "s16le", "-"])
    return pcm


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.codec)
def test_tracks_come_out_at_their_level_below_the_ceiling_and_in_full_length(
    tmp_path: Path, encoding: Encoding
) -> None:
    tracks = [track(tmp_path, bursts(6, crest=3), "a"), track(tmp_path, 0.3 * bursts(5, crest=2), "b")]
    encoded = encode(tracks, encoding, OutputTable(), tmp_path / "out")
    pcm = decoded(encoded.path)
    assert encoded.frames == sum(t.frames for t in tracks)
    assert abs(len(pcm) // 2 - encoded.frames) <= 1152
    seam = 2 * tracks[0].frames
    for part in (pcm[:seam], pcm[seam:]):
        heard = measure([part], RATE, peak="true")
        assert heard.integrated == pytest.approx(-19.0, abs=0.3)
        assert heard.peak <= -1.0


def test_the_limiter_neither_moves_nor_shortens_the_sound(tmp_path: Path) -> None:
    sound = bursts(4, crest=20)
    loud = track(tmp_path, sound)
    assert loud.peak > -1.5
    encoded = encode([loud], Encoding("wav", 0), OutputTable(), tmp_path / "a.wav")
    heard = from_pcm(decoded(encoded.path))
    assert len(heard) == len(sound)
    middle = slice(RATE, 2 * RATE)
    lag = np.argmax(np.correlate(heard[middle], sound[middle], "full")) - (RATE - 1)
    assert lag == 0


def test_a_chapter_that_needs_no_limiter_is_only_turned(tmp_path: Path) -> None:
    sound = bursts(4, crest=1)
    calm = track(tmp_path, sound, loudness=-30.0)
    encode([calm], Encoding("wav", 0), OutputTable(loudness=-30.0), tmp_path / "a.wav")
    heard = from_pcm(decoded(tmp_path / "a.wav"))
    assert (
        np.max(np.abs(heard - sound * 10 ** (calm.gain / 20))) <= 2 / 32768
    )  # rounded to 16 bits on the way in and out


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.codec)
def test_the_same_sound_gives_the_same_bytes(tmp_path: Path, encoding: Encoding) -> None:
    one = track(tmp_path, bursts(2, crest=3))
    first, second = (encode([one], encoding, OutputTable(), tmp_path / name) for name in ("1", "2"))
    assert first.path.read_bytes() == second.path.read_bytes()


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[int] = []
    one = track(tmp_path, bursts(2, crest=3))
    encode([one, one], ENCODINGS[0], OutputTable(), tmp_path / "out", told.append)
    assert sum(told) == 2 * one.frames


def test_marks_of_the_tracks_touch_and_end_at_the_last_frame(tmp_path: Path) -> None:
    tracks = [track(tmp_path, bursts(1 + n / 7, crest=2), str(n)) for n in range(3)]
    marks = encode(tracks, ENCODINGS[0], OutputTable(), tmp_path / "out").marks
    assert [mark.title for mark in marks] == ["0", "1", "2"]
    assert marks[0].start == 0
    assert all(left.end == right.start for left, right in pairwise(marks))
    assert marks[-1].end == sum(t.frames for t in tracks)


def test_an_encoder_that_fails_says_so(tmp_path: Path) -> None:
    with pytest.raises(FfmpegFailed, match="encode aac"):
        encode(
            [track(tmp_path, bursts(1, 1))], ENCODINGS[0], OutputTable(), tmp_path / "no" / "such" / "folder"
        )
