"""Encode a stretch of sound into packets that can be joined with those of its neighbours.

A stretch begins and ends on the codecs' common grid.  The encoder hears a little more at both ends, so that
its packets are those that one encoder of the whole would have made, as far as anybody can hear.
"""

import struct
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from narrate import ffmpeg
from narrate.master.codecs import CODECS, Codec
from narrate.model.recording import Encoded, Encoding, Mark

RUN_IN, RUN_OUT = 8, 2
"""Packets that the encoder hears before and after a stretch."""

PRIMER: Final = 1
"""Packets before a stretch that a decoder needs to get its first one right."""

_BIT_EXACT: Final = ("-flags:a", "+bitexact")


def heard(encoding: Encoding, rate: int, start: int, end: int) -> tuple[int, int]:
    """Return the first PCM frame, and one past the last, that `encode` wants for a stretch."""
    frame = CODECS[encoding.codec].frame(rate)
    return start - RUN_IN * frame, end + RUN_OUT * frame


def encode(pcm: bytes, encoding: Encoding, rate: int, frames: int) -> bytes:
    """Return the packets of the `frames` PCM frames in the middle of what is `heard`, ready for `join`.

    `pcm` is signed 16-bit little-endian mono.  Raises `FfmpegFailed`.
    """
    codec = CODECS[encoding.codec]
    source = ["-v", "error", "-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    stream, _ = ffmpeg.run(
        f"encode {encoding.codec}",
        [*source, *codec.arguments, "-b:a", str(encoding.bitrate), *_BIT_EXACT, "-"],
        [pcm],
    )
    first = RUN_IN + codec.delay // codec.frame(rate) - PRIMER
    wanted = PRIMER + frames // codec.frame(rate) + _coda(codec, rate)
    packets = list(codec.packets(stream, rate))[first : first + wanted]
    return _packed(packets)


def join(
    stretches: Iterable[bytes], encoding: Encoding, rate: int, marks: tuple[Mark, ...], path: Path
) -> Encoded:
    """Write the packets of stretches that follow each other into one file.

    Each stretch gives as many packets as it lasts, so that no time is lost and none comes twice; the first
    gives its primer too, the last what a decoder needs to give its end.
    """
    codec, sizes, coda = CODECS[encoding.codec], array("H"), (array("H"), b"")
    with path.open("wb") as file:
        for stretch in stretches:
            own, data = _unpacked(stretch)
            first, last = PRIMER if sizes else 0, len(own) - _coda(codec, rate)
            begin, end = sum(own[:first]), sum(own[:last])
            sizes += own[first:last]
            file.write(data[begin:end])
            coda = own[last:], data[end:]
        sizes += coda[0]
        file.write(coda[1])
    frame = codec.frame(rate)
    return Encoded(path, sizes, encoding, rate, frame, PRIMER * frame + codec.delay % frame, marks)


def _coda(codec: Codec, rate: int) -> int:
    """Return the packets after a stretch without which a decoder would keep some of its end."""
    frame = codec.frame(rate)
    return -(-(codec.delay % frame) // frame)


def _packed(packets: Sequence[bytes]) -> bytes:
    """Write the number of packets and their sizes before them."""
    sizes = array("H", map(len, packets))
    return struct.pack("<I", len(packets)) + sizes.tobytes() + b"".join(packets)


def _unpacked(stretch: bytes) -> tuple["array[int]", bytes]:
    (count,) = struct.unpack_from("<I", stretch)
    sizes = array("H", stretch[4 : 4 + 2 * count])
    return sizes, stretch[4 + 2 * count :]
