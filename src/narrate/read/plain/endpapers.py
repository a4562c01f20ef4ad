"""What publishers print behind a novel's end: the printer's name, and their other books."""

import re
from collections.abc import Sequence

from narrate.read.headings import label
from narrate.read.plain.grouping import Part, as_group, words

_END = re.compile(r"[\W_]*(?:the end|finis|fin|ende)[\W_]*", re.IGNORECASE)
_HEAD = re.compile(
    r"[\W_]*(?:(?:other )?(?:books?|novels?|works?|stories) by \w[\w. ]+|by the same author"
    r"|advertisements?|(?:publisher[’']?s[’']? )?catalogue)[\W_]*",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:crown|demy|post|fcap\.?|royal) [48]vo\b|\b\d{1,2}s\. ?(?:\d{1,2}d\.|net|each)|\b\d{1,2}s\.(?= |$)"
    r"|\$ ?\d+\.\d\d|\bpublish(?:ers|ing co)|\b(?:printed|manufactured|bound) (?:by|in)\b|& co\b|\bltd\b"
    r"|\b(?-i:PRESS)\b|\ball rights reserved\b",
    re.IGNORECASE,
)
_LAST = 0.8
"""Share of a text behind which its end stands."""


def endpapers(parts: Sequence[Part]) -> frozenset[int]:
    """Return the places of what follows the end, where it speaks of the trade and no chapter is among it."""
    start = _start(parts)
    behind = [at for at in range(start, len(parts)) if words(parts[at])]
    lines = [line.text for at in behind for line in words(parts[at])]
    trade = any(_HEAD.fullmatch(line) or _TRADE.search(line) for line in lines)
    if not trade or not _is_late(parts, behind[0]) or any(label(line) for line in lines):
        return frozenset()
    return frozenset(behind)


def _start(parts: Sequence[Part]) -> int:
    """Return the place below the last words that end a story; of the first advertisement where none do."""
    firsts = [(at, group[0].text) for at, part in enumerate(parts) if (group := as_group(part))]
    ends = [at + 1 for at, line in firsts if _END.fullmatch(line)]
    heads = [at for at, line in firsts if _HEAD.fullmatch(line) and _is_late(parts, at)]
    return ends[-1] if ends else next(iter(heads), len(parts))


def _is_late(parts: Sequence[Part], at: int) -> bool:
    last = next(group for part in reversed(parts) if (group := words(part)))
    return words(parts[at])[0].start >= _LAST * last[-1].end
