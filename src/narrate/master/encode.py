"""Encode a stretch of sound into packets that can be joined with those of its neighbours.

A stretch begins and ends on the codecs' common grid.  The encoder hears a little more at both ends, so that
its packets are those that one encoder of the whole would have made, as far as anybody can hear.
"""

import struct
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from narrate import ffmpeg
from narrate.master.codecs import CODECS, Codec
from narrate.model.recording import Encoded, Encoding, Mark

RUN_IN, RUN_OUT = 8, 2
"""Packets that the encoder hears before and after a stretch."""

PRIMER: Final = 1
"""Packets before a stretch that a decoder needs to get its first one right."""

Read = Callable[[int | None], bytes]
"""Returns the first so many bytes of what `encode` made, or all of them for None, and then proved."""

_COUNT: Final = struct.Struct("<I")
_OPENING: Final = 1 << 15
"""Bytes in which the index of most stretches ends."""

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


def join(reads: Sequence[Read], encoding: Encoding, rate: int, marks: tuple[Mark, ...]) -> Encoded:
    """Put the packets of stretches that follow each other into one row.

    Each stretch gives as many packets as it lasts, so that no time is lost and none comes twice; the first
    gives its primer too, the last what a decoder needs to give its end.
    """
    codec, sizes, pieces = CODECS[encoding.codec], array("H"), list[_Piece]()
    for number, read in enumerate(reads, start=1):
        start, own = _index(read)
        first = PRIMER if number > 1 else 0
        last = len(own) - (_coda(codec, rate) if number < len(reads) else 0)
        pieces.append(_Piece(read, start + sum(own[:first]), start + sum(own[:last])))
        sizes += own[first:last]
    frame = codec.frame(rate)
    lead = PRIMER * frame + codec.delay % frame
    return Encoded(_Row(tuple(pieces)), sizes, encoding, rate, frame, lead, marks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The bytes of a stretch that are heard."""

    read: Read
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Row:
    """Pieces that are read one after the other; while one is used, the next is read and proved."""

    pieces: tuple[_Piece, ...]

    def __iter__(self) -> Iterator[bytes]:
        """Yield the packets of every piece."""
        with ThreadPoolExecutor(1) as reader:
            ahead = deque(reader.submit(piece.read, None) for piece in self.pieces[:1])
            for piece, following in zip_longest(self.pieces, self.pieces[1:]):
                if following:
                    ahead.append(reader.submit(following.read, None))
                yield ahead.popleft().result()[piece.start : piece.end]


def _coda(codec: Codec, rate: int) -> int:
    """Return the packets after a stretch without which a decoder would keep some of its end."""
    frame = codec.frame(rate)
    return -(-(codec.delay % frame) // frame)


def _packed(packets: Sequence[bytes]) -> bytes:
    """Write the number of packets and their sizes before them."""
    sizes = array("H", map(len, packets))
    return _COUNT.pack(len(packets)) + sizes.tobytes() + b"".join(packets)


def _index(read: Read) -> tuple[int, "array[int]"]:
    """Return where the packets begin, and their sizes."""
    opening = read(_OPENING)
    if len(opening) < _COUNT.size or _end(opening) > len(opening):
        opening = read(None)
    end = _end(opening)
    return end, array("H", opening[_COUNT.size : end])


def _end(opening: bytes) -> int:
    (count,) = _COUNT.unpack_from(opening)
    return _COUNT.size + 2 * int(count)
