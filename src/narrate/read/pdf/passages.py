"""Passages: the lines of a column that were one paragraph, one heading or one stanza when they were set."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from narrate.read.pdf.lines import Line
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.neighbours import (
    OTHER_SIZE,
    SENTENCE_END,
    bullet,
    differs,
    ends_early,
    is_apart,
    is_flush,
    runs_on,
)
from narrate.read.pdf.verse import stanzas

_INDENT: Final = 0.7
"""Ems, as all measures below."""
_DEEPEST: Final = 8.0
_TALK: Final = tuple("“„«‹\"‘'–—-")
_NUMBERED: Final = re.compile(r"(?:\(?(?:\d{1,3}|[a-z])[.)]) \S")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    verse: bool = False
    room: float = 0.0
    """Points above it, over the usual leading; endless at the head of a column."""

    @property
    def text(self) -> str:
        """All its words, a blank for every line's end."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Points, as most of it is set."""
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(line.bold for line in self.lines)


def passages(column: Sequence[Line], measure: Measure) -> Iterator[Passage]:
    """Divide a column into its passages."""
    done = 0
    for start, end in stanzas(column, measure):
        yield from _prose(column, done, start, measure)
        yield Passage(tuple(column[start:end]), verse=True, room=_room(column, start, measure))
        done = end
    yield from _prose(column, done, len(column), measure)


def _prose(column: Sequence[Line], start: int, end: int, measure: Measure) -> Iterator[Passage]:
    first = start
    for at in range(start + 1, end + 1):
        if at == end or _begins(column[first:at], column[at], measure):
            if first < at:
                yield Passage(tuple(column[first:at]), room=_room(column, first, measure))
            first = at


def _room(column: Sequence[Line], at: int, measure: Measure) -> float:
    if at == 0:
        return float("inf")
    return column[at].base - column[at - 1].base - measure.usual(max(column[at].size, column[at - 1].size))


def _begins(part: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Tell whether a line begins a passage after the lines of another."""
    return not _is_beside_initial(part[0], line) and any(sign(part, line, measure) for sign in _SIGNS)


def _has_bullet(_part: Sequence[Line], line: Line, _measure: Measure) -> bool:
    return bullet(line.text) > 0


def _has_room_above(part: Sequence[Line], line: Line, measure: Measure) -> bool:
    return is_apart(part[-1], line, measure)


def _is_set_otherwise(part: Sequence[Line], line: Line, _measure: Measure) -> bool:
    return differs(part[-1], line) and not _runs_through(part[-1], line)


def _is_indented_more(part: Sequence[Line], line: Line, _measure: Measure) -> bool:
    return _INDENT < (line.left - part[-1].left) / line.size < _DEEPEST and not _is_hanging(part[-1], line)


def _is_indented_again(part: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Tell a paragraph of one line from the first line of a longer one, by the next line's own indent."""
    inset = all((each.left - each.edges[0]) / each.size > _INDENT for each in (*part, line))
    return measure.indented and len(part) == 1 and inset and SENTENCE_END.search(part[0].text) is not None


def _stands_out(part: Sequence[Line], line: Line, _measure: Measure) -> bool:
    out = (part[-1].left - line.left) / line.size > _INDENT
    return len(part) > 1 and out and not runs_on(part[-1], line)


def _has_next_number(part: Sequence[Line], line: Line, _measure: Measure) -> bool:
    both = _NUMBERED.match(part[0].text) and _NUMBERED.match(line.text)
    return bool(both) and abs(line.left - part[0].left) < line.size


def _follows_an_early_end(part: Sequence[Line], line: Line, _measure: Measure) -> bool:
    return ends_early(part[-1], line)


_SIGNS: Final[tuple[Callable[[Sequence[Line], Line, Measure], bool], ...]] = (
    _has_bullet,
    _has_room_above,
    _is_set_otherwise,
    _is_indented_more,
    _is_indented_again,
    _stands_out,
    _has_next_number,
    _follows_an_early_end,
)
"""Signs of a new passage, given the lines so far and the next."""


def _is_beside_initial(first: Line, line: Line) -> bool:
    return first.reach is not None and first.base < line.base < first.reach + line.size / 2


def _runs_through(before: Line, line: Line) -> bool:
    """Tell a sentence that goes on in another type: small capitals at its beginning, bold words within it."""
    return (
        runs_on(before, line)
        and not SENTENCE_END.search(before.text)
        and abs(line.size / before.size - 1) < OTHER_SIZE * 4
    )


def _is_hanging(before: Line, line: Line) -> bool:
    """Tell a line that is set in because the first one of its paragraph stands out."""
    goes_on = runs_on(before, line) and not SENTENCE_END.search(before.text)
    return goes_on and not line.text.startswith(_TALK)


def goes_on(one: Passage, two: Passage, measure: Measure) -> bool:
    """Tell whether a passage at the foot of a page or column goes on with one at the head of the next."""
    last, first = one.lines[-1], two.lines[0]
    if one.verse or two.verse or abs(last.size - first.size) > OTHER_SIZE * last.size or bullet(first.text):
        return False
    lower = next((sign for sign in first.text if sign.isalnum()), "").islower()
    if not SENTENCE_END.search(last.text):
        return lower or not (_is_indented(two) or ends_early(last, first))
    if _is_indented(two):
        return False
    return is_flush(last) if measure.justified else measure.indented and runs_on(last, first)


def _is_indented(passage: Passage) -> bool:
    first = passage.lines[0]
    return first.left - first.edges[0] > _INDENT * first.size


def with_habits(measure: Measure, columns: Sequence[Sequence[Line]]) -> Measure:
    """Tell whether paragraphs are indented rather than set apart, and whether lines are justified."""
    inset = roomy = flush = 0
    for before, line in (pair for column in columns for pair in pairwise(column)):
        apart = is_apart(before, line, measure)
        roomy += apart
        inset += not apart and _INDENT < (line.left - before.left) / line.size < _DEEPEST
        flush += is_flush(before)
    lines = sum(map(len, columns))
    return replace(measure, indented=inset > roomy, justified=flush * 2 > lines)
