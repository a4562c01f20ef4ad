"""Scripts in the store, an entry a chapter: an edit costs one, and no process has to hold the whole book."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final, NamedTuple, overload

from pydantic import TypeAdapter

from narrate import model, script
from narrate.errors import ScriptLost
from narrate.model.script import ChapterScript, Line, Script
from narrate.model.story import Chapter, Piece
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "scripts"
OPEN: Final = 4
"""Chapters that a process keeps at hand."""

SQUEEZE: Final = 1
"""Of zlib's nine levels the quickest: what is left of a script is little beside its sound."""

Write = Callable[[Chapter], ChapterScript]
"""Writes the script of a chapter."""


class _Entry(NamedTuple):
    """What is kept of a chapter."""

    start: int
    """Where the chapter stood in its source when this was written."""
    head: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, eq=False)
class KeptLines(Sequence[Line]):
    """Lines that lie in the store, read whenever they are looked at: cheap to hold and to send.

    Looking at them raises `ScriptLost` where they are there no longer.
    """

    store: str
    """The URL of the store."""
    address: str
    origin: int
    """Where the chapter stands in its source."""
    first: int
    """Of the chapter's lines."""
    last: int
    """One past the last."""

    def __len__(self) -> int:
        return self.last - self.first

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, int):
            return self._lines()[place]
        first, last, step = place.indices(len(self))
        if step != 1:
            return self._lines()[place]
        return replace(self, first=self.first + first, last=self.first + max(first, last))

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self._lines())

    def _lines(self) -> tuple[Line, ...]:
        return _chapter(self.store, self.address, self.origin)[self.first : self.last]


def found_or_written(write: Write, store: Store, told: object) -> Write:
    """Return a writer that takes from the store what it wrote before, wherever the chapter stands now.

    `told` is all that shapes a script besides its chapter.  Nothing is put into the store.
    """
    shaped = address(KIND, _program(), told)

    def find_or_write(chapter: Chapter) -> ChapterScript:
        place = address(KIND, shaped, _content(chapter))
        if (data := store.get(KIND, place)) is None:
            return replace(write(chapter), address=place)
        entry = _unpacked(data)
        lines = _moved(entry, chapter.start)
        return ChapterScript(chapter.title, chapter.source.path, lines, entry.head, chapter.start, place)

    return find_or_write


def stored(whole: Script, store: Store) -> Script:
    """Put the lines of every chapter into the store, and return the script without them.

    Raises what `Store.put` raises.
    """
    return replace(whole, chapters=tuple(_stored(chapter, store) for chapter in whole.chapters))


def _stored(chapter: ChapterScript, store: Store) -> ChapterScript:
    if isinstance(chapter.lines, KeptLines):
        return chapter
    data = _packed(_Entry(chapter.start, chapter.head, tuple(chapter.lines)))
    place = chapter.address or address(KIND, data)
    if not store.has(KIND, place):
        store.put(KIND, place, data)
    lines = KeptLines(store.url, place, chapter.start, 0, len(chapter.lines))
    return replace(chapter, lines=lines, address=place)


@lru_cache(OPEN)
def _chapter(url: str, place: str, origin: int) -> tuple[Line, ...]:
    data = Store(url).get(KIND, place)
    if data is None:
        raise ScriptLost(place)
    return _moved(_unpacked(data), origin)


def _moved(entry: _Entry, origin: int) -> tuple[Line, ...]:
    by = origin - entry.start
    if not by:
        return entry.lines
    return tuple(replace(line, start=line.start + by, end=line.end + by) for line in entry.lines)


def _packed(entry: _Entry) -> bytes:
    return zlib.compress(_packing().dump_json(entry), SQUEEZE)


def _unpacked(data: bytes) -> _Entry:
    return _packing().validate_json(zlib.decompress(data))


@cache
def _packing() -> TypeAdapter[_Entry]:
    return TypeAdapter(_Entry)


@cache
def _program() -> str:
    """Name what writes: every module of the room and of the nouns, and the libraries that it asks."""
    rooms = (Path(str(room.__file__)).parent for room in (model, script))
    modules = sorted(file for room in rooms for file in room.rglob("*.py"))
    digests = [blake2b(file.read_bytes()).hexdigest() for file in modules]
    return address(KIND, digests, [version(name) for name in ("nltk", "num2words")])


def _content(chapter: Chapter) -> str:
    """Name all that is said of a chapter, places counted from its start."""
    blocks = [
        (replace(block, pieces=()), [_placed(piece, chapter.start) for piece in block.pieces])
        for block in chapter.blocks
    ]
    return address(chapter.title, chapter.titled_in_text, chapter.voice, blocks)


def _placed(piece: Piece, start: int) -> tuple[str, int, int, str]:
    return piece.text, piece.start - start, piece.end - start, piece.language
