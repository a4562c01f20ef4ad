"""Numbers that count chapters: bare ones, or before a title, on lines that stand alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from narrate.read.headings import PART, counted, is_sentence, label, label_level, unmarked, unsigned
from narrate.read.lettering import is_title
from narrate.read.numerals import NUMBER, ORDINAL, roman, value
from narrate.read.plain.grouping import Group, Part, as_group
from narrate.read.plain.layout import ends_a_sentence

_WORDED = re.compile(
    r"(?!(?:page|pg|plate|figure|fig|table|note|line|psalm|step|number|room|route|highway"
    r"|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september"
    r"|october|november|december)\b)"
    rf"(?P<word>[^\W\d_]{{3,}})\.? (?P<number>{NUMBER})\.?",
    re.IGNORECASE,
)
"""A word before a number, perhaps that of chapters in another language."""
_ORDERED = re.compile(rf"(?:the )?(?P<number>{ORDINAL}) (?P<word>[^\W\d_]{{3,}})\.?", re.IGNORECASE)
_LOOSE = re.compile(
    r"(?P<number>[IVXLC]{1,9})(?:[.:)]| ?[-–—])[-–—]* ?(?P<rest>[\"“‘]?[^\W\d_a-z].*[^\W_][.?!]?)"
)
"""A Roman numeral before a title in small letters, which counts alone where it stands alone."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[\W_]*\d")
_NOTATIONS = ("0", "I", "i")
"""Figures, Roman numerals and words."""
_MOST_LINES = 3
_LEAP = 2
"""How far a count may go on where a number is missing or misprinted."""


class _Count(NamedTuple):
    place: int
    worth: int
    below_part: bool = False


def counting(parts: Sequence[Part]) -> list[int]:
    """Return the places of groups that begin with numbers which count on, each after a finished sentence.

    Roman numerals, figures, words, and numbers after the same word ("Day 1") count by themselves.  A count
    may begin again at 1.
    """
    found: dict[str, list[_Count]] = defaultdict(list)
    for place, part in enumerate(parts):
        written, worth = _number(as_group(part))
        if worth and not _interrupts(parts, place):
            found[written].append(_Count(place, worth, _below_part(parts, place)))
    chains = (
        list(_chain(counts, 1 if written in _NOTATIONS else _LEAP, unsaid=written in _NOTATIONS[1:]))
        for written, counts in found.items()
    )
    return sorted(place for chain in chains if _has_text_between(parts, chain) for place in chain)


def _chain(counts: Sequence[_Count], first: int, *, unsaid: bool) -> Iterator[int]:
    """Yield the places of numbers that count on.

    Roman numerals and words may repeat or leap where the next one follows.  All begin again below a part,
    where 2 comes after 1, or with 2 and 3 where 1 may be left unsaid.
    """
    last = 0
    for count, following in pairwise([*counts, _Count(-1, 0)]):
        begins = count.worth == 1 and (count.below_part or following.worth == 2)  # noqa: PLR2004 - one, two
        begins |= unsaid and last not in {1, 2} and (count.worth, following.worth) == (2, 3)
        leaps = unsaid and 1 < last <= count.worth == following.worth - 1
        if begins or leaps or 0 < count.worth - last <= (_LEAP if last else first):
            yield count.place
            last = count.worth


def _below_part(parts: Sequence[Part], place: int) -> bool:
    """Tell whether the heading of a part stands directly above, or above its title."""
    above = (as_group(part) for part in parts[max(0, place - 2) : place])
    return any(group and label_level(group[0].text) == PART for group in above)


def _number(group: Group) -> tuple[str, int]:
    """Return how a group of heading size is numbered, and its number; 0 where it has none."""
    line = unsigned(unmarked(group[0].text)) if 0 < len(group) <= _MOST_LINES else ""
    if (worded := _worded(line)) and not label(line):
        return worded["word"].casefold(), value(worded["number"]) or 0
    found = counted(line)
    if found is None and len(group) == 1 and (loose := _LOOSE.fullmatch(line)):
        return "I", 0 if is_sentence(loose["rest"]) else roman(loose["number"]) or 0
    if found is None or (found.rest and len(group) > 1 and not _shouts(group)):
        return "", 0
    return notation(line), found.number or 0


def is_worded(line: str) -> bool:
    """Tell a word with a number, perhaps one of chapters: "Day 1", "The Second Night".

    >>> is_worded("Case Two"), is_worded("The First Day."), is_worded("Page 2")
    (True, True, False)
    """
    return _worded(line) is not None


def _worded(line: str) -> re.Match[str] | None:
    return _WORDED.fullmatch(line) or _ORDERED.fullmatch(line)


def notation(line: str) -> str:
    """Tell how a line that begins with a number writes it.

    >>> notation("[ 12 ]"), notation("— IV —"), notation("Two")
    ('0', 'I', 'i')
    """
    if _DIGITS.match(line):
        return "0"
    return "I" if roman(_LETTERS.findall(line)[0]) is not None else "i"


def _shouts(group: Group) -> bool:
    return all(line.text.isupper() for line in group)


def _interrupts(parts: Sequence[Part], index: int) -> bool:
    """Tell a page number: it stands in the middle of a sentence, where figures may even precede a name."""
    above = as_group(parts[index - 1]) if index else ()
    if not above or ends_a_sentence(above[-1]) or is_title(above[-1].text):
        return False
    below = as_group(parts[index + 1]) if index + 1 < len(parts) else ()
    return as_group(parts[index])[0].text[0].isdecimal() or (bool(below) and below[0].text[0].islower())


def _has_text_between(parts: Sequence[Part], places: Sequence[int]) -> bool:
    """Tell chapters from the items of a list, which follow each other."""
    apart = sum(
        any(_is_text(as_group(part)) for part in parts[one + 1 : two]) for one, two in pairwise(places)
    )
    return len(places) > 1 and 2 * apart >= len(places) - 1


def _is_text(group: Group) -> bool:
    return bool(group) and not is_title(group[0].text)
