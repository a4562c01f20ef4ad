import math
from dataclasses import replace

import numpy as np
import pytest

from narrate.master import loudness
from narrate.master.loudness import Loudness, gain, measure, voice_gain
from narrate.master.samples import to_pcm
from narrate.model.audio import Clip
from narrate.testing.voices import TRIAL

RATE = 48000


def hum(amplitude: float, seconds: float = 3.0) -> bytes:
    time = np.arange(round(seconds * RATE)) / RATE
    return to_pcm((amplitude * np.sin(2 * np.pi * 997 * time)).astype(np.float32))


def test_a_full_scale_997_hz_sine_reads_as_the_standard_says() -> None:
    """BS.1770-4: 0 dBFS in one channel is -3.01 LKFS."""
    heard = measure([hum(1.0)], RATE, peak="true")
    assert heard.integrated == pytest.approx(-3.01, abs=0.1)
    assert heard.peak == pytest.approx(0.0, abs=0.2)


def test_sound_may_come_in_any_chunks() -> None:
    pcm = hum(0.5)
    assert measure([pcm[:1001], pcm[1001:]], RATE) == measure([pcm], RATE)


@pytest.mark.parametrize("pcm", [b"", bytes(RATE * 4), hum(0.5, seconds=0.2)])
def test_what_cannot_be_measured_is_not_turned(pcm: bytes) -> None:
    assert gain(measure([pcm], RATE), -19.0) == 0.0


def test_the_gain_is_what_is_missing_within_reason() -> None:
    assert gain(Loudness(-23.0, -3.0), -19.0) == 4.0
    assert gain(Loudness(-60.0, -40.0), -19.0) == loudness.LARGEST_GAIN
    assert gain(Loudness(-math.inf, -math.inf), -19.0) == 0.0


def test_voices_meet_at_one_level_and_keep_their_own_volume() -> None:
    loud, soft = Clip(hum(0.8), RATE), Clip(hum(0.05), RATE)
    difference = voice_gain(soft, replace(TRIAL, name="soft")) - voice_gain(loud, replace(TRIAL, name="loud"))
    assert difference == pytest.approx(20 * math.log10(0.8 / 0.05), abs=0.2)
    half = voice_gain(loud, replace(TRIAL, name="half", volume=0.5))
    assert half == pytest.approx(voice_gain(loud, replace(TRIAL, name="loud")) - 6.02, abs=0.01)
