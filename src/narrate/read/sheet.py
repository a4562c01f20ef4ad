"""The source text of a marked-up book in the making, with its blocks and all that is left out of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from narrate.config.schema import ReadTable
from narrate.model.story import Block, BlockKind, Omission, Piece, Reason
from narrate.read.flow import Matter, Paragraph, Run
from narrate.read.headings import is_bare_label
from narrate.read.navigation import Spot

REASONS: Final[Mapping[Matter, Reason]] = {
    Matter.TITLE_PAGE: Reason.TITLE_PAGE,
    Matter.BACK_MATTER: Reason.BACK_MATTER,
    Matter.CONTENTS: Reason.CONTENTS,
    Matter.INDEX: Reason.INDEX,
    Matter.PAGE_NUMBER: Reason.PAGE_NUMBER,
    Matter.TABLE: Reason.TABLE,
    Matter.CAPTION: Reason.CAPTION,
    Matter.CODE: Reason.CODE,
    Matter.APART: Reason.APART,
    Matter.MISSING: Reason.MISSING,
}


class Laid(NamedTuple):
    """A paragraph and whether it is read; if not, the reason why."""

    paragraph: Paragraph
    reason: Reason | None


def is_wanted(matter: Matter, wanted: ReadTable) -> bool:
    """Tell whether a listener hears such a part of a book.

    >>> is_wanted(Matter.STORY, ReadTable()), is_wanted(Matter.INDEX, ReadTable())
    (True, False)
    """
    heard = {
        Matter.STORY: True,
        Matter.TITLE_PAGE: wanted.title_page,
        Matter.BACK_MATTER: wanted.back_matter,
        Matter.CONTENTS: wanted.contents,
        Matter.INDEX: wanted.index,
        Matter.PAGE_NUMBER: wanted.page_numbers,
        Matter.TABLE: wanted.tables,
        Matter.CAPTION: wanted.captions,
        Matter.CODE: wanted.code,
        Matter.APART: False,
        Matter.MISSING: False,
    }
    return heard[matter]


class Sheet:
    """The source text in the making, with its blocks and all that is left out of them."""

    def __init__(self, wanted: ReadTable) -> None:
        self._wanted = wanted
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.omissions: list[Omission] = []
        self.spots: dict[str, Spot] = {}
        """Where anchors lead."""

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def write(self, laid: Laid) -> None:
        """Write a paragraph, as a block or as an omission."""
        paragraph, reason = laid
        for anchor in paragraph.anchors:
            self.spots.setdefault(anchor, Spot(self._length, len(self.blocks)))
        if paragraph.kind is BlockKind.BREAK:
            reason = reason or Reason.SCENE_BREAK
        pieces = list(self._pieces(paragraph.runs, reason))
        if paragraph.kind is BlockKind.HEADING:
            pieces = list(_on_one_line(pieces))
        if reason is Reason.SCENE_BREAK:
            self.blocks.append(Block(BlockKind.BREAK))
        elif pieces := _trimmed(pieces):
            level = paragraph.level if paragraph.kind is BlockKind.HEADING else 0
            self.blocks.append(Block(paragraph.kind, tuple(pieces), level))
        self._put("\n\n")

    def _pieces(self, runs: Iterable[Run], reason: Reason | None) -> Iterator[Piece]:
        for (why, language), alike in groupby(
            runs, key=lambda run: (self._reason(run, reason), run.language)
        ):
            start = self._length
            self._put("".join(run.text for run in alike))
            text = self._parts[-1]
            if why is None and text:
                yield Piece(text, start, self._length, language)
            elif text.strip():
                inner = start + len(text) - len(text.lstrip())
                self.omissions.append(Omission(inner, inner + len(text.strip()), why or Reason.MARKUP))

    def _reason(self, run: Run, reason: Reason | None) -> Reason | None:
        if reason or not run.text.strip():
            return reason
        if run.note:
            return Reason.NOTE_REFERENCE
        return None if is_wanted(run.matter, self._wanted) else REASONS[run.matter]

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _on_one_line(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join the lines of a heading: what follows a bare "Chapter 1" is its title."""
    said = ""
    for piece in pieces:
        at = piece.start
        for index, line in enumerate(piece.text.split("\n")):
            if index:
                bare = is_bare_label(said.strip()) and said.strip()[-1].isalnum()
                yield replace(piece, text=": " if bare else " ", start=at, end=at + 1)
                at += 1
            if line:
                yield replace(piece, text=line, start=at, end=at + len(line))
            at, said = at + len(line), said + line


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Take white space from both ends; nothing is left of pieces without a word or sign."""
    if not any(piece.text.strip() for piece in pieces):
        return []
    while not pieces[0].text.strip():
        del pieces[0]
    while not pieces[-1].text.strip():
        del pieces[-1]
    first = pieces[0].text.lstrip()
    pieces[0] = replace(pieces[0], text=first, start=pieces[0].end - len(first))
    last = pieces[-1].text.rstrip()
    pieces[-1] = replace(pieces[-1], text=last, end=pieces[-1].start + len(last))
    return pieces
