"""Check that every character of every source is spoken, spoken as something else, or left out for a reason.

Nothing is taken over from the way a script is written: lines, blocks and omissions are compared with
the sources themselves, so that a mistake made in any room is noticed here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import TypeVar

from narrate.model.ledger import Account, Entry, Fate
from narrate.model.script import ChapterScript, Line, Script
from narrate.model.story import Book, Chapter, Omission, Piece, Reason, Source
from narrate.model.words import speakable
from narrate.script.hearing import heard
from narrate.script.protest import protest

Item = TypeVar("Item")

Told = tuple[Chapter, Sequence[Line]]
"""A chapter and the lines that say it."""

MAY_HOLD: dict[Reason, Callable[[str], bool]] = {
    Reason.SPACE: str.isspace,
    Reason.NUMBER: lambda text: text[:-1].isdecimal(),
    Reason.SCENE_BREAK: lambda text: not speakable(text),
    Reason.UNSPEAKABLE: lambda text: not speakable(text),
}
"""What may be left out for a reason; the reasons not named here allow anything."""


def balance(book: Book, script: Script) -> tuple[Account, ...]:
    """Account for every character of the book's sources, in order of first appearance.

    Raises `LedgerDoesNotBalance` at the first word that is missing, doubled, changed or out of order.
    """
    for chapters in _by_source(book.chapters, lambda chapter: chapter):
        _check_reading(chapters)
    pairs = _paired(book.chapters, script.chapters)
    return tuple(map(_account, _by_source(pairs, itemgetter(0))))


def _by_source(told: Iterable[Item], chapter: Callable[[Item], Chapter]) -> Iterable[list[Item]]:
    grouped: dict[object, list[Item]] = {}
    for item in told:
        grouped.setdefault(chapter(item).source.path, []).append(item)
    return grouped.values()


def _paired(chapters: Iterable[Chapter], scripts: Iterable[ChapterScript]) -> Iterator[Told]:
    """Find the script of each chapter; a chapter with nothing to say has none."""
    left = [script for script in scripts if script.lines][::-1]
    for chapter in chapters:
        yield chapter, left.pop().lines if left and _tells(left[-1], chapter) else ()
        last = chapter
    if left:
        line = left[-1].lines[0]
        raise protest(
            last.source, line.start, "is spoken, but in no chapter of the book at its place", line.text
        )


def _tells(script: ChapterScript, chapter: Chapter) -> bool:
    same = (script.source, script.title) == (chapter.source.path, chapter.title)
    return same and all(chapter.start <= line.start <= line.end <= chapter.end for line in script.lines)


def _account(told: list[Told]) -> Account:
    entries: list[Entry] = []
    for chapter, lines in sorted(told, key=lambda pair: pair[0].start):
        pieces = [piece for block in chapter.blocks for piece in block.pieces]
        left_out = (_left_out(chapter.source, omission) for omission in chapter.omissions)
        said = heard(chapter.source, pieces, _without_title(chapter, lines))
        entries += sorted([*left_out, *said], key=attrgetter("start", "end"))
    return Account(told[0][0].source.path, tuple(_merged(entries)))


def _check_reading(chapters: list[Chapter]) -> None:
    """See that the chapters of a source tile it, and blocks and omissions every chapter."""
    source, at = chapters[0].source, 0
    for chapter in sorted(chapters, key=attrgetter("start")):
        _touch(source, at, chapter.start)
        _check_tiling(chapter, [piece for block in chapter.blocks for piece in block.pieces])
        at = chapter.end
    _touch(source, at, len(source.text))


def _check_tiling(chapter: Chapter, pieces: Sequence[Piece]) -> None:
    for piece, following in pairwise(pieces):
        if following.start < piece.end:
            raise protest(chapter.source, following.start, "is read twice or out of order", following.text)
    runs: list[Piece | Omission] = [*pieces, *chapter.omissions]
    at = chapter.start
    for run in sorted(runs, key=attrgetter("start", "end")):
        _touch(chapter.source, at, run.start)
        at = run.end
    _touch(chapter.source, at, chapter.end)


def _touch(source: Source, end: int, start: int) -> None:
    """See that one run ends where the next one starts."""
    if end < start:
        raise protest(source, end, "is neither read nor left out", source.text[end:start])
    if start < end:
        raise protest(source, start, "is read twice", source.text[start:end])


def _left_out(source: Source, omission: Omission) -> Entry:
    text = source.text[omission.start : omission.end]
    if text and not MAY_HOLD.get(omission.reason, bool)(text):
        raise protest(source, omission.start, f"is left out as {omission.reason}, which it is not", text)
    return Entry(omission.start, omission.end, Fate.LEFT_OUT, omission.reason)


def _without_title(chapter: Chapter, lines: Sequence[Line]) -> Sequence[Line]:
    """Pass over an announced title, which stands in no source; it must be the chapter's own."""
    count = next((at for at, line in enumerate(lines) if line.end > line.start), len(lines))
    said = " ".join(line.text for line in lines[:count]).split()
    if count and (chapter.titled_in_text or said != chapter.title.split()):
        raise protest(chapter.source, chapter.start, "is announced, but is not in the text", " ".join(said))
    return lines[count:]


def _merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Join neighbours of one fate, and drop what is empty."""
    last: Entry | None = None
    for entry in entries:
        if (
            last
            and entry.fate is not Fate.SPOKEN_AS
            and (last.fate, last.detail) == (entry.fate, entry.detail)
        ):
            last = Entry(last.start, entry.end, last.fate, last.detail)
        elif entry.end > entry.start:
            if last:
                yield last
            last = entry
    if last:
        yield last
