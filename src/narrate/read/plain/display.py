"""Titles that nothing but the layout tells: set apart by more blank lines than paragraphs are."""

import re
from collections import Counter
from collections.abc import Sequence

from narrate.read.headings import is_sentence, is_title
from narrate.read.plain.grouping import Part, as_group

_ENDING = re.compile(r"(?:the )?(?:end|finis|fin|ende)(?: of .*)?[.!]*", re.IGNORECASE)
_MOST_LINES = 3
_CAPITALS = 2
_ANY = 3
"""Blank lines above a title in capitals, and above any."""


def displayed(parts: Sequence[Part]) -> list[int]:
    """Return the places of titles: capitals set apart by two blank lines or more, other titles by three."""
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
    gap = max(usual + 1, _CAPITALS if shouted else _ANY)
    return group[0].above >= gap and all(is_title(line.text) for line in group) and _has_text(parts[at + 1])


def _has_text(part: Part) -> bool:
    group = as_group(part)
    return bool(group) and (len(group) > 1 or not is_title(group[0].text) or is_sentence(group[0].text))
