"""The silences that breaks ask for.

A break with a time is that silence, whatever would have been there; several add up.  One that tells its
strength makes a silence longer, never shorter.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from narrate.config.schema import PausesTable
from narrate.model.direction import Direction, Kind
from narrate.model.script import ChapterScript, Line
from narrate.model.story import Block
from narrate.script.directing import Cues
from narrate.script.pacing import Seam, silence
from narrate.script.places import Places

STRENGTHS: Final[Mapping[str, Seam]] = {
    "x-weak": Seam.CLAUSE,
    "weak": Seam.VERSE,
    "medium": Seam.SENTENCE,
    "strong": Seam.PARAGRAPH,
    "x-strong": Seam.SCENE,
}
"""Which of `[pauses]` a strength is as long as."""


def rested(script: ChapterScript, blocks: Sequence[Block], pauses: PausesTable) -> ChapterScript:
    """Put the breaks of a chapter's blocks into the silences of its script."""
    starts = [line.start if line.end > line.start else -1 for line in script.lines]
    found: dict[int, list[Direction]] = defaultdict(list)
    for place, direction in _breaks(blocks):
        found[bisect_left(starts, place) - 1].append(direction)
    if not found:
        return script
    head = _silence(found[-1], script.head, pauses)
    lines = (_after(line, found[at], pauses) for at, line in enumerate(script.lines))
    return replace(script, lines=tuple(lines), head=head)


def _breaks(blocks: Sequence[Block]) -> Iterator[tuple[int, Direction]]:
    """Yield every break and the place in the source before which the line begins that it follows."""
    for block in blocks:
        breaks = [each for each in block.directions if each.kind is Kind.BREAK]
        places = Places.of(block) if breaks else None
        for each, at in zip(breaks, Cues.of(block).breaks if breaks else (), strict=True):
            if places:
                yield places.source(at - 1, at)[1] if at else block.pieces[0].start, each


def _after(line: Line, breaks: Sequence[Direction], pauses: PausesTable) -> Line:
    return replace(line, silence=_silence(breaks, line.silence, pauses)) if breaks else line


def _silence(breaks: Sequence[Direction], usual: int, pauses: PausesTable) -> int:
    """Return the milliseconds of silence that breaks make of the usual ones.

    >>> _silence([Direction(Kind.BREAK, 0, 0, milliseconds=200)], 350, PausesTable())
    200
    >>> _silence([Direction(Kind.BREAK, 0, 0, "weak")], 350, PausesTable())
    350
    """
    timed = [each.milliseconds for each in breaks if each.milliseconds is not None]
    if timed:
        return sum(timed)
    return max([usual, *(silence(STRENGTHS[each.value], pauses) for each in breaks)])
