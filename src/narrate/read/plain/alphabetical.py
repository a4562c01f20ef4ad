"""The alphabetical index behind a book: words in order, each with its pages."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from narrate.read.flow import Matter
from narrate.read.headings import label
from narrate.read.matter import called
from narrate.read.plain.grouping import Group, Part, words
from narrate.read.plain.lines import Line
from narrate.read.titles import folded

_ENTRY = re.compile(r"(?P<word>[^\W\d_]\D{1,80}?)(?:[,.:;]? \d{1,4}\b.*|[,.;:]? [_(]*see\b.*)", re.IGNORECASE)
_LETTER = re.compile(r"[\W_]*[^\W\d_][\W_]*")
_LONGEST_HEAD = 30
_FEWEST = 6
"""Entries."""
_MANY = 0.5
"""Share of the lines that are entries; the others go on with the one above."""
_SORTED = 0.9


def alphabetical(parts: Sequence[Part]) -> frozenset[int]:
    """Return the places of an index: from its head to the last entry before the next heading or the end."""
    found: set[int] = set()
    for at, part in enumerate(parts):
        if _is_head(words(part)):
            end = _end(parts, at)
            if _is_index([line for part in parts[at:end] for line in words(part)][1:]):
                found.update(range(at, end))
    return frozenset(found)


def _is_head(group: Group) -> bool:
    line = group[0].text.strip("_") if group else ""
    return 0 < len(line) <= _LONGEST_HEAD and called(line) is Matter.INDEX


def _end(parts: Sequence[Part], start: int) -> int:
    below = takewhile(lambda at: not _begins(words(parts[at])), range(start + 1, len(parts)))
    entries = [at for at in below if any(_ENTRY.fullmatch(line.text) for line in words(parts[at]))]
    return max(entries, default=start) + 1


def _begins(group: Group) -> bool:
    return _is_head(group) or (bool(group) and label(group[0].text) is not None)


def _is_index(lines: Sequence[Line]) -> bool:
    """Tell an index by its pages, and by the order of the entries that stand farthest out."""
    entries = [(line.indent, found["word"]) for line in lines if (found := _ENTRY.fullmatch(line.text))]
    outermost = min((indent for indent, _ in entries), default=0)
    firsts = [folded(word)[:1] for indent, word in entries if indent == outermost]
    ordered = sum(one <= two for one, two in pairwise(firsts))
    whole = sum(_LETTER.fullmatch(line.text) is None for line in lines)
    return len(entries) >= max(_FEWEST, _MANY * whole) and ordered >= _SORTED * (len(firsts) - 1)
