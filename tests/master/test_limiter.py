import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from master.ebur128 import measured
from narrate import ffmpeg
from narrate.master.limiter import limited
from narrate.master.samples import Samples, from_pcm, ratio, resampled, to_pcm
from narrate.speak.studio import Studio
from narrate.testing.voices import TRIAL

RATE = 22050
CEILING = -2.0
LINES = (
    "Stop! Thief! Catch him, somebody, before he reaches the bridge!",
    "Sixty-six sizzling sausages, she said, and slammed the door.",
)


@cache
def spoken(line: str) -> Samples:
    """A line of eSpeak's whose true peak is at full scale."""
    with Studio("pyttsx3") as studio:
        clip = studio.speak(line, replace(TRIAL, engine="pyttsx3"))
    sound = resampled(from_pcm(clip.pcm), clip.rate, RATE)
    return sound * ratio(-measured(to_pcm(sound), RATE)[1])


def peaking(line: str, decibels: float) -> Samples:
    """The line, with its true peak so many decibels over the ceiling."""
    return np.asarray(spoken(line) * ratio(CEILING + decibels), np.float32)


@st.composite
def sounds(draw: st.DrawFn) -> tuple[Samples, int]:
    """Noise of any colour, in bursts, from much too soft to much too loud."""
    rate = draw(st.sampled_from([16000, 22050, 24000, 44100, 48000]))
    source = np.random.default_rng(draw(st.integers(0, 2**32)))
    frames = rate * draw(st.integers(1, 10)) // 10
    pitch = np.fft.rfftfreq(frames, 1 / rate) + 1
    shape = pitch ** draw(st.floats(-1, 0.5)) * (pitch < 0.45 * rate)
    noise = np.fft.irfft(np.fft.rfft(source.standard_normal(frames)) * shape, frames)
    noise *= np.abs(np.sin(np.arange(frames) / rate * draw(st.floats(1, 300))))
    noise[:200] *= np.linspace(0, 1, 200)
    noise[-200:] *= np.linspace(1, 0, 200)
    noise *= 10 ** (draw(st.floats(-30, 20)) / 20) / np.max(np.abs(noise))
    return noise.astype(np.float32), rate


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("decibels", [1.0, 3.0, 6.0, 12.0])
def test_ffmpeg_finds_no_peak_above_the_ceiling(line: str, decibels: float) -> None:
    calm = limited(peaking(line, decibels), CEILING, RATE)
    assert CEILING - 0.1 < measured(to_pcm(calm), RATE)[1] <= CEILING + 0.05


@given(sounds(), st.floats(-12, -0.5))
@settings(max_examples=40)
def test_no_sound_gets_past_the_ceiling(sound: tuple[Samples, int], ceiling: float) -> None:
    samples, rate = sound
    calm = limited(samples, ceiling, rate)
    assert calm.shape == samples.shape
    assert calm.dtype == np.float32
    assert np.all(np.isfinite(calm))
    assert measured(to_pcm(calm), rate)[1] <= ceiling + 0.1


@given(sounds(), st.floats(-12, -0.5))
def test_nothing_is_made_louder_or_turned_over(sound: tuple[Samples, int], ceiling: float) -> None:
    samples, rate = sound
    calm = limited(samples, ceiling, rate)
    assert np.all(np.abs(calm) <= np.abs(samples))
    assert np.all(calm * samples >= 0)


@given(sounds(), st.floats(-12, -0.5))
def test_far_from_every_peak_no_sample_is_touched(sound: tuple[Samples, int], ceiling: float) -> None:
    samples, rate = sound
    calm = limited(samples, ceiling, rate)
    touched = np.flatnonzero(calm != samples)
    close = np.flatnonzero(np.abs(samples) > 0.5 * ratio(ceiling))
    after = np.searchsorted(close, touched)
    edges = np.concatenate([[-math.inf], close, [math.inf]])
    distance = np.minimum(touched - edges[after], edges[after + 1] - touched)
    assert np.all(distance <= 0.03 * rate)


def test_the_gain_falls_within_10_ms_and_is_back_after_25() -> None:
    sound = peaking(LINES[0], -6.0)
    middle = len(sound) // 2
    sound[middle - 5 : middle + 6] += np.hanning(11).astype(np.float32)
    touched = np.flatnonzero(limited(sound, CEILING, RATE) != sound) - middle
    assert -0.0105 * RATE < touched[0] < 0 < touched[-1] < 0.0255 * RATE


@pytest.mark.parametrize("decibels", [-30.0, -6.0, -0.2])
def test_what_is_calm_comes_back_itself(decibels: float) -> None:
    sound = peaking(LINES[0], decibels)
    assert limited(sound, CEILING, RATE) is sound


@given(st.integers(0, 2000))
def test_silence_stays_silence(frames: int) -> None:
    assert not limited(np.zeros(frames, np.float32), CEILING, RATE).any()


@pytest.mark.parametrize("frames", [1, 2, 5, 100])
def test_a_few_samples_can_be_limited(frames: int) -> None:
    calm = limited(np.ones(frames, np.float32), CEILING, RATE)
    assert 0.5 < np.max(calm) <= ratio(CEILING)


def test_a_peak_between_samples_is_seen() -> None:
    """EBU Tech 3341, signal 16: a quarter of the rate, an eighth of a turn late, reads 3 dB too low."""
    frames = np.arange(RATE)
    sound = (1.41 * ratio(-6.0) * np.sin(np.pi / 2 * frames + np.pi / 4) * np.hanning(RATE)).astype(
        np.float32
    )
    assert 20 * np.log10(np.max(np.abs(sound))) == pytest.approx(-6.0, abs=0.1)
    calm = limited(sound, -5.0, RATE)
    assert measured(to_pcm(calm), RATE)[1] == pytest.approx(-5.0, abs=0.05)


def test_the_gain_moves_without_a_click() -> None:
    sound = np.full(RATE, 0.25, np.float32)
    sound[RATE // 2] = 1.0
    gain = np.delete(limited(sound, CEILING - 6, RATE) / sound, RATE // 2)
    assert np.max(np.abs(np.diff(gain))) < 0.02
    assert np.max(np.abs(np.diff(gain, 2))) < 1e-3


def segmental(calm: Samples, sound: Samples) -> float:
    """Decibels from the sound down to what is no mere turning down, wherever a peak was too high."""
    frames = RATE // 50
    whole = len(sound) // frames * frames
    before, after = (array[:whole].reshape(-1, frames).astype(np.float64) for array in (sound, calm))
    loud = np.max(np.abs(before), axis=1) > ratio(CEILING)
    before, after = before[loud], after[loud]
    kept = before * (np.sum(before * after, axis=1) / np.sum(before**2, axis=1))[:, np.newaxis]
    return float(np.mean(10 * np.log10(np.sum(kept**2, axis=1) / np.sum((after - kept) ** 2, axis=1))))


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("decibels", [3.0, 6.0])
def test_voices_keep_their_shape_better_than_in_ffmpegs_limiter(line: str, decibels: float) -> None:
    sound = peaking(line, decibels)
    graph = f"aresample={4 * RATE}:resampler=soxr,alimiter=limit={ratio(CEILING)}:level=0:latency=1"
    raw = ["-f", "f32le", "-ar", str(RATE), "-ac", "1"]
    graph += f",aresample={RATE}:resampler=soxr"
    other, _ = ffmpeg.run("limit", [*raw, "-i", "-", "-af", graph, *raw, "-"], [sound.tobytes()])
    theirs = np.frombuffer(other, "<f4")[: len(sound)]
    assert segmental(limited(sound, CEILING, RATE), sound) > segmental(theirs, sound)
