"""Find where a clip's speech begins and ends, so that silences are ours alone."""

import numpy as np

from narrate.master.samples import Samples

THRESHOLD = 10.0 ** (-50 / 20)
"""Amplitude, beside the clip's own peak, below which an edge counts as silence.

Speech that an engine has faded to 50 dB under its own peak is no longer heard beside the next
sentence, and lies below what silence detectors call silence at an audiobook's usual level.
"""


def trimmed(samples: Samples) -> Samples:
    """Return the clip without the silence at its edges; a wholly silent clip comes back empty."""
    loud = np.flatnonzero(np.abs(samples) > THRESHOLD * np.max(np.abs(samples), initial=0.0))
    if loud.size == 0:
        return samples[:0]
    return samples[loud[0] : loud[-1] + 1]


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
