"""The two codecs: how ffmpeg is told to make them, and what their packets look like."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

GRID: Final = 9_216
"""PCM frames: the least that is a whole number of packets of every codec, 1024, 1152 or 576 frames each.

A chapter lasts a whole multiple, so that it can be encoded by itself and keeps its packets wherever in a
book it comes to stand.
"""

AAC_FRAME: Final = 1_024
"""PCM frames in a packet of AAC."""

MPEG_1_RATE: Final = 32_000
"""The lowest sample rate of MPEG-1; below it MPEG-2 is spoken, whose MP3 packets are half as long."""

_ADTS_HEADER: Final = 7
"""Bytes before every AAC packet of a raw stream (ISO/IEC 13818-7, 6.2.1), none of them a checksum."""

_KILOBITS: Final[Mapping[bool, tuple[int, ...]]] = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Layer III bit rates by the index in a packet's header, of MPEG-1 and MPEG-2 (ISO/IEC 11172-3, 13818-3)."""


@dataclass(frozen=True, slots=True)
class Codec:
    """One codec as our encoder makes it."""

    arguments: tuple[str, ...]
    delay: int
    """PCM frames by which the decoded sound lags behind what the encoder was given."""

    def frame(self, rate: int) -> int:
        """Return the PCM frames in a packet."""
        raise NotImplementedError

    def packets(self, stream: bytes, rate: int) -> Iterator[bytes]:
        """Cut the encoder's output into bare packets."""
        raise NotImplementedError


class _Aac(Codec):
    __slots__ = ()

    def frame(self, rate: int) -> int:
        del rate
        return AAC_FRAME

    def packets(self, stream: bytes, rate: int) -> Iterator[bytes]:
        del rate
        at = 0
        while at < len(stream):
            size = (stream[at + 3] & 3) << 11 | stream[at + 4] << 3 | stream[at + 5] >> 5
            yield stream[at + _ADTS_HEADER : at + size]
            at += size


class _Mp3(Codec):
    __slots__ = ()

    def frame(self, rate: int) -> int:
        return 1152 if rate >= MPEG_1_RATE else 576

    def packets(self, stream: bytes, rate: int) -> Iterator[bytes]:
        kilobits, at = _KILOBITS[rate >= MPEG_1_RATE], 0
        while at < len(stream):
            bits = 1000 * kilobits[stream[at + 2] >> 4] * self.frame(rate)
            size = bits // (8 * rate) + (stream[at + 2] >> 1 & 1)
            yield stream[at : at + size]
            at += size


LAME_SCALE: Final = 0.95
"""LAME turns everything down by this factor at every rate, and ffmpeg has no switch for it."""

_AAC: Final = ("-c:a", "aac", "-aac_coder", "fast", "-aac_tns", "0")
_LAME: Final = ("-af", f"volume={1 / LAME_SCALE}", "-c:a", "libmp3lame", "-compression_level", "7")
_BARE: Final = ("-write_xing", "0", "-id3v2_version", "0", "-f", "mp3")

CODECS: Final[Mapping[str, Codec]] = {
    "aac": _Aac((*_AAC, "-f", "adts"), delay=AAC_FRAME),
    # Without the bit reservoir every packet holds all that it needs, and can have new neighbours.
    "mp3": _Mp3((*_LAME, "-reservoir", "0", *_BARE), delay=1105),
}
