"""Find in a script the names and rare words of which an engine may not know how they sound."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from narrate.model.direction import WHOLE
from narrate.model.script import Line, Rewrite
from narrate.model.story import BlockKind
from narrate.script.rules.homographs import WORDS
from narrate.script.rules.pronounce import NAME

WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
POSSESSIVE: Final = re.compile(r"['’]s?$")
INSIDE: Final = re.compile(r"[\w,;]['’]?\s+$")
"""What stands before a word inside a sentence: a word, perhaps a comma."""
KNOWN_NAME: Final = 300
"""Times in a word list's 1.6 thousand million from which on a name is taken for known."""
KNOWN_WORD: Final = 50
"""Times from which on a word is not rare; in the list of pyspellchecker that means: not counted at all."""
SHORTEST: Final = 3
_TOLD: Final = {NAME, *WHOLE}
"""Rules that say a word as its listener or its author wants it."""
_TRANSCRIBED: Final = "letters"
"""The rule that writes a word in other letters, and leaves it a question how these sound."""

Common = Callable[[str], int]
"""Tells how often a word in small letters stands in a word list."""


@dataclass(frozen=True, slots=True)
class Find:
    """A word that is worth a look."""

    word: str
    times: int
    is_name: bool


@dataclass(frozen=True, slots=True)
class Undecided:
    """A homograph in a place that does not tell how it is said."""

    word: str
    times: int
    line: str
    """The first line it stands in."""


def finds(lines: Iterable[Line], common: Common) -> list[Find]:
    """List names and rare words that no entry of the lexicon says, the most frequent first.

    A name has a capital inside of sentences, and not only in headings.
    """
    inside: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for line in lines:
        for start, word in _left(line):
            anywhere[word] += 1
            inside[word] += line.kind is not BlockKind.HEADING and _is_inside(line.text, start)
    names = {word for word in inside if inside[word] and word[0].isupper()}
    found = (Find(word, times, word in names) for word, times in anywhere.items())
    return sorted(
        (find for find in found if _is_strange(find, common)), key=lambda find: (-find.times, find.word)
    )


def undecided(lines: Iterable[Line]) -> list[Undecided]:
    """List the homographs that are left to the engine, the most frequent first."""
    places: dict[str, list[str]] = {}
    for line in lines:
        done = [range(rewrite.start, rewrite.end) for rewrite in line.rewrites]
        for found in WORDS.finditer(line.text):
            if not any(found.start() in span for span in done):
                places.setdefault(found.group().lower(), []).append(line.text)
    rows = (Undecided(word, len(texts), texts[0]) for word, texts in places.items())
    return sorted(rows, key=lambda row: (-row.times, row.word))


def _left(line: Line) -> Iterator[tuple[int, str]]:
    """Give the words of a line that are spoken as they are printed, without their possessives.

    What lexicon or direction says is settled; where a rule says other words, the engine never sees these.
    """
    for found in WORD.finditer(line.text):
        if not any(_settles(rewrite, found) for rewrite in line.rewrites):
            yield found.start(), POSSESSIVE.sub("", found.group())


def _settles(rewrite: Rewrite, word: re.Match[str]) -> bool:
    if not rewrite.start <= word.start() < rewrite.end or rewrite.rule == _TRANSCRIBED:
        return False
    return rewrite.rule in _TOLD or word.group() not in WORD.findall(rewrite.spoken)


def _is_inside(text: str, start: int) -> bool:
    return INSIDE.search(text, max(0, start - 9), start) is not None


def _is_strange(find: Find, common: Common) -> bool:
    """Tell whether a word is worth a look: no shout, and a word or its parts in no list."""
    if len(find.word) < SHORTEST or (find.word.isupper() and not find.is_name):
        return False
    limit = KNOWN_NAME if find.is_name else KNOWN_WORD
    parts = [part for part in find.word.lower().replace("’", "'").split("-") if len(part) >= SHORTEST]
    if not find.is_name and find.word[0].isupper():
        return False
    return any(common(part) <= limit and not _is_derived(part, common) for part in parts)


def _is_derived(word: str, common: Common) -> bool:
    """Tell whether a common word stands inside an ending."""
    stems = (
        word.removesuffix(ending)
        for ending in ("s", "es", "ed", "ing", "ly", "ness")
        if word.endswith(ending)
    )
    return any(len(stem) > SHORTEST and common(stem) > KNOWN_NAME for stem in stems)
