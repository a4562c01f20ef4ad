"""Make a clip ready to be laid: speech alone, at the book's rate and the voice's level, soft at its edges."""

import numpy as np

from narrate.master.samples import Samples, from_pcm, ratio, resampled
from narrate.master.trim import softened, trimmed
from narrate.model.audio import Clip


def take(clip: Clip, gain: float, rate: int) -> Samples:
    """Return a clip's speech at `rate` frames a second, turned by `gain` decibels.

    How long it is depends on the clip and the rate alone.
    """
    speech = from_pcm(trimmed(np.frombuffer(clip.pcm, np.int16)).data)
    return softened(resampled(speech, clip.rate, rate) * ratio(gain), rate)
