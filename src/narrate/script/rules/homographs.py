"""English words that are written alike and said otherwise, where their neighbours tell which one is meant.

Only what is as good as certain is decided here, and only what eSpeak NG 1.52 misses; the rest is left to the
engine and to the lexicon.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from narrate.model.script import Rewrite
from narrate.script.rules.readings import READINGS, Reading

NAME: Final = "homographs"
WORDS: Final = re.compile(
    rf"(?<![\w'’-])(?:{'|'.join(sorted({reading.word for reading in READINGS}))})(?![\w-])", re.IGNORECASE
)

LETTERS: Final = re.compile("[a-z]+")


def homographs(text: str) -> Iterator[Rewrite]:
    """Say what is meant, where that is certain.

    >>> [(found.start, found.spoken) for found in homographs("A lead pipe may lead to it.")]
    [(2, 'led')]
    """
    readings = _readings()
    for word in sorted(readings.keys() & LETTERS.findall(text.lower())):
        for reading in readings[word]:
            for start, end in _places(reading, text):
                yield Rewrite(start, end, reading.say or text[start:end], NAME, reading.ipa)


def _places(reading: Reading, text: str) -> Iterator[tuple[int, int]]:
    there, not_after = _patterns(reading)
    for found in there.finditer(text):
        start, end = found.span("word")
        if not (not_after and not_after.search(text, 0, start)):
            yield start, end


@cache
def _readings() -> dict[str, Sequence[Reading]]:
    words = {reading.word for reading in READINGS}
    return {word: [reading for reading in READINGS if reading.word == word] for word in words}


@cache
def _patterns(reading: Reading) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Compile where a reading holds, and the words right before that forbid it."""
    there = reading.place.replace("~", rf"(?P<word>(?<![\w'’-]){reading.word}(?![\w-]))")
    not_after = rf"(?<![\w'’-])(?:{reading.not_after})\s+$" if reading.not_after else ""
    return re.compile(there, re.IGNORECASE), re.compile(not_after, re.IGNORECASE) if not_after else None
