"""Titles that nothing but the layout tells: set apart by more blank lines than paragraphs are."""

import re
from collections import Counter
from collections.abc import Sequence

from narrate.read.headings import is_sentence
from narrate.read.lettering import is_title
from narrate.read.plain.grouping import Part, as_group
from narrate.read.plain.lines import Line

_ENDING = re.compile(r"(?:the )?(?:end|finis|fin|ende)(?: of .*)?[.!]*", re.IGNORECASE)
_MOST_LINES = 3
_CAPITALS = 2
_ANY = 3
"""Blank lines above a title in capitals, or with as many below it, and above any."""
_DATELINE = re.compile(r"[^\W\d_a-z][^\d,.;:!?]*, (?:[^\W\d_]{3,12} )?\d{4}\.?")
"""A place and a time, without the day that a letter would name."""


def displayed(parts: Sequence[Part]) -> list[int]:
    """Return the places of titles: set apart by three blank lines, or by two in capitals or on both sides."""
    usual = _usual_gap(parts)
    found = [at for at in range(1, len(parts) - 1) if _is_displayed(parts, at, usual)]
    return found if len(found) > 1 else []


def _usual_gap(parts: Sequence[Part]) -> int:
    gaps = Counter(group[0].above for part in parts if (group := as_group(part)))
    return gaps.most_common(1)[0][0] if gaps else 0


def _is_displayed(parts: Sequence[Part], at: int, usual: int) -> bool:
    group = as_group(parts[at])
    if not 0 < len(group) <= _MOST_LINES or _ENDING.fullmatch(group[0].text):
        return False
    shouted = all(line.text.isupper() for line in group)
    below = as_group(parts[at + 1])
    between = bool(below) and below[0].above >= _CAPITALS
    gap = max(usual + 1, _CAPITALS if shouted or between else _ANY)
    return group[0].above >= gap and all(map(_names, group)) and _has_text(parts[at + 1])


def _names(line: Line) -> bool:
    return is_title(line.text) or _DATELINE.fullmatch(line.text) is not None


def _has_text(part: Part) -> bool:
    group = as_group(part)
    return bool(group) and (len(group) > 1 or not is_title(group[0].text) or is_sentence(group[0].text))
