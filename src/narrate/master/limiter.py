"""Keep peaks, those between two samples too, under a ceiling, and leave all the rest as it is."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from narrate.master.samples import Samples, ratio

ATTACK: Final = 0.005
"""Seconds; in twice as many the gain goes down before a peak, and comes back after it."""

HOLD: Final = 0.015
"""Seconds for which it stays down: more than a deep voice takes from pulse to pulse.

A gain that came back sooner would tremble with the pulses, and that is heard as roughness.
"""

OVERSAMPLED: Final = 384_000
"""Frames a second, at least, at which peaks are looked for.

BS.1770-4 (annex 2) is content with half as many, and can then miss 0.7 dB.
"""

_REACH: Final = 16
"""Samples on either side that say what lies between two."""
_KAISER: Final = 8.0
"""Shape of the window over them: it leaves alias products 80 dB down."""
_NEAR: Final = 0.5
"""Part of the ceiling that a sample of ordinary sound must reach for a peak beside it to be over."""
_AT_ONCE: Final = 256
"""Samples around which peaks are looked for at a time: so few that numpy's BLAS starts no threads for them,
which cost four times what they gain, and more where every core has its own stretch to work at."""

_Places = npt.NDArray[np.intp]
_Curve = npt.NDArray[np.float64]


def limited(samples: Samples, ceiling: float, rate: int) -> Samples:
    """Return the sound with its true peak at or below `ceiling` dBTP; the very array where it was before.

    The gain looks ahead, so that nothing is moved in time.  It is 1, and each sample what it was, more than
    10 ms before and 25 ms after a peak that is too high.
    """
    limit = ratio(ceiling)
    near = np.flatnonzero(np.abs(samples) > limit * _NEAR)
    if not near.size:
        return samples
    peaks = _true_peaks(samples, near, rate)
    over = peaks > limit
    if not over.any():
        return samples
    turned = samples.copy()
    for places, ratios in _groups(near[over], limit / peaks[over], rate):
        _turn_down(turned, places, ratios, rate)
    return turned


def _true_peaks(samples: Samples, places: _Places, rate: int) -> Samples:
    """Return the highest amplitude within half a sample of each place."""
    around = sliding_window_view(np.pad(samples, _REACH), 2 * _REACH + 1)
    between = _interpolation(rate)
    parts = (places[at : at + _AT_ONCE] for at in range(0, len(places), _AT_ONCE))
    heights = [np.max(np.abs(around[part] @ between), axis=1) for part in parts]
    return np.concatenate(heights)


@cache
def _interpolation(rate: int) -> Samples:
    """Return what the samples around a place (rows) give to points within half a sample of it (columns)."""
    phases = -(-OVERSAMPLED // rate)
    offsets = (np.arange(phases) - (phases - 1) // 2) / phases
    distances = offsets - np.arange(-_REACH, _REACH + 1)[:, np.newaxis]
    window = np.i0(_KAISER * np.sqrt(1 - (distances / (_REACH + 1)) ** 2)) / np.i0(_KAISER)
    return (np.sinc(distances) * window).astype(np.float32)


def _groups(places: _Places, ratios: Samples, rate: int) -> Iterator[tuple[_Places, Samples]]:
    """Part the peaks where the gain is back at 1 before it must go down again."""
    breaks = np.flatnonzero(np.diff(places) > sum(_bend(rate))) + 1
    return zip(np.split(places, breaks), np.split(ratios, breaks), strict=True)


def _bend(rate: int) -> tuple[int, int]:
    """Return the samples before and after a peak at which the gain is back at 1."""
    return 2 * round(ATTACK * rate), 2 * round(ATTACK * rate) + round(HOLD * rate)


def _turn_down(samples: Samples, places: _Places, ratios: Samples, rate: int) -> None:
    """Bend the gain smoothly so that it is no higher than the ratios at the places of one group."""
    before, after = _bend(rate)
    first, end = int(places[0]) - before, int(places[-1]) + after + 1
    wanted = np.ones(after + (end - first) + before)
    wanted[places - first + after] = ratios
    gain = _smoothed(_lowest(wanted, after + 1), before // 2 + 1)
    inside = slice(max(first, 0), min(end, len(samples)))
    samples[inside] *= np.minimum(gain, 1).astype(np.float32)[inside.start - first : inside.stop - first]


def _lowest(curve: _Curve, width: int) -> _Curve:
    """Return the least of every `width` neighbours.

    >>> _lowest(np.array([3.0, 1, 2, 2, 5]), 3).tolist()
    [1.0, 1.0, 2.0]
    """
    covered = 1
    while covered < width:
        step = min(covered, width - covered)
        curve = np.minimum(curve[:-step], curve[step:])
        covered += step
    return curve


def _smoothed(curve: _Curve, width: int) -> _Curve:
    """Return the mean of every `width` neighbours, and of those means again, so that no corner is left.

    >>> _smoothed(np.array([1.0, 1, 0, 1, 1]), 2).tolist()
    [0.75, 0.5, 0.75]
    """
    for _ in range(2):
        sums = np.cumsum(np.concatenate([[0.0], curve]))
        curve = (sums[width:] - sums[:-width]) / width
    return curve
