"""`[[chapter]]`: what the configuration says of single chapters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from narrate.config.schema import ChapterTable
from narrate.errors import BadConfig, NoSuchChapter
from narrate.model.story import Chapter, Omission, Reason
from narrate.nearest import did_you_mean
from narrate.read.story import begins_with


def of_file(tables: Iterable[ChapterTable], path: Path) -> tuple[ChapterTable, ...]:
    """Return the overrides for one file, in order."""
    return tuple(table for table in tables if _same(table.file, path.name))


def check_files(tables: Iterable[ChapterTable], paths: Sequence[Path]) -> None:
    """Raise `BadConfig` with every override whose file is not among these."""
    names = [path.name for path in paths]
    lost = [table.file for table in tables if not any(_same(table.file, name) for name in names)]
    if lost:
        hints = {file: did_you_mean(file, names) or f"there are {', '.join(names)}" for file in lost}
        raise BadConfig(
            tuple(NoSuchChapter(file, "", f"there is no such story; {hint}") for file, hint in hints.items())
        )


def apply(tables: Sequence[ChapterTable], chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """Change the chapters of one file as its overrides say; raise `NoSuchChapter` for a number too high."""
    for table in tables:
        if table.number is not None and table.number > len(chapters):
            there = "only one chapter" if len(chapters) == 1 else f"{len(chapters)} chapters"
            raise NoSuchChapter(table.file, f", number = {table.number}", f"the file gives {there} here")
    return tuple(_changed(chapter, _of_number(tables, at)) for at, chapter in enumerate(chapters, start=1))


def skips_all(tables: Iterable[ChapterTable]) -> bool:
    """Tell whether a file is left out whole."""
    return any(table.skip and table.number is None for table in tables)


def _of_number(tables: Iterable[ChapterTable], number: int) -> list[ChapterTable]:
    """Return the overrides for one chapter, those for its whole file first, so that its own prevail."""
    meant = (table for table in tables if table.number in (None, number))
    return sorted(meant, key=lambda table: table.number is not None)


def _changed(chapter: Chapter, tables: Iterable[ChapterTable]) -> Chapter:
    for table in tables:
        if table.title:
            titled = begins_with(chapter.blocks, table.title)
            chapter = replace(chapter, title=table.title, titled_in_text=titled)
        chapter = _skipped(chapter) if table.skip else replace(chapter, voice=table.voice or chapter.voice)
    return chapter


def _skipped(chapter: Chapter) -> Chapter:
    whole = Omission(chapter.start, chapter.end, Reason.SKIPPED)
    return replace(chapter, blocks=(), omissions=(whole,))


def _same(one: str, other: str) -> bool:
    return normalize("NFC", one).casefold() == normalize("NFC", other).casefold()
