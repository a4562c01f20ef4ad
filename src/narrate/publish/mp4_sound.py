"""The sound of an M4B: one track of AAC (ISO/IEC 14496-14, 5.6; 14496-3, 1.6.2.1)."""

import struct

import numpy as np

from narrate.model.recording import Encoded
from narrate.publish.mp4_boxes import box, full_box
from narrate.publish.mp4_track import Samples, Track

_RATES = (
    96_000,
    88_200,
    64_000,
    48_000,
    44_100,
    32_000,
    24_000,
    22_050,
    16_000,
    12_000,
    11_025,
    8_000,
    7_350,
)
"""Sample rates by the index that AAC has for them."""
_LOW_COMPLEXITY, _MONO = 2, 1
_AAC, _AUDIO_STREAM = 0x40, 0x15
_CHUNK = 32
"""Packets between two entries of the index: one and a half seconds at 22,050 Hz."""


def sound_track(sound: Encoded, number: int, language: str, chapters: int) -> Track:
    """Describe the sound; `chapters` is the number of the track that holds its chapters."""
    head = full_box(b"smhd", bytes(4))
    samples = Samples(
        np.frombuffer(sound.sizes, np.uint16),
        [(len(sound.sizes), sound.frame)],
        sound.rate,
        _CHUNK,
        _mp4a(sound),
        _primers(len(sound.sizes)),
    )
    return Track(samples, number, b"soun", b"Sound", head, language, sound.lead, chapters)


def _mp4a(sound: Encoded) -> bytes:
    """Describe mono of 16 bits; a rate without room in 16 bits is told to the decoder alone."""
    rate = sound.rate if sound.rate < 1 << 16 else 0
    entry = struct.pack(">6xH8x4HI", 1, _MONO, 16, 0, 0, rate << 16)
    return box(b"mp4a", entry, full_box(b"esds", _elementary_stream(sound)))


def _elementary_stream(sound: Encoded) -> bytes:
    bits, frames = 8 * sum(sound.sizes), max(1, len(sound.sizes) * sound.frame)
    average = bits * sound.rate // frames
    rates = struct.pack(">2I", max(average, sound.encoding.bitrate), average)
    decoder = _descriptor(4, bytes([_AAC, _AUDIO_STREAM, 0, 0, 0]), rates, _descriptor(5, _aac(sound.rate)))
    return _descriptor(3, bytes(3), decoder, _descriptor(6, b"\2"))


def _aac(rate: int) -> bytes:
    """Return what a decoder of AAC must know: profile, rate, channels.

    >>> _aac(22_050).hex()
    '1388'
    """
    return struct.pack(">H", _LOW_COMPLEXITY << 11 | _RATES.index(rate) << 7 | _MONO << 3)


def _descriptor(tag: int, *parts: bytes) -> bytes:
    """Return a descriptor whose length takes four bytes, as those that every player has seen."""
    body = b"".join(parts)
    return bytes([tag, 0x80, 0x80, 0x80, len(body)]) + body


def _primers(count: int) -> bytes:
    """Tell that every packet sounds right only after the one before it has been decoded."""
    group = struct.pack(">4sIIh", b"roll", 2, 1, -1)
    return full_box(b"sgpd", group, version=1) + full_box(b"sbgp", struct.pack(">4s3I", b"roll", 1, count, 1))
