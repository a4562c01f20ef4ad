"""Footnotes of a plain text: a section of them behind the story or a chapter, and what refers to them."""

import re
from collections.abc import Iterator, Sequence

from narrate.model.story import Omission, Reason
from narrate.read.headings import is_bare_label, label
from narrate.read.plain.grouping import Group, Part, as_group

_HEAD = re.compile(r"(?:foot|end)?notes?[:.]?", re.IGNORECASE)
_NOTE = re.compile(
    r"\[(?:footnote |note )?(?P<bracketed>\d{1,4})(?:\]|[:.])|(?P<bare>\d{1,3})[.)] ", re.IGNORECASE
)
_BETWEEN_BRACKETS = re.compile(r"\[footnote (?P<number>\d{1,4})[:.]", re.IGNORECASE)
_REFERENCE = re.compile(r"(?<=\S) ?\[(?:footnote |note )?(?P<number>\d{1,4})\]", re.IGNORECASE)
_SECTION = 2
"""Blank lines that end a section, where no note follows."""


def note_sections(parts: Sequence[Part]) -> frozenset[int]:
    """Return the places of sections of notes: a head, and below it notes that count up."""
    found: set[int] = set()
    for at, part in enumerate(parts):
        group = as_group(part)
        if len(group) == 1 and _HEAD.fullmatch(group[0].text.strip("_ ")):
            notes = sum(1 for _ in _notes(parts, at + 1))
            found.update(range(at, at + notes + 1) if notes or _is_last(parts, at) else ())
    return frozenset(found)


def note_references(text: str, parts: Sequence[Part], places: frozenset[int]) -> Iterator[Omission]:
    """Yield the numbers between brackets that refer to a note."""
    numbers = {_number(as_group(parts[at])) for at in places}
    numbers |= {int(found["number"]) for found in _BETWEEN_BRACKETS.finditer(text)}
    for found in _REFERENCE.finditer(text) if numbers - {0} else ():
        if int(found["number"]) in numbers:
            yield Omission(found.start(), found.end(), Reason.NOTE_REFERENCE)


def _is_last(parts: Sequence[Part], at: int) -> bool:
    """Tell a head below which all notes stood between brackets."""
    below = next((group for part in parts[at + 1 :] if (group := as_group(part))), ())
    named = as_group(parts[at])[0].text.strip("_ ").casefold().startswith("foot")
    return named and (not below or label(below[0].text) is not None)


def _notes(parts: Sequence[Part], start: int) -> Iterator[Group]:
    last = 0
    for part in parts[start:]:
        group = as_group(part)
        if not group or label(group[0].text) or is_bare_label(group[0].text):
            return
        number = _number(group)
        counts = number == last + 1 or (number > last and group[0].text[0] == "[")
        if not (counts or (last and not number and group[0].above < _SECTION)):
            return
        last = max(last, number)
        yield group


def _number(group: Group) -> int:
    found = _NOTE.match(group[0].text) if group else None
    return int(found["bracketed"] or found["bare"]) if found else 0
