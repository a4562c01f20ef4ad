"""How a plain text is laid out: where its lines were wrapped by a machine and where by the author."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.read.plain.lines import Line

_NARROWEST = 60
"""Columns; a text of shorter lines only is no hard-wrapped one."""
_OUTLIERS = 0.01
_MOST = 0.8
_MANY = 0.3
_LONG_GROUP = 8
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]_*]*$")
_SENTENCE_INSIDE = re.compile(r"[.!?…][\"'”’»)]* +[\"'“‘«(]*[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Layout:
    """What all the lines of a text tell about each of them."""

    width: int
    """Columns at which lines were wrapped, or the longest line's."""
    indent: int
    """Columns before an ordinary line."""
    one_line_each: bool
    """Whether every line is a paragraph of its own."""

    def runs_on(self, line: Line, after: Line) -> bool:
        """Tell whether a line was broken because the next one's first word had no room on it."""
        word = after.text.split(maxsplit=1)[0]
        return line.indent + len(line.text) + 1 + len(word) > self.width


def measure(groups: Sequence[Sequence[Line]]) -> Layout:
    """Measure the groups of lines between blank lines."""
    every = [line for group in groups for line in group]
    lengths = sorted(line.indent + len(line.text) for line in every) or [0]
    widest = lengths[-1 - int(len(lengths) * _OUTLIERS)]
    return Layout(max(widest, _NARROWEST), _usual_indent(every), _one_line_each(groups))


def ends_a_sentence(line: Line) -> bool:
    """Tell whether a line closes with the mark of a sentence's end."""
    return _SENTENCE_END.search(line.text) is not None


def _usual_indent(lines: Sequence[Line]) -> int:
    indents = Counter(line.indent for line in lines)
    return max(sorted(indents), key=indents.__getitem__, default=0)


def _one_line_each(groups: Sequence[Sequence[Line]]) -> bool:
    """Tell the text without blank lines between its paragraphs.

    Nearly every line ends a sentence there, as it may where a writer puts every sentence on a line; but
    lines hold several sentences, or no blank line parts them for long.
    """
    inner = [line for group in groups for line, _ in pairwise(group)]
    if not inner or sum(map(ends_a_sentence, inner)) < _MOST * len(inner):
        return False
    full = sum(1 for line in inner if _SENTENCE_INSIDE.search(line.text))
    return full >= _MANY * len(inner) or max(map(len, groups)) >= _LONG_GROUP
