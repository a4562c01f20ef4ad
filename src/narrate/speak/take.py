"""Judge a take: whether what an engine gave can be what the text says."""

from array import array

from narrate.model.audio import BYTES_PER_FRAME, Clip
from narrate.model.words import speakable

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
    if not speakable(text):
        return ""
    if not take.frames:
        return "no sound"
    return "" if _heard(take.pcm) else "silence for words"


def _heard(pcm: bytes) -> bool:
    """Look for a loud sample, first among every hundredth: speech is found there.

    >>> _heard(array("h", [3, -70, 5]).tobytes())
    True
    """
    samples = array("h", pcm)
    return any(max(part) > SILENCE or min(part) < -SILENCE for part in (samples[::100], samples))
