"""Listen to eSpeak NG: what its callback hands over, made into samples and word marks."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, Protocol

from narrate.model.audio import BYTES_PER_FRAME, WordMark

END_OF_LIST: Final = 0
WORD: Final = 1


class Event(Protocol):
    """The part of an `espeak_EVENT` that is of use here."""

    type: int
    text_position: int
    """In characters, counted from one."""
    length: int
    sample: int
    """On the clock of the text, from its first frame."""


class Ear:
    """Gather the sound and the words of one text while it is spoken."""

    def __init__(self) -> None:
        self.sound = bytearray()
        self._words: list[tuple[int, int, int]] = []

    def hear(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: Sequence[Event]) -> int:
        """Take a buffer as it comes; the answer tells eSpeak to go on."""
        self.sound += ctypes.string_at(samples, count * BYTES_PER_FRAME) if count > 0 else b""
        for event in takewhile(lambda event: event.type != END_OF_LIST, _each(events)):
            if event.type == WORD:
                self._words.append((event.sample, event.text_position - 1, event.length))
        return 0

    def marks(self, text: str) -> Iterator[WordMark]:
        """Mark each word once, where it begins: eSpeak reports what it spells out several times."""
        reached, last = -1, len(self.sound) // BYTES_PER_FRAME - 1
        for frame, start, length in self._words:
            if start > reached and text[start : start + length].strip():
                yield WordMark(min(frame, last), start, min(start + length, len(text)))
                reached = start


def _each(events: Sequence[Event]) -> Iterator[Event]:
    place = 0
    while True:  # the list has no length: its last event says so
        yield events[place]
        place += 1
