"""Directions in plain text and Markdown: a text is read as if it had no tags, then each finds its words.

So whatever is told by layout or marks is told by the author's own words alone.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from narrate.model.direction import Direction, Kind
from narrate.model.story import Block, Book, Chapter, Omission, Reason, Source
from narrate.read.directions.bare import Bare
from narrate.read.directions.elements import Element, elements
from narrate.read.directions.tags import Span, Tag, bad, tags, whole_tags
from narrate.read.tiling import fill, within


def directed(source: Source, read: Callable[[Source], Book], is_text: Callable[[Span], bool]) -> Book:
    """Read a text with directions, of which `is_text` tells those that are none; raise `BadDirection`."""
    found = list(tags(source, is_text))
    return _without(source, read, found, elements(source, found))


def undirected(source: Source, read: Callable[[Source], Book], is_text: Callable[[Span], bool]) -> Book:
    """Read a text whose directions are not followed: their tags are left out all the same."""
    return _without(source, read, list(whole_tags(source, is_text)), [])


def _without(
    source: Source, read: Callable[[Source], Book], found: Sequence[Tag], told: Sequence[Element]
) -> Book:
    if not found:
        return read(source)
    bare = Bare.of(source.text, found)
    book = read(Source(source.path, bare.text))
    return replace(book, chapters=tuple(_restored(book, source, bare, found, told)))


@dataclass(frozen=True, slots=True)
class _Passage:
    """A block with words, and where in its chapter's source they stand."""

    chapter: int
    """Which chapter it is in."""
    block: Block

    @property
    def start(self) -> int:
        return self.block.pieces[0].start

    @property
    def end(self) -> int:
        return self.block.pieces[-1].end

    def offset(self, place: int) -> int:
        """Return how much of the text stands before a place of the source."""
        return sum(len(piece.text) for piece in self.block.pieces if piece.end <= place)

    def between(self, start: int, end: int) -> Span:
        """Return the words between two places of the source, without the white space around them."""
        text = self.block.text
        first, last = self.offset(start), self.offset(end)
        inside = text[first:last]
        return first + len(inside) - len(inside.lstrip()), last - len(inside) + len(inside.rstrip())


def _restored(
    book: Book, source: Source, bare: Bare, found: Sequence[Tag], told: Sequence[Element]
) -> Iterator[Chapter]:
    """Put the chapters of a bare text where they stood, tags left out, directions with their words."""
    starts = [*(bare.before(chapter.start) for chapter in book.chapters), len(source.text)]
    placed = [[_placed(block, bare) for block in chapter.blocks] for chapter in book.chapters]
    own = _owned(source, told, placed, starts)
    pieces = [piece for blocks in placed for block in blocks for piece in block.pieces]
    left_out = [each for chapter in book.chapters for old in chapter.omissions for each in bare.omission(old)]
    marks = [Omission(tag.start, tag.end, Reason.DIRECTION) for tag in found]
    omissions = fill(source.text, pieces, [*left_out, *marks])
    for chapter, blocks, (start, end) in zip(book.chapters, placed, pairwise(starts), strict=True):
        given = tuple(replace(block, directions=tuple(own[id(block)])) for block in blocks)
        kept = tuple(within(omissions, start, end))
        yield replace(chapter, source=source, start=start, end=end, blocks=given, omissions=kept)


def _placed(block: Block, bare: Bare) -> Block:
    return replace(block, pieces=tuple(each for piece in block.pieces for each in bare.piece(piece)))


def _owned(
    source: Source, told: Sequence[Element], placed: Sequence[Sequence[Block]], starts: Sequence[int]
) -> Mapping[int, Sequence[Direction]]:
    """Return the directions of each block, by its identity."""
    passages = [_Passage(at, block) for at, blocks in enumerate(placed) for block in blocks if block.pieces]
    own: dict[int, list[Direction]] = defaultdict(list)
    for element in told:
        is_break = element.direction.kind is Kind.BREAK
        spots = _rest(element, passages, starts) if is_break else _words(source, element, passages)
        for passage, (start, end) in spots:
            own[id(passage.block)].append(replace(element.direction, start=start, end=end))
    return own


def _rest(
    element: Element, passages: Sequence[_Passage], starts: Sequence[int]
) -> Iterator[tuple[_Passage, Span]]:
    """Find where a break belongs: in or after the block it follows, or before the first of its chapter."""
    place = element.opens.start
    at = bisect_left(passages, place, key=lambda passage: passage.start)
    chapter = bisect_right(starts, place) - 1
    for near in passages[max(0, at - 1) : at + 1]:
        if near.chapter == chapter:
            offset = near.offset(place)
            yield near, (offset, offset)
            return


def _words(source: Source, element: Element, passages: Sequence[_Passage]) -> Iterator[tuple[_Passage, Span]]:
    """Find the words of an element, in each block that holds some; where they are left out it has none."""
    start, end = element.opens.end, element.closes.start
    at = bisect_right(passages, start, key=lambda passage: passage.end)
    until = bisect_left(passages, end, key=lambda passage: passage.start)
    found = [(passage, passage.between(start, end)) for passage in passages[at:until]]
    found = [(passage, span) for passage, span in found if span[0] < span[1]]
    if len(found) > 1 and element.direction.kind is not Kind.VOICE:
        tag, name = element.opens, element.opens.name
        raise bad(
            source, (tag.start, tag.end), f"reaches beyond its paragraph; write </{name}> before that ends"
        )
    yield from found
