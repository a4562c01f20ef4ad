"""The seal on every entry: what was cut short, zeroed, changed or moved is found out."""

from hashlib import sha256
from typing import Final

_MAGIC: Final = b"narrate1"
SEAL: Final = len(_MAGIC) + sha256().digest_size
"""Bytes that an entry takes beyond its data."""


def sealed(name: str, data: bytes) -> bytes:
    """Put a seal before data that is to be kept under a name."""
    return _seal(name, data) + data


def opened(name: str, kept: bytes) -> bytes | None:
    """Return the data of what was kept under a name, or None where its seal is broken.

    >>> opened("clips/ab/abc", sealed("clips/ab/abc", b"pcm"))
    b'pcm'
    >>> opened("clips/ab/abd", sealed("clips/ab/abc", b"pcm"))
    """
    data = memoryview(kept)[SEAL:]
    return bytes(data) if kept[:SEAL] == _seal(name, data) else None


def _seal(name: str, data: bytes | memoryview) -> bytes:
    digest = sha256(name.encode() + b"\0")
    digest.update(data)
    return _MAGIC + digest.digest()
