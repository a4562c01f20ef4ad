"""The clip cache: what was said once, in the same words by the same voice, is never spoken again."""

import struct
from typing import Final

from narrate.model.audio import Clip, WordMark
from narrate.model.voice import Voice
from narrate.speak.company import Company
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "clips"
_HEAD: Final = struct.Struct("<II")
"""Frames a second, and the number of word marks."""
_MARK: Final = struct.Struct("<III")


def clip_address(text: str, voice: Voice, version: str) -> str:
    """Return the address of what can change the sound of words, and of nothing else.

    Not the name of the voice, nor its volume: loudness comes later, and so does the pause.
    """
    settings = (voice.engine_voice, voice.rate, voice.pitch, voice.language, voice.gender)
    return address(KIND, text, voice.engine, version, *settings)


class Clips:
    """Give clips: out of the store, or spoken and put there."""

    def __init__(self, store: Store, company: Company) -> None:
        self._store = store
        self._company = company
        self.spoken = 0
        """Lines that had never been spoken before."""

    def clip(self, text: str, voice: Voice, version: str) -> Clip:
        """Return the text in the voice; raises what `Studio.speak` raises."""
        place = clip_address(text, voice, version)
        if kept := self._store.get(KIND, place):
            return unpacked(kept)
        clip = self._company.speak(text, voice)
        self._store.put(KIND, place, packed(clip))
        self.spoken += 1
        return clip


def packed(clip: Clip) -> bytes:
    """Write a clip as bytes."""
    marks = b"".join(_MARK.pack(mark.frame, mark.start, mark.end) for mark in clip.words)
    return _HEAD.pack(clip.rate, len(clip.words)) + marks + clip.pcm


def unpacked(kept: bytes) -> Clip:
    """Read what `packed` wrote.

    >>> clip = Clip(b"pcm.", 22050, (WordMark(0, 0, 3),))
    >>> unpacked(packed(clip)) == clip
    True
    """
    rate, count = _HEAD.unpack_from(kept)
    start = _HEAD.size + count * _MARK.size
    words = tuple(WordMark(*mark) for mark in _MARK.iter_unpack(kept[_HEAD.size : start]))
    return Clip(kept[start:], rate, words)
