import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.samples import from_pcm, resampled, to_pcm


@given(st.binary(max_size=200).filter(lambda data: len(data) % 2 == 0))
def test_pcm_survives_the_way_to_numbers_and_back(pcm: bytes) -> None:
    assert to_pcm(from_pcm(pcm)) == pcm


def test_what_is_too_loud_is_held_at_full_scale_and_never_wraps() -> None:
    assert from_pcm(to_pcm(np.array([1.5, -1.5], np.float32))).tolist() == [32767 / 32768, -1.0]


def test_resampling_keeps_length_and_pitch() -> None:
    time = np.arange(24000) / 24000
    sound = np.sin(2 * np.pi * 1000 * time).astype(np.float32)
    again = resampled(sound, 24000, 22050)
    assert len(again) == 22050
    spectrum = np.abs(np.fft.rfft(again))
    assert int(spectrum.argmax()) == 1000
    assert np.isclose(np.sqrt(np.mean(again[1000:-1000] ** 2)), np.sqrt(0.5), rtol=1e-3)


def test_the_books_own_rate_is_left_alone() -> None:
    sound = np.ones(10, np.float32)
    assert resampled(sound, 22050, 22050) is sound
