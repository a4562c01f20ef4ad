"""The grammar of MP4: boxes inside boxes (ISO/IEC 14496-12, 4.2)."""

import struct

MATRIX = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
"""Neither turned nor moved."""
_LONGEST = (1 << 32) - 1
"""The first duration that 32 bits cannot tell; this one means that nobody knows."""


def box(kind: bytes, *parts: bytes | memoryview) -> bytes:
    """Return a box.

    >>> box(b"free", b"!").hex(" ")
    '00 00 00 09 66 72 65 65 21'
    """
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def full_box(kind: bytes, *parts: bytes | memoryview, version: int = 0, flags: int = 0) -> bytes:
    """Return a box that tells its version and its flags."""
    return box(kind, (version << 24 | flags).to_bytes(4, "big"), *parts)


def head(kind: bytes, length: int, *, wide: bool) -> bytes:
    """Return what stands before `length` bytes that are written elsewhere; `wide` where 32 bits do not do."""
    return struct.pack(">I4sQ", 1, kind, 16 + length) if wide else struct.pack(">I4s", 8 + length, kind)


def clock(duration: int) -> tuple[int, str]:
    """Return the version of a box that tells this duration, and the letter of its times for `struct`.

    >>> clock(10), clock(60 * 3600 * 48_000)
    ((0, 'I'), (1, 'Q'))
    """
    return (0, "I") if duration < _LONGEST else (1, "Q")
