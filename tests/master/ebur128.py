"""An outside opinion: what ffmpeg's own meter says."""

import math
import re

from narrate import ffmpeg

_RUN_OUT = 0.2
"""Seconds of silence after the sound, so that the meter's own oversampling gives all of it."""


def measured(pcm: bytes, rate: int) -> tuple[float, float]:
    """Return the integrated loudness (LUFS) and the true peak (dBTP) of 16-bit mono PCM.

    Minus infinity stands for what is too short or too soft to measure.
    """
    hops = len(pcm) // 2 // round(rate / 10)
    source = ["-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    meter = "ebur128=peak=true:metadata=1:framelog=quiet,ametadata=mode=print:file=-"
    told, _ = ffmpeg.run(
        "measure", [*source, "-af", meter, "-f", "null", "-"], [pcm, bytes(2 * int(rate * _RUN_OUT))]
    )
    loudness = _figures("I", told.decode())[hops - 1] if hops else -math.inf
    peak = _figures("true_peak", told.decode())[-1]
    return (loudness if loudness > -70 else -math.inf), (20 * math.log10(peak) if peak else -math.inf)


def _figures(name: str, told: str) -> list[float]:
    return [float(figure) for figure in re.findall(rf"^lavfi\.r128\.{name}=(\S+)$", told, re.MULTILINE)]
