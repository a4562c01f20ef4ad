"""Join takes and silences; the only place that knows pydub."""

import warnings

import numpy as np

from narrate.master.roomtone import room_tone
from narrate.master.samples import Samples, to_pcm
from narrate.model.audio import BYTES_PER_FRAME

with warnings.catch_warnings():
    # pydub 0.25.1 looks for an ffmpeg on PATH, which we bring ourselves, and has old escape sequences.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment


def frames_of(milliseconds: int, rate: int) -> int:
    """Turn a configured silence into frames, once.

    >>> frames_of(350, 22050)
    7718
    """
    return (milliseconds * rate + 500) // 1000


class Reel:
    """A chapter growing at its end, room tone under all of it; its length is the chapter's clock."""

    def __init__(self, rate: int, tone: float | None) -> None:
        """Start at frame 0; `tone` is the room's level in dBFS RMS, `None` for digital silence."""
        self._rate = rate
        self._tone = tone
        self._segments: list[AudioSegment] = []
        self.frames = 0

    def silence(self, milliseconds: int) -> None:
        """Add nothing but the room."""
        self.add(np.zeros(frames_of(milliseconds, self._rate), np.float32))

    def add(self, take: Samples) -> None:
        """Add a take."""
        sound = take + room_tone(self._tone, self._rate, self.frames, len(take))
        self._segments.append(
            AudioSegment(to_pcm(sound), sample_width=BYTES_PER_FRAME, frame_rate=self._rate, channels=1)
        )
        self.frames += len(take)

    def cut(self) -> bytes:
        """Hand over as raw PCM all that was added since the last cut.

        One join of the raw data: pydub's `+=` would copy the whole reel at every step.
        """
        pcm = b"".join(segment.raw_data for segment in self._segments)
        self._segments.clear()
        return pcm
