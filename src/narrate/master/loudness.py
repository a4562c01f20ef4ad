"""Measure loudness as EBU R 128 does, and decide how far to turn it.

Sound is first boiled down to energies, one for every 100 ms.  Those of two stretches, one after the other,
are those of both stretches joined, so that each stretch can be measured where it is made.
"""

import math
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from narrate.model.audio import BYTES_PER_FRAME, Clip
from narrate.model.voice import Voice

Energies = npt.NDArray[np.float64]
"""Mean squares of K-weighted sound, one for every 100 ms; 1.0 is full scale all the time."""

WORKING_LEVEL: Final = -23.0
"""LUFS at which voices meet in a stitched chapter: EBU R 128's own, with room for every peak."""

LARGEST_GAIN: Final = 30.0
"""Decibels; whatever wants more is not speech, and would only bring up noise."""

HOP_SECONDS: Final = 0.1
"""From one block of 400 ms to the next, of which each has three quarters in common with its neighbour."""

_FULL_SCALE: Final = 32768.0

_OFFSET: Final = -0.691
"""Decibels that undo what the weighting adds to a sine of 997 Hz (BS.1770-4, annex 1)."""
_ABSOLUTE_GATE: Final = -70.0
"""LUFS; a block that is no louder is silence."""
_RELATIVE_GATE: Final = -10.0
"""LU beside all that is not silence; a block that is no louder is a pause."""

_HOPS, _ROWS = 8, 8
"""Hops in a transform, the first of them for the run-in, and transforms at a time: what the cache holds."""


def energies(pcm: bytes, rate: int) -> Energies:
    """Return the mean square of the K-weighted sound for every whole 100 ms of 16-bit mono PCM.

    As ITU-R BS.1770-4 has it (annex 1); what is left over at the end is not counted.
    """
    hop = round(rate * HOP_SECONDS)
    stretches = _stretches(np.frombuffer(pcm, "<i2"), hop)
    parts = [_energies(stretches[at : at + _ROWS], hop, rate) for at in range(0, len(stretches), _ROWS)]
    return np.concatenate(parts, axis=None)[: len(pcm) // BYTES_PER_FRAME // hop]


def _stretches(sound: npt.NDArray[np.int16], hop: int) -> npt.NDArray[np.int16]:
    """Cut the sound, after a hop of silence, into stretches that begin with the last hop of the former."""
    step = (_HOPS - 1) * hop
    padded = np.zeros(hop + (len(sound) // step + 1) * step, np.int16)
    padded[hop : hop + len(sound)] = sound
    return sliding_window_view(padded, _HOPS * hop)[::step]


def _energies(stretches: npt.NDArray[np.int16], hop: int, rate: int) -> Energies:
    """Return the mean squares of all hops but the first of every stretch.

    In the first one the weighting's echo of what went before dies away, by far more than 100 dB.
    """
    frames = _HOPS * hop
    pitches = np.fft.rfft(stretches.astype(np.float32)) * _weighting(rate, frames)
    hops = np.fft.irfft(pitches, frames)[:, hop:].reshape(-1, hop)
    return np.asarray(np.einsum("ij,ij->i", hops, hops), np.float64) / hop / _FULL_SCALE**2


@cache
def _weighting(rate: int, frames: int) -> npt.NDArray[np.complex64]:
    """Return what the K-weighting's two filters do to the pitches of a transform of so many frames.

    The figures are those of the analogue filters whose bilinear transform has the coefficients that BS.1770-4
    prints for 48 kHz, so that every rate can have its own (B. De Man, "Evaluation of Implementations of the
    EBU R128 Loudness Measurement", AES convention 145, 2018).  The numerator of the high-pass is left at
    1, -2, 1 as the standard has it, and ffmpeg and libebur128 after it, at all rates.
    """
    warped = 1j * np.tan(np.pi * np.arange(frames // 2 + 1) / frames)
    shelf, high_pass = (math.tan(math.pi * hertz / rate) for hertz in (1681.974450955533, 38.13547087602444))
    high = 10 ** (3.999843853973347 / 20)
    head = _second_order(warped / shelf, 0.7071752369554196, (high, high**0.4996667741545416, 1.0))
    left = 1 + high_pass / 0.5003270373238773 + high_pass**2
    bass = _second_order(warped / high_pass, 0.5003270373238773, (left, 0.0, 0.0))
    return (head * bass).astype(np.complex64)


def _second_order(
    s: npt.NDArray[np.complex128], q: float, over: tuple[float, float, float]
) -> npt.NDArray[np.complex128]:
    """Return the response of an analogue filter whose corner is at 1; `over` is its numerator."""
    high, middle, low = over
    return (high * s**2 + middle / q * s + low) / (s**2 + s / q + 1)


def integrated(energies: Energies) -> float:
    """Return the gated loudness in LUFS (BS.1770-4, annex 1); minus infinity where nothing passes the gates.

    >>> round(integrated(np.full(4, 0.5)), 2)
    -3.7
    """
    blocks = (energies[:-3] + energies[1:-2] + energies[2:-1] + energies[3:]) / 4
    sound = blocks[blocks > _energy(_ABSOLUTE_GATE)]
    if not sound.size:
        return -math.inf
    gate = _energy(_loudness(sound) + _RELATIVE_GATE)
    return _loudness(sound[sound > gate])


def _loudness(blocks: Energies) -> float:
    return _OFFSET + 10 * math.log10(np.mean(blocks))


def _energy(loudness: float) -> float:
    return 10 ** ((loudness - _OFFSET) / 10)


def gain(integrated: float, target: float) -> float:
    """Return the decibels that bring a loudness to the target, within reason; 0 where there was none.

    >>> gain(-23.0, target=-19.0), gain(-math.inf, target=-19.0)
    (4.0, 0.0)
    """
    if integrated == -math.inf:
        return 0.0
    return max(-LARGEST_GAIN, min(target - integrated, LARGEST_GAIN))


def voice_gain(sample: Clip, voice: Voice) -> float:
    """Return the decibels that make a voice as loud as the others, and then as loud as its file wants it."""
    level = gain(integrated(energies(sample.pcm, sample.rate)), WORKING_LEVEL)
    return level + 20 * math.log10(voice.volume)


CALIBRATION = (
    "The quick brown fox jumps over the lazy dog. She sells sea shells by the sea shore, "
    "and all the world was still that evening; nobody spoke above a murmur."
)
"""What every voice says once, so that its loudness is known and the voices of a book can be matched."""
