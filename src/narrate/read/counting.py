"""Numbers that count chapters: bare ones, or before a title, on lines that stand alone."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from narrate.read.grouping import Group, Part, as_group
from narrate.read.headings import counted, is_title
from narrate.read.layout import ends_a_sentence

_MOST_LINES = 3
_LEAP = 2
"""How far a count may go on where a number is missing or misprinted."""


def counting(parts: Sequence[Part]) -> list[int]:
    """Return the places of groups that begin with numbers which count on, each after a finished sentence.

    Roman and Arabic numbers count by themselves.  A count may begin again at 1.
    """
    found: dict[bool, list[int]] = defaultdict(list)
    last: dict[bool, int] = defaultdict(int)
    for index, part in enumerate(parts):
        numbered = _number(as_group(part))
        if numbered is None or _interrupts(parts, index):
            continue
        figures = as_group(part)[0].text[0].isdecimal()
        if numbered == 1 or 0 < numbered - last[figures] <= (_LEAP if last[figures] else 1):
            found[figures].append(index)
            last[figures] = numbered
    counts = (places for places in found.values() if len(places) > 1 and _has_text_between(parts, places))
    return sorted(place for places in counts for place in places)


def _number(group: Group) -> int | None:
    """Return the number that a group of heading size begins with."""
    if not 0 < len(group) <= _MOST_LINES:
        return None
    found = counted(group[0].text)
    return found.number if found and not (found.rest and len(group) > 1 and not _shouts(group)) else None


def _shouts(group: Group) -> bool:
    return all(line.text.isupper() for line in group)


def _interrupts(parts: Sequence[Part], index: int) -> bool:
    """Tell a page number: it stands in the middle of a sentence."""
    above = as_group(parts[index - 1]) if index else ()
    return bool(above) and not ends_a_sentence(above[-1]) and not is_title(above[-1].text)


def _has_text_between(parts: Sequence[Part], places: Sequence[int]) -> bool:
    """Tell chapters from the items of a list, which follow each other."""
    apart = sum(
        any(_is_text(as_group(part)) for part in parts[one + 1 : two]) for one, two in pairwise(places)
    )
    return 2 * apart >= len(places) - 1


def _is_text(group: Group) -> bool:
    return bool(group) and not is_title(group[0].text)
