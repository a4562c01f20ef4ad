"""Books made of a few words, for the script room."""

import re
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

from narrate.model.metadata import Metadata
from narrate.model.story import Block, BlockKind, Book, Chapter, Omission, Piece, Reason, Source

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")


class Page(Protocol):
    """Make a book of one chapter, which fills its source."""

    def __call__(
        self,
        text: str,
        *,
        title: str = "",
        titled: bool = False,
        voice: str | None = None,
        name: str = "tale.txt",
    ) -> Book: ...


PARAGRAPH = re.compile(r"\S(?:.|\n)*?(?=\s*\n[ \t]*\n|\s*\Z)")
WRAP = re.compile(r"[ \t]*\n[ \t]*(?:> )?")


@pytest.fixture(scope="session")
def page() -> Page:
    """Read a text the plainest way: `# ` opens a heading, `> ` a verse, and marks alone are a scene break."""
    return read


def read(
    text: str, *, title: str = "", titled: bool = False, voice: str | None = None, name: str = "tale.txt"
) -> Book:
    blocks, omissions = _blocks(text)
    source = Source(Path(name), text)
    chapter = Chapter(title, source, 0, len(text), tuple(blocks), tuple(omissions), titled, voice)
    return Book(Metadata(title="Tale"), (chapter,))


def _blocks(text: str) -> tuple[list[Block], list[Omission]]:
    blocks: list[Block] = []
    omissions: list[Omission] = []
    at = 0
    for found in PARAGRAPH.finditer(text):
        block, marks = _block(text, *found.span())
        blocks.append(block)
        omissions += [Omission(at, found.start(), Reason.SPACE), *marks]
        at = found.end()
    omissions.append(Omission(at, len(text), Reason.SPACE))
    return blocks, [omission for omission in omissions if omission.end > omission.start]


def _block(text: str, start: int, end: int) -> tuple[Block, list[Omission]]:
    kind = {"# ": BlockKind.HEADING, "> ": BlockKind.VERSE}.get(text[start : start + 2], BlockKind.PROSE)
    if not any(map(str.isalnum, text[start:end])):
        return Block(BlockKind.BREAK), [Omission(start, end, Reason.SCENE_BREAK)]
    if kind is BlockKind.PROSE:
        return Block(kind, tuple(_pieces(text, start, end, " "))), []
    join = "\n" if kind is BlockKind.VERSE else " "
    marks = [Omission(start, start + 2, Reason.MARKUP)]
    return Block(kind, tuple(_pieces(text, start + 2, end, join)), 1), marks


def _pieces(text: str, start: int, end: int, join: str) -> list[Piece]:
    pieces: list[Piece] = []
    for wrap in WRAP.finditer(text, start, end):
        pieces += [Piece(text[start : wrap.start()], start, wrap.start()), Piece(join, *wrap.span())]
        start = wrap.end()
    return [*pieces, Piece(text[start:end], start, end)]
