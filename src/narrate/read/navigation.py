"""Which entries of a book's own table of contents are chapters, and where those begin."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from narrate.model.story import Block, BlockKind
from narrate.read.flow import Entry
from narrate.read.headings import CHAPTER, PART, SECTION, label_level
from narrate.read.numerals import number

_EPIGRAPH: Final = 60
"""Words below a part's title that are no chapter."""
_SHORT_CHAPTER: Final = 1000
"""Words; what is only numbered and shorter on the whole are sections."""


class Spot(NamedTuple):
    """Where an anchor leads."""

    place: int
    """In the source."""
    block: int
    """The first one from there on."""


class _Section(NamedTuple):
    title: str
    depth: int
    spot: Spot
    words: int
    """Its own, up to the next section of whatever depth, without headings."""
    all_words: int
    """With those of the sections inside it."""


def chapter_starts(
    blocks: Sequence[Block], contents: Iterable[Entry], spots: Mapping[str, Spot]
) -> list[tuple[int, str]]:
    """Return the first block and the title of each chapter.

    Parts give way to the chapters inside them, and chapters keep the sections inside them.  A title that
    nothing stands below is the beginning of the next chapter; an entry to what is not heard is none.
    """
    starts: list[tuple[int, str]] = []
    begun: int | None = None
    chosen = list(_chapters(_sections(blocks, contents, spots)))
    lasts = [section.spot.block for section, _ in chosen[1:]] + [len(blocks)] * bool(chosen)
    for (section, enough), last in zip(chosen, lasts, strict=True):
        heard = _first_heard(blocks, section.spot.block, last)
        begun = heard if begun is None else begun
        if begun is not None and (_words(blocks[section.spot.block : last]) > enough or last == len(blocks)):
            starts.append((begun, section.title))
            begun = None
    return starts


def _sections(
    blocks: Sequence[Block], contents: Iterable[Entry], spots: Mapping[str, Spot]
) -> Sequence[_Section]:
    """Return what the entries lead to in reading order; of those that lead to one place, the first."""
    found: list[tuple[Entry, Spot]] = []
    for entry in sorted(
        (each for each in contents if each.anchor in spots), key=lambda each: spots[each.anchor]
    ):
        spot = spots[entry.anchor]
        if not found or found[-1][1] != spot or found[-1][0].depth < entry.depth:
            found.append((entry, spot))
    return [
        _Section(
            entry.title,
            entry.depth,
            spot,
            _words(blocks[spot.block : _end(found[index + 1 :], len(blocks))]),
            _words(blocks[spot.block : _end(_outside(found[index + 1 :], entry.depth), len(blocks))]),
        )
        for index, (entry, spot) in enumerate(found)
    ]


def _end(following: Iterable[tuple[Entry, Spot]], last: int) -> int:
    return next((spot.block for _, spot in following), last)


def _outside(following: Iterable[tuple[Entry, Spot]], depth: int) -> Iterator[tuple[Entry, Spot]]:
    return (each for each in following if each[0].depth <= depth)


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks if block.kind is not BlockKind.HEADING)


def _chapters(sections: Sequence[_Section]) -> Iterator[tuple[_Section, int]]:
    """Yield chapters and parts, each with the words that it has to exceed to be a chapter of its own."""
    grouped = list(_families(sections))
    for section, inside in grouped:
        if inside and (len(grouped) == 1 or _gives_way(section, inside)):
            yield section, _EPIGRAPH
            yield from _chapters(inside)
        else:
            yield section, 0


def _families(sections: Sequence[_Section]) -> Iterator[tuple[_Section, Sequence[_Section]]]:
    """Yield the highest sections, each with all that is deeper after it."""
    index = 0
    while index < len(sections):
        end = index + 1
        while end < len(sections) and sections[end].depth > sections[index].depth:
            end += 1
        yield sections[index], sections[index + 1 : end]
        index = end


def _gives_way(section: _Section, inside: Sequence[_Section]) -> bool:
    """Tell a part from a chapter that has sections."""
    label = label_level(section.title)
    children = [child for child, _ in _families(inside)]
    labels = [label_level(child.title) for child in children]
    if label in {PART, CHAPTER}:
        return label == PART
    if CHAPTER in labels or PART in labels:
        return True
    long = sum(child.all_words for child in children) >= _SHORT_CHAPTER * len(children)
    if all(each == SECTION or number(child.title) for child, each in zip(children, labels, strict=True)):
        return long
    return section.words <= (_EPIGRAPH if long else 0)


def _first_heard(blocks: Sequence[Block], first: int, last: int) -> int | None:
    return next((at for at in range(first, last) if blocks[at].pieces), None)
