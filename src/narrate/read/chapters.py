"""Chapters out of blocks: which headings divide a source, and where."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from narrate.model.story import LINE_END, Block, BlockKind, Chapter, Omission, Source
from narrate.read.headings import PART, counted, is_frame, label_level
from narrate.read.titles import folded


def divide(source: Source, blocks: Sequence[Block], omissions: Sequence[Omission]) -> tuple[Chapter, ...]:
    """Divide the blocks of one source into chapters that tile it.

    The highest heading level that occurs more than once makes the chapters; parts give way to the chapters
    inside them.  Words before the first chapter heading are a chapter of their own, titled by the heading
    above them if there is one.  Without headings all is one chapter with an empty title.
    """
    level = dividing_level(blocks)
    firsts = [0, *(index for index in _chapter_starts(blocks, level) if index > _opening(blocks))]
    return tuple(
        Chapter(title := _title(own, level), source, start, end, own, left_out, titled_in_text=bool(title))
        for own, start, end, left_out in _stretches(source, blocks, omissions, firsts)
    )


def divide_at(
    source: Source, blocks: Sequence[Block], omissions: Sequence[Omission], starts: Sequence[tuple[int, str]]
) -> tuple[Chapter, ...]:
    """Divide the blocks of one source into chapters that begin at given blocks and have given titles.

    What stands before the first is a chapter of its own, but headings alone are the beginning of that.
    A chapter without a title has that of the heading it begins with.
    """
    before = blocks[: starts[0][0]]
    own = any(block.pieces and block.kind is not BlockKind.HEADING for block in before)
    begun = [(0, ""), *starts] if own else [(0, starts[0][1]), *starts[1:]]
    stretches = _stretches(source, blocks, omissions, [first for first, _ in begun])
    return tuple(
        Chapter(title or _title(own, level=None), source, start, end, own, left_out)
        for (_, title), (own, start, end, left_out) in zip(begun, stretches, strict=True)
    )


def book_title(blocks: Sequence[Block]) -> str:
    """Return the heading that stands above all chapters at the very beginning, if one does."""
    index = _opening(blocks)
    if index == len(blocks) or blocks[index].kind is not BlockKind.HEADING:
        return ""
    level = dividing_level(blocks)
    lines = _lines_of_title(blocks, blocks[index].level)
    if lines and (level is None or blocks[index].level < level):
        return " ".join(line.text for line in lines)
    return blocks[index].text if _stands_above(blocks, index) else ""


def dividing_level(blocks: Sequence[Block]) -> int | None:
    """Return the level of heading that makes chapters, if any does."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    counts = Counter(block.level for block in headings)
    several = sorted(level for level, count in counts.items() if count > 1)
    parts = [level for level in several[:-1] if _all_parts(blocks, level) or _lines_of_title(blocks, level)]
    return next((level for level in several if level not in parts), None)


def _all_parts(blocks: Sequence[Block], level: int) -> bool:
    """Tell whether a level's headings are parts', or numbers and frames directly above deeper ones."""
    pairs = zip(blocks, [*blocks[1:], Block(BlockKind.BREAK)], strict=True)
    return all(
        label_level(block.text) == PART
        or ((counted(block.text) or is_frame(block.text)) and below.level > level)
        for block, below in pairs
        if block.kind is BlockKind.HEADING and block.level == level
    )


def _lines_of_title(blocks: Sequence[Block], level: int) -> Sequence[Block]:
    """Return the headings of a level where all stand at the very beginning and several count nothing."""
    found = [block for block in blocks if block.kind is BlockKind.HEADING and block.level == level]
    first = _opening(blocks)
    counts = len(found) > 1 and any(label_level(block.text) for block in found)
    return found if found == list(blocks[first : first + len(found)]) and not counts else ()


def _chapter_starts(blocks: Sequence[Block], level: int | None) -> Iterator[int]:
    if level is None:
        return
    for index, block in enumerate(blocks):
        if (
            block.kind is BlockKind.HEADING
            and block.level <= level
            and not _belongs_below(blocks, index, level)
        ):
            yield index


def _belongs_below(blocks: Sequence[Block], index: int, level: int) -> bool:
    """Tell whether a heading stands directly under a higher one, whose chapter it begins."""
    above = blocks[index - 1] if index else None
    if above is None or above.kind is not BlockKind.HEADING:
        return False
    return above.level < level or _stands_above(blocks, index - 1) or _repeats_title(blocks, index - 1)


def _repeats_title(blocks: Sequence[Block], index: int) -> bool:
    """Tell a half-title: the book's title, once more before its chapters."""
    first = _opening(blocks)
    title = blocks[first].text if blocks[first].kind is BlockKind.HEADING else ""
    return index > first and folded(title) == folded(blocks[index].text)


def _stands_above(blocks: Sequence[Block], index: int) -> bool:
    """Tell a book's title on the chapters' own level: no label itself, but one stands directly below."""
    if index != _opening(blocks) or index + 1 == len(blocks):
        return False
    below = blocks[index + 1]
    return (
        below.kind is BlockKind.HEADING
        and label_level(below.text) is not None
        and label_level(blocks[index].text) is None
    )


def _opening(blocks: Sequence[Block]) -> int:
    """Return the place of the first block with words, or the number of blocks where there is none."""
    spoken = (index for index, block in enumerate(blocks) if block.kind is not BlockKind.BREAK)
    return next(spoken, len(blocks))


def _stretches(
    source: Source, blocks: Sequence[Block], omissions: Sequence[Omission], firsts: Sequence[int]
) -> Iterator[tuple[tuple[Block, ...], int, int, tuple[Omission, ...]]]:
    """Yield what lies from one first block to the next: its blocks, start and end, and what is left out."""
    bounds = [0, *(_line_start(source, blocks, index) for index in firsts[1:]), len(source.text)]
    for own, (start, end) in zip(pairwise([*firsts, len(blocks)]), pairwise(bounds), strict=True):
        yield tuple(blocks[slice(*own)]), start, end, tuple(_between(omissions, start, end))


def _line_start(source: Source, blocks: Sequence[Block], index: int) -> int:
    first = blocks[index].pieces[0].start
    above = (blocks[at].pieces[-1].end for at in range(index - 1, -1, -1) if blocks[at].pieces)
    done = next(above, 0)
    ends = (found.end() for found in LINE_END.finditer(source.text, done, first))
    return max(ends, default=done)


def _title(blocks: Sequence[Block], level: int | None) -> str:
    """Return the heading that a chapter begins with: of several the last that still makes chapters."""
    spoken = dropwhile(lambda block: block.kind is BlockKind.BREAK, blocks)
    leading = list(takewhile(lambda block: block.kind is BlockKind.HEADING, spoken))
    dividing = [block for block in leading if level is not None and block.level <= level]
    return (dividing[-1:] or leading[:1] or [Block(BlockKind.HEADING)])[0].text


def _between(omissions: Sequence[Omission], start: int, end: int) -> Iterator[Omission]:
    first = bisect_right(omissions, start, key=lambda omission: omission.end)
    last = bisect_left(omissions, end, key=lambda omission: omission.start)
    for omission in omissions[first:last]:
        yield Omission(max(omission.start, start), min(omission.end, end), omission.reason)
