"""Paragraphs out of lines: hard-wrapped ones joined, indented ones parted, verse left as it stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from narrate.model.story import BlockKind
from narrate.read.layout import Layout, ends_a_sentence
from narrate.read.lines import Line

_DEEPER = 2
"""Columns by which the first line of a paragraph is indented at least."""
_COUPLET = 2
_VERSE_WIDTH = 0.85
_LONGEST_VERSE = 60
_MOST = 0.8
_FEW = 0.5


class Paragraph(NamedTuple):
    """Lines that belong together, and what they are."""

    kind: BlockKind
    lines: tuple[Line, ...]


def paragraphs(group: Sequence[Line], layout: Layout) -> Iterator[Paragraph]:
    """Divide the lines between two blank lines into paragraphs."""
    if layout.one_line_each:
        yield from (Paragraph(BlockKind.PROSE, (line,)) for line in group)
    elif is_verse(group, layout):
        yield Paragraph(BlockKind.VERSE, tuple(group))
    else:
        yield from (Paragraph(BlockKind.PROSE, tuple(part)) for part in _at_indents(group, layout))


def is_verse(group: Sequence[Line], layout: Layout) -> bool:
    """Tell a stanza: short lines that their author broke, most with a capital, few ending a sentence."""
    longest = max(len(line.text) for line in group)
    if len(group) < _COUPLET or longest > min(_LONGEST_VERSE, _VERSE_WIDTH * layout.width):
        return False
    if any(layout.runs_on(line, after) for line, after in pairwise(group)):
        return False
    capitals = sum(1 for line in group if _begins_high(line))
    closed = sum(1 for line in group[:-1] if ends_a_sentence(line))
    return capitals >= _MOST * len(group) and closed <= _FEW * (len(group) - 1)


def _begins_high(line: Line) -> bool:
    first = next((sign for sign in line.text if sign.isalnum()), "")
    return first.isupper()


def _at_indents(group: Sequence[Line], layout: Layout) -> Iterator[list[Line]]:
    base = min(line.indent for line in group)
    part: list[Line] = []
    for line in group:
        if part and line.indent >= base + _DEEPER and not _goes_on(part[-1], line, layout):
            yield part
            part = []
        part.append(line)
    yield part


def _goes_on(line: Line, after: Line, layout: Layout) -> bool:
    """Tell whether two indented lines are one paragraph: an indented passage, wrapped."""
    return line.indent == after.indent and layout.runs_on(line, after)
