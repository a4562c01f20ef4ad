"""A text as eSpeak NG takes it: letters, and between double brackets its names of sounds."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from narrate.model.audio import WordMark
from narrate.speak.wording import SOUNDED

_ROUND: Final = str.maketrans("[]", "()")
"""An author's brackets among sounds: as silent, and never taken for theirs."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What eSpeak is given, and where it stands in the text as it came."""

    text: str
    sounds: bool
    """Whether there are any in it."""
    places: tuple[tuple[int, int, int], ...] = ()
    """Where a stretch begins in the prompt and in the text, and the letters that it stands for there; 0 where
    they are the prompt's own."""

    @classmethod
    def of(cls, text: str) -> "Prompt":
        r"""Put what is annotated into eSpeak's brackets.

        >>> Prompt.of("[sic] \ufff9Ann\ufffa'a|n\ufffb").text
        "(sic) [['a|n]]"
        """
        if not SOUNDED.search(text):
            return cls(text, sounds=False)
        told, places, done = "", [], 0
        for found in SOUNDED.finditer(text):
            places += [(len(told), done, 0)]
            told += text[done : found.start()].translate(_ROUND)
            places += [(len(told), found.start(1), len(found[1]))]
            told += f"[[{found[2]}]]"
            done = found.end()
        places += [(len(told), done, 0)]
        return cls(told + text[done:].translate(_ROUND), sounds=True, places=tuple(places))

    def placed(self, marks: Iterable[WordMark]) -> Iterator[WordMark]:
        """Move marks to where their words stand in the text as it came, each word marked once."""
        reached = -1
        for mark in marks:
            moved = self._moved(mark)
            if moved.start > reached:
                yield moved
                reached = moved.start

    def _moved(self, mark: WordMark) -> WordMark:
        if not self.places:
            return mark
        at, start, letters = self.places[bisect_right(self.places, mark.start, key=itemgetter(0)) - 1]
        if letters:
            return replace(mark, start=start, end=start + letters)
        return replace(mark, start=start + mark.start - at, end=start + mark.end - at)
