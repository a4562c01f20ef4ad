"""What the listener says of words: the entries of the lexicon."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from narrate.model.lexicon import Entry
from narrate.model.script import Rewrite
from narrate.script.rules.endings import ENDING, with_ending

NAME: Final = "pronounce"
START = r"(?<![\w\u0300-\u036f])(?<!\w['’])"
END = r"(?![\w\u0300-\u036f])(?!['’](?!(?:s|ll|d|ve|re|m)\b)\w)"
"""A word ends before a possessive or a shortened verb, but `can` is not found in `can't`."""
RUN: Final = re.compile(r"[^\W_]+")
PLURAL: Final = r"(?:(?<=\w)[sS])?"
PLURAL_FROM: Final = 4
"""Letters of a name from which on an s after it makes it no other name, but a plural."""


def pronounce(entries: Iterable[Entry]) -> Callable[[str], Iterable[Rewrite]]:
    """Make a rule of the lexicon's entries, the strongest first.

    An entry in small letters matches however it is written; one with capitals as it stands and in ALL
    CAPITALS, and with the s of a plural.  Only whole words match, a possessive stays, the longest entry
    wins, and of several the first whose neighbours stand there.

    >>> rule = pronounce([Entry("Siobhan", "Shivawn"), Entry("lead", "led", before=("pipe",))])
    >>> [(found.start, found.spoken) for found in rule("Siobhan’s LEAD pipe leads the lead.")]
    [(0, 'Shivawn'), (10, 'led')]
    """
    held = sorted(entries, key=lambda entry: len(entry.printed), reverse=True)
    index = _index(held)

    @lru_cache(maxsize=4096)
    def pattern(numbers: tuple[int, ...]) -> re.Pattern[str]:
        choices = "|".join(_choice(held[number], f"k{number}") for number in numbers)
        return re.compile(f"{START}(?:{choices})")

    def rule(text: str) -> Iterable[Rewrite]:
        numbers = {number for word in index.keys() & {"", *_runs(text)} for number in index[word]}
        for found in pattern(tuple(sorted(numbers))).finditer(text) if numbers else ():
            group = found.lastgroup or ""
            yield _rewrite(held[int(group[1:])], text, found.start(), found.end(group), found.end())

    return rule


def _index(entries: Sequence[Entry]) -> Mapping[str, Sequence[int]]:
    """List the entries by the word they begin with, so that a text is searched for few of them."""
    index: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        first = next(iter(_runs(entry.printed)), "")
        for word in {first, first and f"{first}s"}:
            index.setdefault(word, []).append(number)
    return index


def _runs(text: str) -> list[str]:
    """Return the letters and digits between all other signs, however they are written."""
    return RUN.findall(unicodedata.normalize("NFC", text).casefold())


def _rewrite(entry: Entry, text: str, start: int, key: int, end: int) -> Rewrite:
    """Say an entry; sounds take along what hangs on the word from `key` on, a respelling need not."""
    if not entry.ipa:
        return Rewrite(start, key, entry.say, NAME)
    ending = ENDING.match(text, end)
    last = ending.end() if ending else end
    sounds = with_ending(entry.ipa, "s") if end > key else entry.ipa
    sounds = with_ending(sounds, ending[1]) if ending else sounds
    return Rewrite(start, last, (entry.say or text[start:key]) + text[key:last], NAME, sounds)


def _choice(entry: Entry, name: str) -> str:
    printed = unicodedata.normalize("NFC", entry.printed)
    plural = PLURAL if printed[:1].isupper() and len(printed) >= PLURAL_FROM else ""
    return f"{_after(entry)}(?P<{name}>{_pattern(printed)}){plural}{END}{_before(entry)}"


def _after(entry: Entry) -> str:
    """Look back for one of the words that must come right before."""
    return _one_of(rf"(?<=(?<!\w)(?i:{_literal(word, ' ')})\s)" for word in entry.after)


def _before(entry: Entry) -> str:
    """Look ahead for one of the words that must come right after, a possessive between them."""
    return _one_of(rf"(?=(?:['’]\w+)?\s+(?i:{_literal(word)})(?!\w))" for word in entry.before)


def _one_of(looks: Iterable[str]) -> str:
    choices = "|".join(looks)
    return f"(?:{choices})" if choices else ""


def _pattern(key: str) -> str:
    if key == key.lower():
        return f"(?i:{_spellings(key)})"
    return f"{_spellings(key)}|{_spellings(key.upper())}"


def _spellings(key: str) -> str:
    forms = dict.fromkeys(unicodedata.normalize(form, key) for form in ("NFC", "NFD"))
    return "|".join(_literal(form) for form in forms)


def _literal(key: str, blank: str = r"\s+") -> str:
    words = [re.sub("['’]", "['’]", re.escape(word)) for word in key.split()]
    return blank.join(words)
