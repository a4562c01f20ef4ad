"""Plain text: paragraphs, headings and scene breaks as writers have always typed them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from narrate.config.schema import ReadTable
from narrate.model.metadata import Metadata
from narrate.model.story import Block, BlockKind, Book, Omission, Piece, Reason, Source
from narrate.read.chapters import book_title, divide
from narrate.read.emphasis import emphasis
from narrate.read.encoding import decode
from narrate.read.headings import is_bare_label
from narrate.read.layout import Layout, measure
from narrate.read.lines import Line, lines
from narrate.read.outline import Heading, Ornament, Part, outline
from narrate.read.paragraphs import Paragraph, paragraphs
from narrate.read.pieces import as_written, joint_for, tidy
from narrate.read.tiling import fill


class PlainReader:
    """Read `.txt` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    def read(self, path: Path, wanted: ReadTable) -> Book:
        """Read one plain text into a book of its own headings."""
        del wanted  # plain text does not say what is a table of contents
        return read_plain(Source(path, decode(path)))


def read_plain(source: Source) -> Book:
    """Turn decoded text into a book."""
    parts = outline(lines(source.text))
    layout = measure([part for part in parts if isinstance(part, tuple)])
    blocks = [block for part in parts for block in _blocks(source.text, part, layout)]
    pieces = (piece for block in blocks for piece in block.pieces)
    omissions = fill(source.text, pieces, _scene_breaks(parts))
    return Book(Metadata(title=book_title(blocks)), divide(source, blocks, omissions))


def _scene_breaks(parts: Iterable[Part]) -> Iterator[Omission]:
    for part in parts:
        if isinstance(part, Ornament):
            yield Omission(part.line.start, part.line.end, Reason.SCENE_BREAK)


def _blocks(text: str, part: Part, layout: Layout) -> Iterator[Block]:
    if isinstance(part, Ornament):
        yield Block(BlockKind.BREAK)
    elif isinstance(part, Heading):
        yield Block(BlockKind.HEADING, tidy(text, _heading(text, part.lines)), part.level)
    else:
        yield from (_block(text, paragraph) for paragraph in paragraphs(part, layout))


def _block(text: str, paragraph: Paragraph) -> Block:
    joint = "\n" if paragraph.kind is BlockKind.VERSE else " "
    return Block(paragraph.kind, tidy(text, _joined(text, paragraph.lines, joint)))


def _heading(text: str, wrapped: Sequence[Line]) -> Iterator[Piece]:
    label, *rest = wrapped
    yield from _joined(text, [label], "")
    if rest:
        joint = ": " if is_bare_label(label.text) and label.text[-1].isalnum() else " "
        yield Piece(joint, label.end, rest[0].start)
        yield from _joined(text, rest, " ")


def _joined(text: str, wrapped: Sequence[Line], joint: str) -> Iterator[Piece]:
    """Yield the words of lines that belong together, without the marks of emphasis."""
    start, end = wrapped[0].start, wrapped[-1].end
    marks = ((*place, "") for place in emphasis(text, start, end))
    joints = (
        (line.end, after.start, joint_for(line.text, after.text, joint)) for line, after in pairwise(wrapped)
    )
    for first, last, instead in sorted([*marks, *joints, (end, end, "")]):
        if first > start:
            yield as_written(text, start, first)
        if instead:
            yield Piece(instead, first, last)
        start = last
