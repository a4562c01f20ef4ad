"""The frame before an MP3 that tells its length, its index and what a decoder adds at both ends.

The frame itself is silence that players skip.  See https://gabriel.mp3-tech.org/mp3infotag.html.
"""

import struct
from bisect import bisect_left

import numpy as np

from narrate.model.recording import Encoded

DECODER_DELAY = 529
"""PCM frames by which every decoder lags behind; the tag tells only the encoder's share."""
MPEG_1_RATE = 32_000
"""The lowest sample rate of MPEG-1; below it MPEG-2 is spoken."""
_KILOBITS = {
    True: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Bit rates of MPEG-1 and of MPEG-2, the first with the index 1 (ISO/IEC 11172-3, 13818-3)."""
_HEADER = 4
_SIDE = {True: 17, False: 9}
"""Bytes between the header of a mono frame and its sound."""
_FRAMES, _BYTES, _INDEX, _QUALITY = 1, 2, 4, 8
_MOST = (1 << 32) - 1
_ENTRIES = 100
_XING, _LAME = 120, 36
"""Bytes of both parts, the index and the checksum among them."""
_LAYOUT = b"LAME3.100"
"""The version of LAME whose tag this is; decoders take the ends from no stranger."""
_CONSTANT = 1
"""The method of a constant bit rate."""


def xing_frame(sound: Encoded) -> bytes:
    """Return the frame that goes before the packets.

    With it a decoder gives exactly the recording's frames, without the lead and what follows the end.
    """
    sync, version, rates, mode = next(iter(sound.packets), b"")[:_HEADER].ljust(_HEADER, b"\0")
    place, size = _room(sound, rates >> 4)
    header = bytes([sync, version | 1, place << 4 | rates & 0x0C, mode])
    total = size + sum(sound.sizes)
    told = header + bytes(_SIDE[_is_mpeg_1(sound)]) + _xing(sound, size, total) + _lame(sound, total)
    return (told + struct.pack(">H", checksum(told))).ljust(size, b"\0")


def checksum(data: bytes) -> int:
    """Return the CRC-16 of a LAME tag (polynomial 0x8005, lowest bit first).

    >>> hex(checksum(b"123456789"))
    '0xbb3d'
    """
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def _is_mpeg_1(sound: Encoded) -> bool:
    return sound.rate >= MPEG_1_RATE


def _room(sound: Encoded, own: int) -> tuple[int, int]:
    """Return the index of a bit rate whose frame has room, from `own` on, and the bytes of that frame."""
    needed = _HEADER + _SIDE[_is_mpeg_1(sound)] + _XING + _LAME
    kilobits = _KILOBITS[_is_mpeg_1(sound)]
    sizes = [125 * rate * sound.frame // sound.rate for rate in kilobits]
    place = min(max(own, bisect_left(sizes, needed) + 1), len(sizes))
    return place, sizes[place - 1]


def _xing(sound: Encoded, size: int, total: int) -> bytes:
    """Tell the packets, the bytes where they can be told, and in which of 256 parts each hundredth begins."""
    sizes = np.frombuffer(sound.sizes, np.uint16)
    starts = size + np.cumsum(sizes, dtype=np.int64) - sizes
    hundredths = starts[np.arange(_ENTRIES) * len(starts) // _ENTRIES]
    index = (256 * hundredths // total).astype(np.uint8).tobytes()
    flags, length = (_BYTES, struct.pack(">I", total)) if total <= _MOST else (0, b"")
    told = struct.pack(">4s2I", b"Info", flags | _FRAMES | _INDEX | _QUALITY, len(sound.sizes))
    return told + length + index + bytes(4)


def _lame(sound: Encoded, total: int) -> bytes:
    """Tell what a decoder adds; of all else that an encoder may tell only the bit rate and the length."""
    delay = sound.lead - DECODER_DELAY
    after = len(sound.sizes) * sound.frame - delay - sound.frames
    # Where the sound is not as long as its marks say, no number is right, and the file is refused when read.
    ends = (delay << 12 | after & 0xFFF).to_bytes(3, "big")
    kilobits = min(sound.encoding.bitrate // 1000, 255)
    length = struct.pack(">4xI2x", total if total <= _MOST else 0)
    return _LAYOUT + bytes([_CONSTANT, 0]) + bytes(9) + bytes([kilobits]) + ends + length
