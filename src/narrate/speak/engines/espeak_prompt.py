"""A text as eSpeak NG takes it: letters, and between double brackets its names of sounds."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from narrate.model.audio import WordMark
from narrate.speak.weights import EVEN, MARKS
from narrate.speak.wording import SOUNDED

_ROUND: Final = str.maketrans("[]", "()")
"""An author's brackets among sounds: as silent, and never taken for theirs."""
_WEIGHTS: Final[Mapping[str, str]] = {
    MARKS["strong"]: "\x01150A\x015F",
    MARKS["moderate"]: "\x01115A\x013F",
    MARKS["reduced"]: "\x0170A\x010F",
    EVEN: "\x01100A\x010F",
}
"""Commands of eSpeak for a weight: loudness in percent, and the tune and length of stressed syllables.

Its reading of SSML would do the same, but not together with sounds in brackets.
"""
_SPECIAL: Final = re.compile(f"{SOUNDED.pattern}|[{''.join(_WEIGHTS)}]")
_OWN, _NONE = 0, -1


@dataclass(frozen=True, slots=True)
class Prompt:
    """What eSpeak is given, and where it stands in the text as it came."""

    text: str
    sounds: bool
    """Whether there are any in it."""
    places: tuple[tuple[int, int, int], ...] = ()
    """Where a stretch begins in the prompt and in the text, and the letters that it stands for there; 0 where
    they are the prompt's own, -1 where it stands for none."""

    @classmethod
    def of(cls, text: str) -> "Prompt":
        r"""Put what is annotated into eSpeak's brackets, and weights into its commands.

        >>> Prompt.of("[sic] \ufff9Ann\ufffa'a|n\ufffb").text
        "(sic) [['a|n]]"
        """
        if not _SPECIAL.search(text):
            return cls(text, sounds=False)
        sounds = SOUNDED.search(text) is not None
        told, places, done = "", [], 0
        for found in _SPECIAL.finditer(text):
            places += [(len(told), done, _OWN)]
            told += _letters(text[done : found.start()], sounds=sounds)
            if found[0] in _WEIGHTS:
                places += [(len(told), found.end(), _NONE)]
                told += _WEIGHTS[found[0]]
            else:
                places += [(len(told), found.start(1), len(found[1]))]
                told += f"[[{found[2]}]]"
            done = found.end()
        places += [(len(told), done, _OWN)]
        return cls(told + _letters(text[done:], sounds=sounds), sounds=sounds, places=tuple(places))

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
        at, start, letters = self._stretch(mark.start)
        if letters == _NONE:
            at = next(place for place, _, kind in self.places if place > mark.start and kind != _NONE)
            return self._moved(replace(mark, start=at, end=max(mark.end, at + 1)))
        if letters:
            return replace(mark, start=start, end=start + letters)
        return replace(mark, start=start + mark.start - at, end=start + mark.end - at)

    def _stretch(self, place: int) -> tuple[int, int, int]:
        return self.places[bisect_right(self.places, place, key=itemgetter(0)) - 1]


def _letters(text: str, *, sounds: bool) -> str:
    return text.translate(_ROUND) if sounds else text
