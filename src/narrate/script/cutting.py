"""Cut a sentence that is too long for its engine where a reader would draw breath."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from narrate.model.script import Rewrite
from narrate.script.places import Span

CLOSERS = r"[\"”’'»)\]]*"

BREATHS = (
    re.compile(rf"[;:]{CLOSERS}(\s+)"),
    re.compile(rf"(?:--+|[—–…]|\s[-–—]){CLOSERS}(\s*)(?=\w)"),
    re.compile(rf",{CLOSERS}(\s+)"),
    re.compile(
        r"(?<!\s)(\s++)(?=(?:and|but|or|nor|yet|so|for|because|although|though|while|when|where|which|who|whom|whose"
        r"|that|if|unless|until|till|after|before|since|as|than)\b)"
    ),
    re.compile(r"(\s++)"),
)
"""Where to cut, the best places first; the group is the white space that falls away."""

SLACK = 0.85
"""Parts are planned a little shorter than they may be, so that a clause may run on to its end."""

SWAY = 0.35
"""How far, in lengths of a part, a good place may lie from where the cut would be even."""


JOINER = "\u200d"
SKIN_TONES = "🏻🏼🏽🏾🏿"


def cut(text: str, longest: int | None, rewrites: Sequence[Rewrite] = ()) -> tuple[Span, ...]:
    """Divide a text into spans of which none is spoken with more than `longest` characters.

    What lies between spans is white space.  A rewrite is never divided, and a word only where it alone
    is too long.  `None` means that the engine takes anything.

    >>> text = "He rose, and went to the door; but nobody was there."
    >>> [text[start:end] for start, end in cut(text, 36)]
    ['He rose, and went to the door;', 'but nobody was there.']
    """
    if longest is None or (len(text) <= longest and not rewrites):
        return ((0, len(text)),)
    return tuple(_halves(_Spoken.of(text, rewrites), 0, len(text), longest))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A text that knows how long it is when spoken, and where it must not be divided."""

    text: str
    lengths: list[int]
    """At each position, how many characters are spoken before it."""
    whole: frozenset[int]
    """Positions inside a rewrite."""

    @classmethod
    def of(cls, text: str, rewrites: Sequence[Rewrite]) -> "_Spoken":
        costs, inside = [1] * len(text), set[int]()
        for rewrite in rewrites:
            costs[rewrite.start : rewrite.end] = [0] * (rewrite.end - rewrite.start)
            costs[rewrite.end - 1] = len(rewrite.spoken)
            inside.update(range(rewrite.start + 1, rewrite.end))
        return cls(text, [0, *accumulate(costs)], frozenset(inside))


def _halves(spoken: _Spoken, start: int, end: int, longest: int) -> Iterator[Span]:
    total = spoken.lengths[end] - spoken.lengths[start]
    if total <= longest:
        yield start, end
        return
    parts = ceil(total / max(1, longest * SLACK))
    even = spoken.lengths[start] + total * (parts // 2) / parts
    place = _place(spoken, start, end, even, SWAY * total / parts)
    if place is None:
        yield start, end
    else:
        yield from _halves(spoken, start, place[0], longest)
        yield from _halves(spoken, place[1], end, longest)


def _place(spoken: _Spoken, start: int, end: int, even: float, sway: float) -> Span | None:
    """Find the white space to cut at: the best kind within reach, else any, else inside a word."""
    low = max(start, bisect_left(spoken.lengths, even - sway))
    high = min(end, bisect_right(spoken.lengths, even + sway))
    for breath in BREATHS:
        if near := _nearest(spoken, breath.finditer(spoken.text, low, high), start, end, even):
            return near
    blanks = BREATHS[-1].finditer(spoken.text, start, end)
    return _nearest(spoken, blanks, start, end, even) or _inside_word(spoken, start, end, even)


def _nearest(
    spoken: _Spoken, found: Iterable[re.Match[str]], start: int, end: int, even: float
) -> Span | None:
    places = [match.span(1) for match in found]
    fit = [
        place for place in places if start < place[0] and place[1] < end and spoken.whole.isdisjoint(place)
    ]
    return min(fit, key=lambda place: abs(spoken.lengths[place[0]] - even), default=None)


def _inside_word(spoken: _Spoken, start: int, end: int, even: float) -> Span | None:
    middle = min(bisect_left(spoken.lengths, even, start + 1, end), end - 1)
    for place in (*range(middle, start, -1), *range(middle + 1, end)):
        if place not in spoken.whole and not _clings(spoken.text, place):
            return place, place
    return None


def _clings(text: str, place: int) -> bool:
    """Tell whether the character at a place is one with the character before it."""
    joined = text[place - 1] == JOINER or text[place] == JOINER or text[place] in SKIN_TONES
    return joined or unicodedata.category(text[place])[0] == "M" or "\udc00" <= text[place] <= "\udfff"
