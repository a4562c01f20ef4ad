"""Judge a take: whether what an engine gave can be what the text says."""

from array import array

from narrate.model.audio import BYTES_PER_FRAME, Clip

SILENCE = 32
"""Highest sample of what nobody hears: -60 dBFS."""


def flaw(take: object, text: str) -> str:
    """Say what is wrong with a take of the text; an empty string for a good one.

    >>> flaw(Clip(b"", 22050), "Words.")
    'no sound'
    >>> flaw(Clip(bytes(9000), 22050), "Words.")
    'silence for words'
    >>> flaw(Clip(bytes(9000), 22050), "…")
    ''
    """
    if not isinstance(take, Clip):
        return f"no clip but {take!r:.60}"
    if take.rate <= 0 or len(take.pcm) % BYTES_PER_FRAME:
        return f"no 16-bit sound: {len(take.pcm)} bytes at {take.rate} frames a second"
    if not any(character.isalnum() for character in text):
        return ""
    if not take.frames:
        return "no sound"
    return "silence for words" if peak(take.pcm) <= SILENCE else ""


def peak(pcm: bytes) -> int:
    """Return the highest absolute sample of 16-bit sound.

    >>> peak(array("h", [3, -7, 5]).tobytes())
    7
    """
    samples = array("h", pcm)
    return max(max(samples), -min(samples)) if samples else 0
