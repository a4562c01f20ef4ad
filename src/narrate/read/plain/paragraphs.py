"""Paragraphs out of lines: hard-wrapped ones joined, indented ones parted, verse left as it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from narrate.model.story import BlockKind
from narrate.read.plain.layout import Layout, ends_a_sentence
from narrate.read.plain.lines import Line

_DEEPER = 2
"""Columns by which the first line of a paragraph is indented at least."""
_COUPLET = 2
_VERSE_WIDTH = 0.85
_LONGEST_VERSE = 60
_BULLET = re.compile(r"[*•·‣▪-]\s+")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+")
_ITEM = re.compile(rf"{_BULLET.pattern}|{_NUMBER.pattern}")
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
    elif is_list(group):
        yield from (Paragraph(BlockKind.ITEM, part) for part in _at_items(group))
    else:
        yield from (Paragraph(BlockKind.PROSE, part) for part in _at_indents(group, layout))


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


def is_list(group: Sequence[Line]) -> bool:
    """Tell a list: its first line and another one begin with a bullet, or with numbers that count."""
    marks = [found[0] for line in group if (found := _ITEM.match(line.text))]
    numbers = [int(found[1]) for line in group if (found := _NUMBER.match(line.text))]
    counts = all(one + 1 == two for one, two in pairwise(numbers))
    return len(marks) > 1 and _ITEM.match(group[0].text) is not None and counts


def _at_items(group: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    starts = [index for index, line in enumerate(group) if _ITEM.match(line.text)]
    for start, end in pairwise([*starts, len(group)]):
        bullet = _BULLET.match(group[start].text)
        yield (group[start].after(bullet.end() if bullet else 0), *group[start + 1 : end])


def _begins_high(line: Line) -> bool:
    first = next((sign for sign in line.text if sign.isalnum()), "")
    return first.isupper()


def _at_indents(group: Sequence[Line], layout: Layout) -> Iterator[tuple[Line, ...]]:
    base = min(line.indent for line in group)
    part: list[Line] = []
    for line in group:
        if part and line.indent >= base + _DEEPER and not _goes_on(part[-1], line, layout):
            yield tuple(part)
            part = []
        part.append(line)
    yield tuple(part)


def _goes_on(line: Line, after: Line, layout: Layout) -> bool:
    """Tell whether two indented lines are one paragraph: an indented passage, wrapped."""
    return line.indent == after.indent and layout.runs_on(line, after)
