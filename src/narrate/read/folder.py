"""A path in, books out: what is one book, in which order, and under which titles."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from os.path import isdir
from pathlib import Path
from stat import S_ISDIR

from narrate.config.schema import Config
from narrate.errors import BadInput, CannotRead, NoStories, NoSuchPath, NothingToRead, OneTitleForMany
from narrate.model.story import Book, Chapter
from narrate.nearest import did_you_mean
from narrate.read import overrides
from narrate.read.credits import credited, shared
from narrate.read.order import natural
from narrate.read.story import Story, begins_with, endings, is_story, joined, parted, read_story, readers
from narrate.read.titles import readable

OTHER_TEXTS = {".doc", ".docx", ".epub", ".fb2", ".htm", ".html", ".mobi", ".odt", ".pdf", ".rst", ".rtf"}
"""Endings of files that somebody may have meant to be heard."""


def read_books(path: Path, config: Config) -> tuple[Book, ...]:
    """Read a file, or a folder of stories, into books as `[book] each` says.

    A folder's stories come in natural order of their names; hidden files, files of other kinds and
    sub-folders are passed over.  A file is always a book of its own headings.  Raises a `BadInput` for
    whatever cannot be read or does not exist.
    """
    paths = _stories(path)
    if config.chapter:
        overrides.check_files(config.chapter, _neighbours(path, paths))
    stories = list(_read(paths, config))
    if path.is_dir() and config.book.each == "folder":
        books = [_book_of_stories(path, stories, config)]
    else:
        books = [_book_of_file(story, config) for story in stories]
    return _some(path, books, config)


def passed_over(path: Path) -> tuple[Path, ...]:
    """Return what lies in a folder and might be missed in its book: other texts, folders with stories."""
    if not _is_folder(path):
        return ()
    return tuple(sorted((file for file in _listing(path) if _might_be_missed(file)), key=_natural))


def _might_be_missed(file: Path) -> bool:
    if file.name.startswith("."):
        return False
    if not isdir(file):  # noqa: PTH112 - never raises
        return file.suffix.lower() in OTHER_TEXTS - readers().keys()
    with suppress(CannotRead):
        return any(map(_is_story, _listing(file)))
    return False


def _stories(path: Path) -> tuple[Path, ...]:
    if not _is_folder(path):
        return (path,)
    found = [file for file in _listing(path) if _is_story(file)]
    if not found:
        raise NoStories(path, endings())
    return tuple(sorted(found, key=_natural))


def _natural(file: Path) -> tuple[object, str]:
    stem, ending = parted(file.name)
    return natural(stem), ending


def _is_folder(path: Path) -> bool:
    """Tell a folder from a file; raise `NoSuchPath` or `CannotRead` for what is neither."""
    try:
        return S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise NoSuchPath(path, _hint(path)) from error
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error


def _hint(path: Path) -> str:
    with suppress(OSError):
        names = {file.name for file in path.parent.iterdir()} - {path.name}
        asked = did_you_mean(path.name, names)
        return f"; {asked}" if asked else ""
    return ""


def _listing(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise CannotRead(folder, error.strerror or error) from error


def _is_story(file: Path) -> bool:
    return is_story(file.name) and not isdir(file)  # noqa: PTH112 - never raises


def _neighbours(path: Path, paths: Sequence[Path]) -> Sequence[Path]:
    """Return the files that a configuration may speak of: for a single file also those beside it."""
    if not path.is_dir():
        with suppress(CannotRead):
            return list(dict.fromkeys([*paths, *filter(_is_story, _listing(path.parent))]))
    return paths


def _read(paths: Sequence[Path], config: Config) -> Iterator[Story]:
    """Read the stories; one that is skipped need not be readable."""
    numbered = len(paths) > 1 and all(path.name[0].isdigit() for path in paths)
    for path in paths:
        skipped = overrides.skips_all(overrides.of_file(config.chapter, path))
        with suppress(*[BadInput] if skipped else []):
            yield read_story(path, config.read, numbered=numbered)


def _book_of_stories(folder: Path, stories: Sequence[Story], config: Config) -> Book:
    """Make every story a chapter of one book."""
    chapters = tuple(chapter for story in stories for chapter in _chapters_of_story(story, config))
    told = shared([story.book.metadata for story in stories])
    title = config.book.title or readable(folder.resolve().name) or (chapters[0].title if chapters else "")
    return Book(credited(config, told, title), chapters)


def _chapters_of_story(story: Story, config: Config) -> tuple[Chapter, ...]:
    titled = [_titled(chapter, chapter.title, story) for chapter in joined(story.book)]
    return overrides.apply(overrides.of_file(config.chapter, story.path), titled)


def _book_of_file(story: Story, config: Config) -> Book:
    """Make one file a book of its own headings."""
    told = story.book.metadata
    title = config.book.title or told.title or _only_title(story) or story.given_title
    titled = [_titled(chapter, chapter.title or told.title, story) for chapter in story.book.chapters]
    chapters = overrides.apply(overrides.of_file(config.chapter, story.path), titled)
    return Book(credited(config, told, title), chapters)


def _only_title(story: Story) -> str:
    return story.book.chapters[0].title if len(story.book.chapters) == 1 else ""


def _titled(chapter: Chapter, title: str, story: Story) -> Chapter:
    """Give a chapter the title that was told, else the one its story is given."""
    if title:
        return replace(chapter, title=title, titled_in_text=begins_with(chapter.blocks, title))
    return replace(chapter, title=story.given_title, titled_in_text=story.opens_with_title)


def _some(path: Path, books: Sequence[Book], config: Config) -> tuple[Book, ...]:
    """Return the books that have something to say, or refuse."""
    spoken = [book for book in books if any(chapter.blocks for chapter in book.chapters)]
    if not spoken:
        raise NothingToRead(path)
    if len(spoken) > 1 and config.book.title:
        raise OneTitleForMany(config.book.title, len(spoken))
    return tuple(spoken)
