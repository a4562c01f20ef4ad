"""A book as its author wrote it: every block, and where each of its characters came from."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from narrate.model.direction import Direction
from narrate.model.metadata import Metadata

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
"""What ends a line on any system; a form feed turns a page."""


class BlockKind(StrEnum):
    """What a block is; how it is said is for the script room to decide."""

    HEADING = "heading"
    PROSE = "prose"
    QUOTE = "quote"
    """A quoted passage that stands apart: a letter, an epigraph, a Markdown `>` block."""
    VERSE = "verse"
    ITEM = "item"
    """One item of a list."""
    BREAK = "break"
    """A scene break: nothing to say, but a silence."""


class Reason(StrEnum):
    """Why source characters are left out of what is spoken."""

    SPACE = "white space"
    MARKUP = "markup"
    NUMBER = "list number"
    FRONT_MATTER = "front matter"
    SCENE_BREAK = "scene break"
    COMMENT = "comment"
    LINK = "link address"
    PICTURE = "picture"
    CODE = "code"
    TITLE_PAGE = "title page or imprint"
    BACK_MATTER = "back matter"
    CONTENTS = "table of contents"
    INDEX = "index"
    NOTE = "note"
    NOTE_REFERENCE = "reference to a note"
    PAGE_NUMBER = "page number"
    TABLE = "table"
    CAPTION = "caption"
    LICENCE = "licence of the source"
    TRANSCRIBER = "transcriber's note"
    APART = "outside the reading order"
    MISSING = "missing part"
    SKIPPED = "chapter skipped by configuration"
    DIRECTION = "direction"
    UNSPEAKABLE = "nothing to say"


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file."""

    path: Path
    text: str

    def line_of(self, place: int) -> int:
        r"""Return the line on which a character stands, counted from 1.

        >>> Source(Path("a.txt"), "One.\r\nTwo.").line_of(6)
        2
        """
        return 1 + sum(1 for _ in LINE_END.finditer(self.text, 0, place))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a block together with the source characters it stands for.

    Mostly the two are the same; a line break inside a hard-wrapped paragraph stands as one blank,
    an HTML entity as its character.
    """

    text: str
    start: int
    """First character of the source."""
    end: int
    """One past the last character of the source."""
    language: str = ""
    """BCP 47 tag where the source marks one that is not the book's."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Source characters that reach no block, and why."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, verse or break, made of pieces in source order."""

    kind: BlockKind
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    """Of a heading: 1 for the highest."""
    directions: tuple[Direction, ...] = ()
    """What its author asks of the reading, outer ones before those inside them."""

    @property
    def text(self) -> str:
        """What stands in the block, marks removed and lines joined (verse keeps its line breaks)."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of one source: its blocks and omissions tile `start` to `end` without a gap."""

    title: str
    source: Source
    start: int
    end: int
    blocks: tuple[Block, ...]
    omissions: tuple[Omission, ...] = ()
    titled_in_text: bool = False
    """Whether the text itself begins with the title, so that it need not be announced."""
    voice: str | None = None
    """The narrator of this chapter where it differs from the book's."""


@dataclass(frozen=True, slots=True)
class Book:
    """Chapters in reading order, and what the world should know of them."""

    metadata: Metadata
    chapters: tuple[Chapter, ...]
