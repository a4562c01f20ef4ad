"""The faint sound of a room, so that silence between sentences is not a hole."""

from functools import cache

import numpy as np

from narrate.master.samples import Samples, ratio

_SECONDS = 11
"""Length of the loop: long enough that nobody hears it come round."""
_CORNER = 400.0
"""Hertz above which the tone falls by 6 dB an octave, as the hush of a furnished room does."""
_RUMBLE = 40.0
"""Hertz below which there is none: small loudspeakers would only waste power on it."""


@cache
def _loop(level: float, rate: int) -> Samples:
    """Shape seeded noise in the frequency domain: the same everywhere, and its end meets its beginning."""
    frames = rate * _SECONDS
    noise = np.random.default_rng(seed=0).standard_normal(frames)
    pitch = np.fft.rfftfreq(frames, 1 / rate)
    shape = (pitch > _RUMBLE) / np.sqrt(1 + (pitch / _CORNER) ** 2)
    tone = np.fft.irfft(np.fft.rfft(noise) * shape, frames)
    return np.asarray(ratio(level) * tone / np.sqrt(np.mean(tone**2)), dtype=np.float32)


def room_tone(level: float | None, rate: int, start: int, frames: int) -> Samples:
    """Return the room's tone from frame `start` of a chapter on: `level` in dBFS RMS, `None` for silence."""
    if level is None:
        return np.zeros(frames, np.float32)
    loop = _loop(level, rate)
    first = start % len(loop)
    if first + frames > len(loop):
        loop = np.tile(loop, (first + frames - 1) // len(loop) + 1)
    return loop[first : first + frames]
