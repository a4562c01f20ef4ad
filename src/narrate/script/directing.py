"""What directions make of a block's lines: where these are cut, who says them, and with what weight."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from narrate.model.direction import WHOLE, Direction, Kind
from narrate.model.script import Emphasis
from narrate.model.story import Block
from narrate.model.words import speakable
from narrate.script.casting import Part
from narrate.script.places import Span

_LETTER = "x"


@dataclass(frozen=True, slots=True)
class Cues:
    """The directions of a block, sorted by what they do."""

    heard: str
    """The text, a letter for every character of what is said as one: whatever that is, it has words."""
    wholes: tuple[Direction, ...] = ()
    """Words that are said as one."""
    voices: tuple[Direction, ...] = ()
    emphases: tuple[Direction, ...] = ()
    breaks: tuple[int, ...] = ()
    """Where a line ends in the text; beside a word, not among the marks that cling to it."""

    @classmethod
    def of(cls, block: Block) -> "Cues":
        """Sort the directions of a block."""
        if not block.directions:
            return cls(block.text)
        wholes = tuple(each for each in block.directions if each.kind in WHOLE)
        heard = _heard(block.text, wholes)
        breaks = (at_words(heard, each.start) for each in block.directions if each.kind is Kind.BREAK)
        return cls(
            heard,
            wholes,
            tuple(each for each in block.directions if each.kind is Kind.VOICE),
            tuple(each for each in block.directions if each.kind is Kind.EMPHASIS),
            tuple(breaks),
        )

    def splits(self, span: Span) -> bool:
        """Tell whether an edge of a span lies among words that are said as one."""
        return any(each.start < edge < each.end for edge in span for each in self.wholes)

    def together(self, spans: Iterable[Span]) -> Sequence[Span]:
        """Join spans that part what is said as one."""
        joined = list[Span]()
        for start, end in spans:
            if joined and any(each.start < joined[-1][1] and start < each.end for each in self.wholes):
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return joined

    def divided(self, parts: Sequence[Part]) -> Sequence[Part]:
        """Cut the parts of a sentence at breaks and where another voice is asked for."""
        if not (self.breaks or self.voices):
            return parts
        return list(chain.from_iterable(map(self._divided, parts)))

    def stressed(self, start: int, end: int) -> tuple[Emphasis, ...]:
        """Return the emphases of a stretch of the text, counted from its beginning."""
        found = _innermost(self.emphases, start, end)
        return tuple(Emphasis(one - start, two - start, each.value) for (one, two), each in found if each)

    def within(self, start: int, end: int) -> Iterator[Direction]:
        """Yield what is said as one in a stretch of the text, counted from its beginning."""
        for each in self.wholes:
            if start <= each.start and each.end <= end:
                yield replace(each, start=each.start - start, end=each.end - start)

    def _divided(self, part: Part) -> Iterator[Part]:
        edges = {*self.breaks, *(edge for each in self.voices for edge in (each.start, each.end))}
        inside = sorted(edge for edge in edges if part.start < edge < part.end)
        for start, end in _worded(self.heard, pairwise([part.start, *inside, part.end])):
            voices = [each for each in self.voices if each.start < end and start < each.end]
            yield Part(start, end, part.role, voices[-1].value if voices else "")


def at_words(text: str, place: int) -> int:
    """Move a place that lies among the marks beside a word to the outside of them.

    >>> text = "He said: “Well.” Then"
    >>> at_words(text, 10), at_words(text, 14), at_words(text, 12)
    (9, 16, 12)
    """
    start, end = place, place
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    if not speakable(text[start:place]):
        return start
    return place if speakable(text[place:end]) else end


def _heard(text: str, wholes: Iterable[Direction]) -> str:
    for each in wholes:
        text = text[: each.start] + _LETTER * (each.end - each.start) + text[each.end :]
    return text


def _worded(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Give a stretch without words to the one before it, the first to the one after, white space to none."""
    kept = list[Span]()
    for start, end in spans:
        if kept and not (speakable(text[start:end]) and speakable(text[slice(*kept[-1])])):
            kept[-1] = kept[-1][0], end
        else:
            kept.append((start, end))
    for start, end in kept:
        inside = text[start:end]
        yield end - len(inside.lstrip()), start + len(inside.rstrip())


def _innermost(
    directions: Sequence[Direction], start: int, end: int
) -> Iterator[tuple[Span, Direction | None]]:
    """Divide a stretch so that one direction holds for each part of it: of several the inner one."""
    near = [each for each in directions if each.start < end and start < each.end]
    edges = (max(start, min(edge, end)) for each in near for edge in (each.start, each.end))
    for one, two in pairwise(sorted({start, *edges, end})):
        yield (
            (one, two),
            next((each for each in reversed(near) if each.start <= one and two <= each.end), None),
        )
