"""What printed pages leave in pasted text: their numbers and the running heads above them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

from narrate.model.story import Omission, Reason
from narrate.read.headings import label
from narrate.read.lettering import is_title
from narrate.read.plain.layout import ends_a_sentence
from narrate.read.plain.lines import Line

_BARE = re.compile(r"(?P<number>\d{1,4})")
_DRESSED = re.compile(
    r"[-–—~\[({|•*]+ ?(?P<number>\d{1,4}) ?[-–—~\])}|•*]+"
    r"|(?:page|pg\.?|p\.) ?(?P<named>\d{1,4})(?: of \d{1,4})?",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<left>\d{1,4})\s+(?P<head>\D{3,60})|(?P<title>\D{3,60}?)\s+(?P<right>\d{1,4})")
_LEAP = 3
"""Pages that may stand without a number between two that have one."""
_FEW = 3
_LONGEST_HEAD = 60


class _Mark(NamedTuple):
    place: int
    """Of its line among those with words."""
    page: int
    head: str
    """The words beside the number in one form; empty where there are none."""


def page_marks(lines: Sequence[Line]) -> Iterator[Omission]:
    """Yield the lines that are page numbers or running heads, where count or repetition proves it."""
    worded = [line for line in lines if line.text]
    marks = {mark.place for mark in (*_numbers(worded), *_numbered_heads(worded))}
    for index in sorted(marks | set(_heads(worded, marks))):
        yield Omission(worded[index].start, worded[index].end, Reason.PAGE_NUMBER)


def _numbers(lines: Sequence[Line]) -> Iterator[_Mark]:
    """Yield page numbers on lines of their own; bare ones only where they count through broken sentences."""
    dressed = [_Mark(index, page, "") for index, line in enumerate(lines) if (page := _dressed(line.text))]
    for run in _runs(dressed):
        broken = sum(_breaks(lines, mark.place) for mark in run)
        yield from run if len(run) >= _FEW and broken else ()
    bare = [
        _Mark(index, int(line.text), "")
        for index, line in enumerate(lines)
        if line.text.isdecimal() and _BARE.fullmatch(line.text)
    ]
    for run in _runs(bare):
        broken = sum(_breaks(lines, mark.place) for mark in run)
        yield from run if len(run) > 1 and 2 * broken >= len(run) else ()


def _dressed(text: str) -> int:
    found = _DRESSED.fullmatch(text)
    return int(found["number"] or found["named"]) if found else 0


def _breaks(lines: Sequence[Line], index: int) -> bool:
    """Tell a mark in the middle of a sentence, perhaps with a head beside it."""
    above = next(_past_head(reversed(lines[max(0, index - 2) : index])), None)
    below = next(_past_head(lines[index + 1 : index + 3]), None)
    return bool(above and below and not ends_a_sentence(above) and below.text[0].islower())


def _past_head(lines: Iterable[Line]) -> Iterator[Line]:
    return dropwhile(lambda line: is_title(line.text) or label(line.text), lines)


def _runs(marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Part marks where they stop counting on."""
    run: list[_Mark] = []
    for mark in marks:
        if run and not 0 < mark.page - run[-1].page <= _LEAP:
            yield run
            run = []
        run.append(mark)
    yield run


def _numbered_heads(lines: Sequence[Line]) -> Iterator[_Mark]:
    """Yield the heads with a number that come again and count up."""
    found: dict[str, list[_Mark]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEAD and not label(line.text) and (head := _HEAD.fullmatch(line.text)):
            words = (head["head"] or head["title"]).strip(" .|-–—[]()").casefold()
            found[words].append(_Mark(index, int(head["left"] or head["right"]), words))
    for marks in found.values():
        counts = all(one.page < two.page for one, two in pairwise(marks))
        broken = sum(_breaks(lines, mark.place) for mark in marks)
        yield from marks if counts and len(marks) >= _FEW and _FEW * broken >= len(marks) else ()


def _heads(lines: Sequence[Line], marks: set[int]) -> Iterator[int]:
    """Yield the short lines that come again at the edges of pages; the first may be a title."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        beside = line.fresh or index - 1 in marks or index + 1 in marks
        if beside and len(line.text) <= _LONGEST_HEAD and index not in marks and not ends_a_sentence(line):
            found[line.text.casefold()].append(index)
    for places in found.values():
        yield from places[1:] if len(places) >= _FEW else ()
