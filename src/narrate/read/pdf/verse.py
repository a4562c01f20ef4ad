"""Verse: lines that their author broke, told by their ends and their beginnings."""

from collections.abc import Iterator, Sequence
from typing import Final

from narrate.read.pdf.lines import Line
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.neighbours import SENTENCE_END, bullet, differs, is_apart, runs_on

_BESIDE: Final = 0.2
"""Ems."""
_WIDTH: Final = 0.85
"""Of the column's."""
_LONGEST: Final = 70
_MOST: Final = 0.8
_FEW: Final = 0.5


def stanzas(column: Sequence[Line], measure: Measure) -> Iterator[tuple[int, int]]:
    """Yield where verse begins and ends: lines that their author broke."""
    start = 0
    for at in range(1, len(column) + 1):
        if at == len(column) or not _is_broken(column[at - 1], column[at], measure):
            if is_stanza(column[start:at]):
                yield start, at
            start = at


def _is_broken(line: Line, after: Line, measure: Measure) -> bool:
    moved = abs(after.left - line.left) > _BESIDE * line.size and SENTENCE_END.search(line.text)
    return not (moved or is_apart(line, after, measure) or differs(line, after) or runs_on(line, after))


def is_stanza(part: Sequence[Line]) -> bool:
    """Tell verse from talk, headings and lists: capitals at its beginnings, few sentences at its ends."""
    width = _WIDTH * (part[0].edges[1] - part[0].edges[0])
    if len(part) < 3 or any(  # noqa: PLR2004 - a couplet may be anything
        line.right - line.left > width or len(line.text) > _LONGEST or line.bold or bullet(line.text)
        for line in part
    ):
        return False
    high = sum(1 for line in part if next((sign for sign in line.text if sign.isalnum()), "").isupper())
    closed = sum(1 for line in part[:-1] if SENTENCE_END.search(line.text))
    aligned = sum(
        min(abs(line.left - other.left) for other in part if other is not line) < 1 for line in part
    )
    return high >= _MOST * len(part) and closed <= _FEW * (len(part) - 1) and aligned >= _MOST * len(part)
