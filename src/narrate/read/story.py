"""One story: a file as its reader found it, and the title that a listener would know it by."""

from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

from narrate import plugins
from narrate.config.schema import ReadTable
from narrate.errors import CannotRead, NoReader
from narrate.model.story import Block, BlockKind, Book, Chapter
from narrate.read.addresses import without_addresses
from narrate.read.numerals import number
from narrate.read.opening import opening
from narrate.read.reader import Reader
from narrate.read.titles import readable

_UNTITLED = "Untitled"
_EPIGRAPH = 60
"""Words below the title of a part."""


@dataclass(frozen=True, slots=True)
class Story:
    """A file and the book that its reader made of it."""

    path: Path
    book: Book
    numbered: bool = False
    """Whether its name begins with a number only because every name beside it does."""

    @property
    def given_title(self) -> str:
        """The title from its file's name or its opening, for want of one that was told."""
        return self._named or self._opening or _UNTITLED

    @property
    def opens_with_title(self) -> bool:
        """Whether the given title is the text's own beginning."""
        return not self._named

    @property
    def _named(self) -> str:
        return readable(parted(self.path.name)[0], numbered=self.numbered)

    @property
    def _opening(self) -> str:
        blocks = [block for chapter in self.book.chapters for block in chapter.blocks]
        silent = (BlockKind.HEADING, BlockKind.BREAK)
        texts = (opening(block.text) for block in blocks if block.kind not in silent)
        return next(filter(None, texts), "")


@cache
def readers() -> dict[str, Reader]:
    """Return the installed readers by the file name endings that they answer for."""
    found: dict[str, Reader] = {}
    for name in plugins.installed("readers"):
        reader: Reader = plugins.load("readers", name)()
        for suffix in reader.suffixes:
            found.setdefault(suffix, reader)
    return found


def endings() -> str:
    """List the file name endings that are read."""
    return ", ".join(sorted(readers()))


def parted(name: str) -> tuple[str, str]:
    """Part a file's name from its ending: the longest one that is read, else the last.

    >>> parted("Tale.FB2.ZIP"), parted("tale.v2.txt"), parted("tale.zip"), parted(".txt")
    (('Tale', '.fb2.zip'), ('tale.v2', '.txt'), ('tale', '.zip'), ('.txt', ''))
    """
    known = [each for each in readers() if name.lower().endswith(each) and len(name) > len(each)]
    ending = max(known, key=len, default=Path(name).suffix.lower())
    return name[: len(name) - len(ending)], ending


def is_story(name: str) -> bool:
    """Tell a file that is read by its name; what is hidden is none.

    >>> is_story("tale.txt"), is_story(".tale.txt"), is_story("tale.jpg")
    (True, False, False)
    """
    return not name.startswith(".") and parted(name)[1] in readers()


def read_story(path: Path, wanted: ReadTable, *, numbered: bool = False) -> Story:
    """Read one file with the reader that answers for its ending; raise `NoReader` where there is none."""
    reader = readers().get(parted(path.name)[1])
    if reader is None:
        raise NoReader(path, path.suffix or path.name, endings())
    if path.exists() and not path.is_file():
        raise CannotRead(path, "it is no regular file")
    book = reader.read(path, wanted)
    return Story(path, book if wanted.urls else without_addresses(book), numbered=numbered)


def joined(book: Book) -> tuple[Chapter, ...]:
    """Join the chapters of a book that come from one source into a single one; keep those of several."""
    first, last = book.chapters[0], book.chapters[-1]
    if any(chapter.source is not first.source for chapter in book.chapters):
        return book.chapters
    whole = replace(
        first,
        title=book.metadata.title or (first.title if len(book.chapters) == 1 else ""),
        end=last.end,
        blocks=tuple(block for chapter in book.chapters for block in chapter.blocks),
        omissions=tuple(omission for chapter in book.chapters for omission in chapter.omissions),
    )
    return (whole,)


def begins_with(blocks: tuple[Block, ...], title: str) -> bool:
    """Tell whether headings say the title, in words or figures, before more than an epigraph does."""
    words = accumulate(0 if block.level else len(block.text.split()) for block in blocks)
    first = [block for block, said in zip(blocks, words, strict=True) if block.pieces and said <= _EPIGRAPH]
    if not first or not first[0].level:
        return False
    headings = " ".join(block.text for block in first if block.level)
    return f" {_plain(title)} " in f" {_plain(headings)} "


def _plain(text: str) -> str:
    """Return the words alone, numerals as figures.

    >>> _plain("CHAPTER II: The Sea"), _plain("Chapter 2. The Sea")
    ('chapter 2 the sea', 'chapter 2 the sea')
    """
    words = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return " ".join(str(number(word) or word.casefold()) for word in words)
