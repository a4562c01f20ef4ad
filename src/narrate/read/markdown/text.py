"""A Markdown text, from its tokens to its blocks and to what is left out of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from narrate.model.story import Block, BlockKind, Book, Omission, Piece, Reason, Source
from narrate.model.words import speakable
from narrate.read.chapters import book_title, divide
from narrate.read.markdown import commonmark
from narrate.read.markdown.front_matter import front_matter
from narrate.read.markdown.notes import noted
from narrate.read.markdown.numbering import Number, numbered
from narrate.read.markdown.walk import Walk
from narrate.read.pieces import as_written, tidy
from narrate.read.tiling import Draft, fill, unclaimed

_WORDS_OF_LINE = re.compile(r"[^\s>|`~][^\n\r]*")


def read_markdown(source: Source, *, code: bool = False, notes: bool = False) -> Book:
    """Turn decoded Markdown into a book, its blocks of code and its footnotes read or left out."""
    front = front_matter(source.path, source.text)
    tokens = commonmark.parse(source.text[front.end :], front.end)
    walked = list(Walk(source.text, code=code).through(tokens))
    found = [
        *noted(source.text, [part for part in walked if isinstance(part, Draft)], heard=notes),
        *(part for part in walked if not isinstance(part, Draft)),
    ]
    named = [Omission(0, front.end, Reason.FRONT_MATTER)] if front.end else []
    named += [part for part in found if isinstance(part, Omission)]
    drafts = [part for part in found if isinstance(part, Draft)]
    numbers = [part for part in found if isinstance(part, Number)]
    spoken = [*_pieces(drafts), *(number.piece for number in numbers)]
    drafts = list(numbered(source.text, numbers, [*drafts, *_strays(source.text, spoken, named)]))
    blocks = [draft.block for draft in drafts]
    omissions = fill(source.text, _pieces(drafts), named)
    metadata = replace(front.metadata, title=front.metadata.title or book_title(blocks))
    return Book(metadata, divide(source, blocks, omissions))


def _pieces(drafts: Iterable[Draft]) -> Iterator[Piece]:
    return chain.from_iterable(draft.block.pieces for draft in drafts)


def _strays(text: str, spoken: Iterable[Piece], named: Iterable[Omission]) -> Iterator[Draft]:
    """Yield words that the parser passed over as prose: cells beyond a table's edge, the deepest of nests."""
    for start, end in unclaimed(text, spoken, named):
        if speakable(text[start:end]):
            pieces = tidy(text, _lines(text, start, end))
            yield Draft(pieces[0].start, Block(BlockKind.PROSE, pieces))


def _lines(text: str, start: int, end: int) -> Iterator[Piece]:
    before = start
    for line in _WORDS_OF_LINE.finditer(text, start, end):
        if before > start:
            yield Piece(" ", before, line.start())
        kept = line[0].rstrip("| \t")
        before = line.start() + len(kept)
        yield as_written(text, line.start(), before)
