"""Plain text: paragraphs, headings and scene breaks as writers have always typed them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from narrate.model.metadata import Metadata
from narrate.model.story import Block, BlockKind, Book, Omission, Piece, Reason, Source
from narrate.read.chapters import book_title, divide
from narrate.read.encoding import decode
from narrate.read.layout import Layout, measure
from narrate.read.lines import Line, lines
from narrate.read.marks import emphasis
from narrate.read.outline import Heading, Ornament, outline
from narrate.read.paragraphs import Paragraph, paragraphs
from narrate.read.pieces import as_written, tidy
from narrate.read.tiling import fill


class PlainReader:
    """Read `.txt` files."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    def read(self, path: Path) -> Book:
        """Read one plain text into a book of its own headings."""
        source = Source(path, decode(path))
        return read_plain(source)


def read_plain(source: Source) -> Book:
    """Turn decoded text into a book."""
    parts = outline(list(lines(source.text)))
    layout = measure([part for part in parts if isinstance(part, list)])
    blocks = [block for part in parts for block in _blocks(source.text, part, layout)]
    pieces = (piece for block in blocks for piece in block.pieces)
    omissions = fill(source.text, pieces, _named(parts))
    return Book(Metadata(title=book_title(blocks)), divide(source, blocks, omissions))


def _blocks(text: str, part: Heading | Ornament | list[Line], layout: Layout) -> Iterator[Block]:
    if isinstance(part, Ornament):
        yield Block(BlockKind.BREAK)
    elif isinstance(part, Heading):
        yield Block(BlockKind.HEADING, tidy(text, _heading(text, part)), part.level)
    else:
        yield from (_block(text, paragraph) for paragraph in paragraphs(part, layout))


def _block(text: str, paragraph: Paragraph) -> Block:
    joint = "\n" if paragraph.kind is BlockKind.VERSE else " "
    return Block(paragraph.kind, tidy(text, _joined(text, paragraph.lines, joint)))


def _heading(text: str, heading: Heading) -> Iterator[Piece]:
    label, *rest = heading.lines
    yield from _unmarked(text, label.start, label.end)
    if rest:
        joint = ": " if heading.bare and label.text[-1].isalnum() else " "
        yield Piece(joint, label.end, rest[0].start)
        yield from _joined(text, rest, " ")


def _joined(text: str, wrapped: Sequence[Line], joint: str) -> Iterator[Piece]:
    marks = list(emphasis(text, wrapped[0].start, wrapped[-1].end))
    for line, after in pairwise([*wrapped, None]):
        assert line is not None  # noqa: S101 - only the last partner is
        yield from _without(text, line, marks)
        if after and (joint == "\n" or not _closes_up(line.text, after.text)):
            yield Piece(joint, line.end, after.start)
