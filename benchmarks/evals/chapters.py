"""Answer a scorer of chapter detection: the chapters of a plain text, by title and place."""

from pathlib import Path

from narrate.model.story import Chapter, Source
from narrate.read.chapters import book_title
from narrate.read.plain.text import read_plain


def chapters(text: str) -> list[tuple[str, int]]:
    """Return title and place of every chapter with a heading; a book's own title heads none."""
    book = read_plain(Source(Path("book.txt"), text))
    title = book_title([block for chapter in book.chapters for block in chapter.blocks])
    return [(chapter.title, _place(chapter)) for chapter in book.chapters if chapter.title not in {"", title}]


def _place(chapter: Chapter) -> int:
    return next(block.pieces[0].start for block in chapter.blocks if block.text == chapter.title)
