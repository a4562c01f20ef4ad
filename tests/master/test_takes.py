import numpy as np
import pytest

from narrate.master.samples import Samples, to_pcm
from narrate.master.takes import take
from narrate.model.audio import Clip


def clip(seconds: float, before: float = 0.0, after: float = 0.0, rate: int = 22050) -> Clip:
    quiet = [np.zeros(round(edge * rate), np.float32) for edge in (before, after)]
    time = np.arange(round(seconds * rate)) / rate
    hum: Samples = (0.2 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)
    return Clip(to_pcm(np.concatenate([quiet[0], hum, quiet[1]])), rate)


@pytest.mark.parametrize("rate", [16000, 22050, 48000])
def test_only_the_speech_is_left_at_the_books_rate(rate: int) -> None:
    assert len(take(clip(0.8, 0.1, 0.3, rate=rate), 0.0, 22050)) / 22050 == pytest.approx(0.8, abs=0.002)


def test_the_gain_turns_it_and_nothing_else() -> None:
    loud, soft = take(clip(0.5), 0.0, 24000), take(clip(0.5), -20.0, 24000)
    assert len(loud) == len(soft)
    assert np.allclose(soft, loud / 10, atol=1e-6)


def test_full_scale_samples_of_either_sign_are_speech() -> None:
    edges = Clip(np.array([0, -32768, 100, 32767, 0, 0], "<i2").tobytes(), 22050)
    assert len(take(edges, 0.0, 22050)) == 3


def test_a_clip_of_silence_is_an_empty_take() -> None:
    assert len(take(Clip(bytes(2000), 22050), 6.0, 22050)) == 0
    assert len(take(Clip(b"", 22050), 6.0, 44100)) == 0
