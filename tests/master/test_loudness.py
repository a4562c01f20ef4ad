import math
import tracemalloc
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from master.ebur128 import measured
from narrate.master.loudness import HOP_SECONDS, LARGEST_GAIN, energies, gain, integrated, voice_gain
from narrate.master.samples import Samples, from_pcm, resampled, to_pcm
from narrate.model.audio import Clip
from narrate.speak.studio import Studio
from narrate.testing.voices import TRIAL

RATE = 48000
RATES = [16000, 22050, 24000, 32000, 44100, 48000]
LINES = (
    "Call me Ishmael! Some years ago, never mind how long precisely, I thought I would sail about a little.",
    "It was the best of times; it was the worst of times.",
    "Sixty-six sizzling sausages.",
)


def hum(level: float, seconds: float = 3.0, hertz: float = 997.0, rate: int = RATE) -> bytes:
    """A sine whose peaks are so many decibels under full scale."""
    time = np.arange(round(seconds * rate)) / rate
    return to_pcm((10 ** (level / 20) * np.sin(2 * np.pi * hertz * time)).astype(np.float32))


def noise(seconds: float, rate: int, level: float = -20.0) -> bytes:
    sound = np.random.default_rng(1).standard_normal(round(seconds * rate))
    return to_pcm((10 ** (level / 20) * sound).astype(np.float32))


@cache
def clips(engine: str) -> tuple[Clip, ...]:
    with Studio(engine) as studio:
        return tuple(studio.speak(line, replace(TRIAL, engine=engine)) for line in LINES)


def speech(engine: str, rate: int) -> bytes:
    """Lines of many levels, with silences from nothing to two seconds between them."""
    parts: list[Samples] = []
    for number, clip in enumerate(clips(engine) * 3):
        parts += [(0.15 + 0.1 * (number % 4)) * resampled(from_pcm(clip.pcm), clip.rate, rate)]
        parts += [np.zeros(round(rate * (number % 5) / 2), np.float32)]
    return to_pcm(np.concatenate(parts).astype(np.float32))


def loudness(pcm: bytes, rate: int) -> float:
    return integrated(energies(pcm, rate))


def test_a_full_scale_997_hz_sine_reads_as_the_standard_says() -> None:
    """BS.1770-4: 0 dBFS in one channel is -3.01 LKFS."""
    assert loudness(hum(0.0), RATE) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(-23, 20)], -23),
        ([(-33, 20)], -33),
        ([(-36, 10), (-23, 60), (-36, 10)], -23),
        ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23),
    ],
)
@pytest.mark.parametrize("rate", [22050, 48000])
def test_ebus_own_test_signals(parts: list[tuple[float, float]], expected: float, rate: int) -> None:
    """EBU Tech 3341, signals 1 to 5; they are stereo, hence one channel sounds 3.01 dB softer."""
    pcm = b"".join(hum(level, seconds, 1000.0, rate) for level, seconds in parts)
    assert loudness(pcm, rate) == pytest.approx(expected - 3.01, abs=0.1)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("engine", ["tone", "pyttsx3"])
def test_ffmpeg_hears_the_same_in_speech(engine: str, rate: int) -> None:
    pcm = speech(engine, rate)
    assert loudness(pcm, rate) == pytest.approx(measured(pcm, rate)[0], abs=0.02)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("hertz", [0, 40, 100, 997, 3000, 7000])
def test_ffmpeg_hears_the_same_in_noise_and_at_every_pitch(hertz: int, rate: int) -> None:
    pcm = hum(-20.0, 3.0, hertz, rate) if hertz else noise(3.0, rate)
    assert loudness(pcm, rate) == pytest.approx(measured(pcm, rate)[0], abs=0.02)


@pytest.mark.parametrize("rate", [*RATES, 11025])
@given(tenths=st.integers(0, 30), over=st.floats(0, 0.99))
@settings(max_examples=20)
def test_every_whole_tenth_of_a_second_counts_and_nothing_else(tenths: int, over: float, rate: int) -> None:
    hop = round(HOP_SECONDS * rate)
    pcm = noise(31 * HOP_SECONDS, rate)[: 2 * (tenths * hop + int(over * hop))]
    assert energies(pcm, rate) == pytest.approx(energies(pcm[: 2 * tenths * hop], rate))
    assert len(energies(pcm, rate)) == tenths


@given(at=st.floats(0.05, 0.95), engine=st.sampled_from(["tone", "pyttsx3"]))
@settings(max_examples=20)
def test_energies_of_two_stretches_are_those_of_both(at: float, engine: str) -> None:
    """Wherever the cut: in a word, or in a silence."""
    pcm, hop = speech(engine, 22050), 2 * 2205
    cut = int(len(pcm) * at) // hop * hop
    halves = np.concatenate([energies(pcm[:cut], 22050), energies(pcm[cut:], 22050)])
    assert len(halves) == len(energies(pcm, 22050))
    assert integrated(halves) == pytest.approx(loudness(pcm, 22050), abs=0.02)


@given(st.floats(-40, 0), st.floats(-12, 12))
def test_what_is_turned_by_a_decibel_reads_a_decibel_more(level: float, decibels: float) -> None:
    heard = np.full(10, 10 ** (level / 10))
    turned = integrated(heard * 10 ** (decibels / 10))
    assert turned == pytest.approx(integrated(heard) + decibels)


def test_a_large_stretch_takes_little_memory() -> None:
    pcm = noise(180, 22050)
    tracemalloc.start()
    energies(pcm, 22050)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 30e6


@pytest.mark.parametrize("pcm", [b"", bytes(RATE * 4), hum(-6.0, seconds=0.3), hum(-80.0)])
def test_what_cannot_be_measured_is_not_turned(pcm: bytes) -> None:
    assert loudness(pcm, RATE) == -math.inf == measured(pcm, RATE)[0]
    assert gain(loudness(pcm, RATE), -19.0) == 0.0


def test_the_gain_is_what_is_missing_within_reason() -> None:
    assert gain(-23.0, -19.0) == 4.0
    assert gain(-60.0, -19.0) == LARGEST_GAIN
    assert gain(20.0, -19.0) == -LARGEST_GAIN


def test_voices_meet_at_one_level_and_keep_their_own_volume() -> None:
    loud, soft = Clip(hum(-2.0), RATE), Clip(hum(-26.0), RATE)
    assert voice_gain(soft, TRIAL) - voice_gain(loud, TRIAL) == pytest.approx(24.0, abs=0.05)
    half = voice_gain(loud, replace(TRIAL, volume=0.5))
    assert half == pytest.approx(voice_gain(loud, TRIAL) - 6.02, abs=0.01)
