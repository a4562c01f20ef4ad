import numpy as np
import pytest

from narrate.master.roomtone import room_tone

RATE = 22050


@pytest.mark.parametrize("level", [-60.0, -72.0])
def test_the_room_is_as_loud_as_asked(level: float) -> None:
    tone = room_tone(level, RATE, 0, RATE * 11)
    assert 10 * np.log10(np.mean(tone.astype(np.float64) ** 2)) == pytest.approx(level, abs=0.1)


def test_the_room_goes_on_where_it_was() -> None:
    whole = room_tone(-60.0, RATE, 0, 1000)
    parts = [room_tone(-60.0, RATE, 0, 300), room_tone(-60.0, RATE, 300, 700)]
    assert np.array_equal(whole, np.concatenate(parts))


def test_the_loop_closes_without_a_step() -> None:
    seam = room_tone(-60.0, RATE, RATE * 11 - 500, 1000)
    steps = np.abs(np.diff(seam))
    assert steps[499] <= 1.5 * np.max(np.delete(steps, 499))


def test_the_room_is_dark_rather_than_white() -> None:
    spectrum = np.abs(np.fft.rfft(room_tone(-60.0, RATE, 0, RATE * 11))) ** 2
    hertz = np.fft.rfftfreq(RATE * 11, 1 / RATE)
    low, high = (np.mean(spectrum[(hertz > a) & (hertz < b)]) for a, b in ((100, 400), (4000, 8000)))
    assert 10 * np.log10(low / high) > 15


def test_digital_silence_on_request() -> None:
    assert not room_tone(None, RATE, 5, 100).any()
