"""Which entries of a book's own table of contents are chapters, and where those begin."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from narrate.model.story import Block, BlockKind
from narrate.read.flow import TITLE_LEVEL, Entry, Paragraph, Run
from narrate.read.headings import CHAPTER, PART, SECTION, is_bare_label, label_level
from narrate.read.numerals import number

_EPIGRAPH: Final = 60
"""Words below a part's title that are no chapter."""
_SHORT_CHAPTER: Final = 1000
"""Words; what is only numbered and shorter on the whole are sections."""
_LINES_OF_TITLE: Final = 4
_LONGEST_TITLE: Final = 200
"""Characters."""


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


def headed(paragraphs: Iterable[Paragraph], contents: Iterable[Entry]) -> Iterator[Paragraph]:
    """Make headings of the lines to which an entry leads and that say its title, whatever they look like."""
    leading: dict[str, list[Entry]] = defaultdict(list)
    for entry in contents:
        leading[entry.anchor].append(entry)
    here: Sequence[Entry] = ()
    lines = 0
    for each in paragraphs:
        if found := [entry for anchor in each.anchors for entry in leading.get(anchor, ())]:
            here, lines = found, _LINES_OF_TITLE
        said = next((entry for entry in here if lines and _says(each, entry.title)), None)
        if said:
            lines -= 1
        elif each.kind is not BlockKind.BREAK and each.text.strip():
            lines = 0
        yield replace(each, kind=BlockKind.HEADING, level=said.depth) if said and _is_plain(each) else each


def joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Join a heading that only counts ("Chapter 1") with its title below, where both are of one level."""
    waiting: Paragraph | None = None
    for each in paragraphs:
        if waiting and _is_title_of(each, waiting):
            runs, anchors = (*waiting.runs, Run("\n"), *each.runs), (*waiting.anchors, *each.anchors)
            waiting = replace(waiting, runs=runs, anchors=anchors)
            continue
        if waiting:
            yield waiting
        waiting = each
    if waiting:
        yield waiting


def _is_title_of(below: Paragraph, above: Paragraph) -> bool:
    headings = {above.kind, below.kind} == {BlockKind.HEADING} and above.level == below.level
    said, title = above.text.strip(), below.text.strip()
    named = is_bare_label(said) and not (is_bare_label(title) or label_level(title))
    return headings and named and above.is_story and below.is_story


def labelled(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where a book marks no headings below its title, take those that say what they are ("Chapter 1")."""
    marked = any(each.kind is BlockKind.HEADING and each.level != TITLE_LEVEL for each in paragraphs)
    return paragraphs if marked else [_labelled(each) for each in paragraphs]


def _labelled(paragraph: Paragraph) -> Paragraph:
    plain = paragraph.kind is BlockKind.PROSE and paragraph.is_story
    level = label_level(paragraph.text) if plain else None
    return replace(paragraph, kind=BlockKind.HEADING, level=TITLE_LEVEL + level) if level else paragraph


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind in {BlockKind.PROSE, BlockKind.VERSE, BlockKind.QUOTE}


def _says(paragraph: Paragraph, title: str) -> bool:
    """Tell a line that is a part of a title."""
    text = paragraph.text
    plain = _plain(text) if len(text) <= _LONGEST_TITLE else ""
    return bool(paragraph.is_story and plain.strip() and plain in _plain(title))


def _plain(text: str) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return f" {' '.join(words)} "


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
