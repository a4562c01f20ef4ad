"""Read books and write their scripts, without a sound."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from narrate import plugins
from narrate.config.lexicon import lexicon
from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.model.ledger import Account
from narrate.model.recording import Encoding
from narrate.model.script import Script
from narrate.model.story import Book
from narrate.model.voice import Voice
from narrate.publish.format import Format
from narrate.read.folder import read_books
from narrate.script import estimate
from narrate.script.guests import guests, invited
from narrate.script.ledger import balance
from narrate.script.rules import rulebook
from narrate.script.write import write_script


@dataclass(frozen=True, slots=True)
class Edition:
    """A book ready to be spoken: every word accounted for, every voice known."""

    book: Book
    script: Script
    accounts: tuple[Account, ...]
    cast: Mapping[str, Voice]
    config: Config

    @property
    def words(self) -> int:
        """Words that will be spoken."""
        return sum(estimate.words(chapter.lines) for chapter in self.script.chapters)

    @property
    def estimate(self) -> float:
        """Seconds that the book will take to hear, roughly."""
        return sum(estimate.seconds(chapter, self.cast) for chapter in self.script.chapters)

    @property
    def forms(self) -> Mapping[str, Format]:
        """The output formats by name."""
        return {name: plugins.load("formats", name)() for name in self.config.output.formats}

    def encoding(self, form: Format) -> Encoding:
        """Return how a format's sound is encoded."""
        kilobits = self.config.output.bitrate
        return form.encoding(None if kilobits is None else 1000 * kilobits)

    def paths(self, form: Format) -> tuple[Path, ...]:
        """Return the files that a build will write in a format."""
        titles = [chapter.title for chapter in self.script.chapters]
        return form.paths(self.script.metadata, titles, self.config.output.folder)


def plan(path: Path, config: Config, named: Path | None = None) -> tuple[Edition, ...]:
    """Read a file or folder and write the script of every book in it.

    Where it is the copy of another, which the user `named`, its stories are called by that one's name.
    Raises `BadInput` for what cannot be read, `LedgerDoesNotBalance` where a word would be missed.
    """
    return tuple(edit(_called(book, path, named or path), config) for book in read_books(path, config))


def _called(book: Book, here: Path, named: Path) -> Book:
    """Put the name of the original in the place of its copy's."""
    if named == here:
        return book
    paths = {chapter.source.path for chapter in book.chapters}
    named_as = {path: named / path.relative_to(here) for path in paths}
    chapters = (
        replace(chapter, source=replace(chapter.source, path=named_as[chapter.source.path]))
        for chapter in book.chapters
    )
    return replace(book, chapters=tuple(chapters))


def edit(book: Book, config: Config) -> Edition:
    """Write a book's script and account for every character."""
    voices = catalogue(config.voices.folder)
    book = invited(book, voices)
    cast = {**cast_of(config, voices), **{name: voices[name] for name in guests(book)}}
    longest = {name: plugins.load("engines", voice.engine).traits.longest for name, voice in cast.items()}
    entries, told = lexicon(config), book.metadata.language or config.book.language
    ordered = {
        name: rulebook([entry for entry in entries if entry.is_for(voice)], _spoken(told, voice.language))
        for name, voice in cast.items()
    }
    script = write_script(book, config, longest, ordered)
    speakers = sorted({line.voice for chapter in script.chapters for line in chapter.lines})
    return Edition(book, script, balance(book, script), {name: cast[name] for name in speakers}, config)


def _spoken(language: str, own: str) -> str:
    """Return a book's language as a voice speaks it: where no region is told, the voice's own.

    >>> _spoken("en", "en-GB"), _spoken("en-US", "en-GB"), _spoken("fr", "en-GB")
    ('en-GB', 'en-US', 'fr')
    """
    return own if own.partition("-")[0] == language else language
