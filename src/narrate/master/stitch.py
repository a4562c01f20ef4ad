"""Join takes and silences; the only place that knows pydub."""

import warnings
from collections.abc import Iterable

import numpy as np

from narrate.master.roomtone import room_tone
from narrate.master.samples import Samples, to_pcm
from narrate.model.audio import BYTES_PER_FRAME

with warnings.catch_warnings():
    # pydub 0.25.1 looks for an ffmpeg on PATH, which we bring ourselves, and has old escape sequences.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment


def stitched(
    takes: Iterable[tuple[int, Samples]], window: tuple[int, int], tone: float | None, rate: int
) -> bytes:
    """Return 16-bit PCM of a window of the chapter's clock: takes where they begin, the room under all of it.

    `takes` come in order, each with its first frame; what lies outside the window is cut off.  `tone` is
    the room's level in dBFS RMS, `None` for digital silence.
    """
    start, end = window
    reel = Reel(rate, start, tone)
    for place, samples in takes:
        reel.silence_until(max(place, start))
        reel.add(samples[max(start - place, 0) : max(end - place, 0)])
    reel.silence_until(end)
    return reel.pcm()


class Reel:
    """Sound growing at its end, room tone under all of it; its length is the clock."""

    def __init__(self, rate: int, start: int, tone: float | None) -> None:
        self._rate = rate
        self._tone = tone
        self._segments: list[AudioSegment] = []
        self.clock = start

    def silence_until(self, frame: int) -> None:
        """Add nothing but the room up to a frame of the clock."""
        self.add(np.zeros(frame - self.clock, np.float32))

    def add(self, samples: Samples) -> None:
        """Add a take."""
        sound = samples + room_tone(self._tone, self._rate, self.clock, len(samples))
        self._segments.append(
            AudioSegment(to_pcm(sound), sample_width=BYTES_PER_FRAME, frame_rate=self._rate, channels=1)
        )
        self.clock += len(samples)

    def pcm(self) -> bytes:
        """Join all in one go: pydub's `+=` would copy the whole reel at every step."""
        return b"".join(segment.raw_data for segment in self._segments)
