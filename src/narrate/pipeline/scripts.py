"""Scripts of chapters in the store: where one sentence changed, one chapter is written anew.

What is kept counts its places from the chapter's start, so that it holds wherever the chapter comes to stand;
the ledger proves every script against its source, kept or not.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import astuple
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from narrate import model, script
from narrate.errors import CacheFull, CacheUnusable
from narrate.model.script import ChapterScript, Line, Rewrite, Role
from narrate.model.story import BlockKind, Chapter
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "scripts"

Write = Callable[[Chapter], ChapterScript]
"""Writes the script of a chapter."""


def kept(write: Write, store: Store, told: object) -> Write:
    """Return a writer that writes only what it never wrote before.

    `told` is all that shapes a script besides its chapter.  A store that takes nothing more keeps nothing.
    """
    shaped = address(KIND, _program(), told)

    def found_or_written(chapter: Chapter) -> ChapterScript:
        place = address(KIND, shaped, _content(chapter))
        if (data := store.get(KIND, place)) is not None:
            return _unpacked(data, chapter)
        written = write(chapter)
        with suppress(CacheFull, CacheUnusable):
            store.put(KIND, place, _packed(written, chapter))
        return written

    return found_or_written


@cache
def _program() -> str:
    """Name what writes: every module of the room and of the nouns, and the libraries that it asks."""
    rooms = (Path(str(room.__file__)).parent for room in (model, script))
    modules = sorted(file for room in rooms for file in room.rglob("*.py"))
    digests = [blake2b(file.read_bytes()).hexdigest() for file in modules]
    return address(KIND, digests, [version(name) for name in ("nltk", "num2words")])


def _content(chapter: Chapter) -> str:
    blocks = [
        (
            block.kind.value,
            block.level,
            [
                (piece.text, piece.start - chapter.start, piece.end - chapter.start, piece.language)
                for piece in block.pieces
            ],
        )
        for block in chapter.blocks
    ]
    told = repr((chapter.title, chapter.titled_in_text, chapter.voice, blocks))
    return blake2b(told.encode(errors="surrogatepass")).hexdigest()


def _packed(written: ChapterScript, chapter: Chapter) -> bytes:
    rows = list(_rows(written.lines, chapter.start))
    told = json.dumps([written.head, rows], ensure_ascii=False, separators=(",", ":"))
    return told.encode(errors="surrogatepass")


def _rows(lines: Iterable[Line], origin: int) -> Iterator[list[Any]]:
    for line in lines:
        rewrites = [astuple(each) for each in line.rewrites]
        said = [line.text, line.role, line.voice, line.kind, rewrites, line.silence, line.paragraph]
        yield [*said, line.start - origin, line.end - origin, line.language]


def _unpacked(data: bytes, chapter: Chapter) -> ChapterScript:
    head, rows = json.loads(data)
    lines = tuple(_line(chapter.start, *row) for row in rows)
    return ChapterScript(chapter.title, chapter.source.path, lines, head)


def _line(  # noqa: PLR0913, PLR0917 - a row is a line
    origin: int,
    text: str,
    role: str,
    voice: str,
    kind: str,
    rewrites: list[list[Any]],
    silence: int,
    paragraph: int,
    start: int,
    end: int,
    language: str,
) -> Line:
    said = tuple(Rewrite(*each) for each in rewrites)
    places = start + origin, end + origin
    return Line(text, Role(role), voice, BlockKind(kind), said, silence, paragraph, *places, language)
