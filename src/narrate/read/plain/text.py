"""A plain text, from its lines to its blocks and to what is left out of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from narrate.config.schema import ReadTable
from narrate.model.story import Block, BlockKind, Book, Omission, Piece, Reason, Source
from narrate.read.chapters import book_title, divide
from narrate.read.pieces import as_written, joint_for, tidy
from narrate.read.plain.apparatus import cleared
from narrate.read.plain.emphasis import emphasis
from narrate.read.plain.grouping import Heading, Ornament, Part
from narrate.read.plain.gutenberg import told
from narrate.read.plain.layout import Layout, measure
from narrate.read.plain.lines import Line
from narrate.read.plain.outline import outline
from narrate.read.plain.paragraphs import Paragraph, paragraphs
from narrate.read.plain.subtitles import calls_only
from narrate.read.tiling import fill, within

AS_USUAL: Final = ReadTable()


def read_plain(source: Source, wanted: ReadTable = AS_USUAL) -> Book:
    """Turn decoded text into a book."""
    story = cleared(source.text, wanted)
    parts = outline(story.parts, story.listed)
    layout = measure([part for part in parts if isinstance(part, tuple)])
    blocks = [block for part in parts for block in _blocks(source.text, part, layout, story.omissions)]
    pieces = (piece for block in blocks for piece in block.pieces)
    omissions = fill(source.text, pieces, [*story.omissions, *_scene_breaks(parts)])
    metadata = told(source.text, story.omissions)
    named = replace(metadata, title=metadata.title or book_title(blocks))
    return Book(named, divide(source, blocks, omissions))


def _scene_breaks(parts: Iterable[Part]) -> Iterator[Omission]:
    for part in parts:
        if isinstance(part, Ornament):
            yield Omission(part.line.start, part.line.end, Reason.SCENE_BREAK)


def _blocks(text: str, part: Part, layout: Layout, cuts: Sequence[Omission]) -> Iterator[Block]:
    if isinstance(part, Ornament):
        yield Block(BlockKind.BREAK)
    elif isinstance(part, Heading):
        yield Block(BlockKind.HEADING, tidy(text, _heading(text, part.lines, cuts)), part.level)
    else:
        yield from (_block(text, paragraph, cuts) for paragraph in paragraphs(part, layout))


def _block(text: str, paragraph: Paragraph, cuts: Sequence[Omission]) -> Block:
    joint = "\n" if paragraph.kind is BlockKind.VERSE else " "
    return Block(paragraph.kind, tidy(text, _joined(text, paragraph.lines, joint, cuts)))


def _heading(text: str, wrapped: Sequence[Line], cuts: Sequence[Omission]) -> Iterator[Piece]:
    label, *rest = wrapped
    yield from _joined(text, [label], "", cuts)
    if rest:
        joint = ": " if calls_only(label.text) and label.text[-1].isalnum() else " "
        yield next(_joint(label, rest[0], joint, cuts))
        yield from _joined(text, rest, " ", cuts)


def _joined(text: str, wrapped: Sequence[Line], joint: str, cuts: Sequence[Omission]) -> Iterator[Piece]:
    """Yield the words of lines that belong together, without the marks of emphasis and what was cut out."""
    start, end = wrapped[0].start, wrapped[-1].end
    marks = (Piece("", *place) for place in emphasis(text, start, end))
    left_out = (Piece("", cut.start, cut.end) for cut in within(cuts, start, end))
    joints = (
        piece
        for line, after in pairwise(wrapped)
        for piece in _joint(line, after, joint_for(line.text, after.text, joint), cuts)
    )
    for mark in sorted([*marks, *left_out, *joints, Piece("", end, end)], key=lambda mark: mark.start):
        if mark.start > start:
            yield as_written(text, start, mark.start)
        if mark.text:
            yield mark
        start = max(start, mark.end)


def _joint(line: Line, after: Line, joint: str, cuts: Sequence[Omission]) -> Iterator[Piece]:
    """Yield what stands for the end of a line: for the first of its white space that was not cut out."""
    start = line.end
    for cut in [*within(cuts, line.end, after.start), Omission(after.start, after.start, Reason.SPACE)]:
        if cut.start > start:
            yield Piece(joint, start, cut.start)
            joint = ""
        start = max(start, cut.end)
    yield Piece("", line.end, after.start)
