"""Find where a clip's speech begins and ends, so that silences are ours alone."""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

from narrate.master.samples import Samples

Kind = TypeVar("Kind", np.int16, np.float32)

THRESHOLD = 10.0 ** (-50 / 20)
"""Amplitude, beside the clip's own peak, below which an edge counts as silence.

Speech that an engine has faded to 50 dB under its own peak is no longer heard beside the next
sentence, and lies below what silence detectors call silence at an audiobook's usual level.
"""


def trimmed(samples: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    """Return the clip, in samples of any type, without the silence at its edges; silence comes back empty."""
    quiet = THRESHOLD * max(samples.max(initial=0), -float(samples.min(initial=0)))
    loud = (samples > quiet) | (samples < -quiet)
    if not loud.any():
        return samples[:0]
    return samples[loud.argmax() : len(loud) - loud[::-1].argmax()]


def softened(samples: Samples, rate: int) -> Samples:
    """Return the clip with 2 ms raised-cosine edges, so that it starts and ends without a click."""
    frames = min(rate * 2 // 1000, len(samples) // 2)
    if frames == 0:
        return samples
    rise = (0.5 - 0.5 * np.cos(np.pi * (np.arange(frames) + 0.5) / frames)).astype(np.float32)
    soft = samples.copy()
    soft[:frames] *= rise
    soft[-frames:] *= rise[::-1]
    return soft
