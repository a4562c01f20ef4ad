"""Measure loudness as EBU R 128 does, and decide how far to turn it."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from narrate import ffmpeg
from narrate.model.audio import Clip
from narrate.model.voice import Voice

WORKING_LEVEL = -23.0
"""LUFS at which voices meet in a stitched chapter: EBU R 128's own, with room for every peak."""

LARGEST_GAIN = 30.0
"""Decibels; whatever wants more is not speech, and would only bring up noise."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """What one pass of `ebur128` tells (ITU-R BS.1770-4)."""

    integrated: float
    """LUFS; minus infinity where there is too little sound to tell (under 400 ms)."""
    peak: float
    """dBFS of the highest sample, or dBTP where the true peak was asked for."""


def measure(pcm: Iterable[bytes], rate: int, peak: Literal["sample", "true"] = "sample") -> Loudness:
    """Measure 16-bit mono PCM in one pass; the true peak takes three times as long as all the rest."""
    graph = ["-af", f"ebur128=peak={peak}:framelog=quiet", "-f", "null", "-"]
    _, said = ffmpeg.run(
        "measure loudness", ["-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-", *graph], pcm
    )
    summary = said[said.rindex("Summary:") :]
    return Loudness(_figure("I", summary), _figure("Peak", summary))


def _figure(name: str, summary: str) -> float:
    found = re.search(rf"\b{name}:\s+(\S+) ", summary)
    return float(found[1]) if found else -math.inf


def gain(measured: Loudness, target: float) -> float:
    """Return the decibels that bring what was measured to the target; 0 where it could not be measured."""
    if measured.integrated <= -70:  # the absolute gate of BS.1770: nothing passed it  # noqa: PLR2004
        return 0.0
    return max(-LARGEST_GAIN, min(target - measured.integrated, LARGEST_GAIN))


def voice_gain(sample: Clip, voice: Voice) -> float:
    """Return the decibels that make a voice as loud as the others, and then as loud as its file wants it."""
    level = gain(measure([sample.pcm], sample.rate), WORKING_LEVEL)
    return level + 20 * math.log10(voice.volume)


CALIBRATION = (
    "The quick brown fox jumps over the lazy dog. She sells sea shells by the sea shore, "
    "and all the world was still that evening; nobody spoke above a murmur."
)
"""What every voice says once, so that its loudness is known and the voices of a book can be matched."""
