"""Two lines, one below the other: what their distance, their type and their ends tell."""

import re
from typing import Final

from narrate.read.pdf.lines import Line
from narrate.read.pdf.measure import Measure

_WIDER: Final = 1.3
"""Times the usual leading."""
OTHER_SIZE: Final = 0.08
"""Of the larger size, from which on it is another one."""
_FLUSH: Final = 0.15
"""Ems, as the next."""
_BLANK: Final = 0.25
_MUCH_ROOM: Final = 0.25
"""Of the column's width."""
SENTENCE_END: Final = re.compile(r"[.!?…:][\"'”’»)\]*†‡\d]*$")
_BULLET: Final = re.compile(r"[•·‣▪●◦○■□❖➢⁃∙] ?")


def is_apart(before: Line, line: Line, measure: Measure) -> bool:
    """Tell whether there is more than the usual room between two lines, or no order."""
    gap = line.base - before.base
    return gap < 0 or gap > _WIDER * measure.usual(max(line.size, before.size))


def differs(before: Line, line: Line) -> bool:
    """Tell a change of type: another size, or bold and not bold."""
    return abs(line.size - before.size) > OTHER_SIZE * max(line.size, before.size) or line.bold != before.bold


def runs_on(line: Line, after: Line) -> bool:
    """Tell whether a line was broken because the next one's first word had no room on it."""
    return _left_over(line, after) <= 0


def _left_over(line: Line, after: Line) -> float:
    """Return the points that would be left on a line after the next one's first word."""
    return line.edges[1] - line.right - after.head - _BLANK * line.size


def ends_early(before: Line, line: Line) -> bool:
    """Tell whether a line was ended by its author: the next one's first word had room on it."""
    room = _left_over(before, line)
    width = before.edges[1] - before.edges[0]
    ended = SENTENCE_END.search(before.text) is not None
    return room > (line.size * _BLANK if ended else width * _MUCH_ROOM)


def is_flush(line: Line) -> bool:
    """Tell whether a line ends at the very edge of its column."""
    return line.edges[1] - line.right < _FLUSH * line.size


def bullet(text: str) -> int:
    """Return how many characters of a text are the bullet before an item.

    >>> bullet("• one"), bullet("one")
    (2, 0)
    """
    found = _BULLET.match(text)
    return found.end() if found else 0
