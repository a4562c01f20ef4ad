"""Read books and write their scripts, without a sound."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
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
from narrate.pipeline.scripts import Write, found_or_written
from narrate.publish.format import Format
from narrate.read.folder import read_books
from narrate.script import estimate
from narrate.script.guests import guests, invited
from narrate.script.ledger import balance
from narrate.script.rules import rulebook
from narrate.script.write import bound, write_chapter
from narrate.store.store import Store


@dataclass(frozen=True, slots=True)
class Edition:
    """A book ready to be spoken: every word and every voice known."""

    script: Script
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


@dataclass(frozen=True, slots=True)
class Plan(Edition):
    """An edition, the book that it is made of, and the proof that every word of that will be heard."""

    book: Book
    accounts: tuple[Account, ...]


def plan(
    path: Path, config: Config, named: Path | None = None, store: Store | None = None
) -> tuple[Plan, ...]:
    """Read a file or folder and write the script of every book in it.

    Where it is the copy of another, which the user `named`, its stories are called by that one's name.  What
    was written of a chapter before is taken from the store, if one is given.
    Raises `BadInput` for what cannot be read, `LedgerDoesNotBalance` where a word would be missed.
    """
    return tuple(edit(_called(book, path, named or path), config, store) for book in read_books(path, config))


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


def edit(book: Book, config: Config, store: Store | None = None) -> Plan:
    """Write a book's script and account for every character."""
    voices = catalogue(config.voices.folder)
    book = invited(book, voices)
    cast = {**cast_of(config, voices), **{name: voices[name] for name in guests(book)}}
    longest = {name: plugins.load("engines", voice.engine).traits.longest for name, voice in cast.items()}
    entries, language = lexicon(config), book.metadata.language or config.book.language
    spoken = {name: _spoken(language, voice.language) for name, voice in cast.items()}
    own = {name: [entry for entry in entries if entry.is_for(voice)] for name, voice in cast.items()}
    ordered = {name: rulebook(own[name], spoken[name]) for name in cast}
    write: Write = partial(write_chapter, config=config, longest=longest, ordered=ordered)
    if store:
        settings = config.model_dump(mode="json", include={"voices", "pauses"})
        write = found_or_written(write, store, (settings, config.book.announce, longest, spoken, own))
    script = bound(book, map(write, book.chapters))
    speakers = sorted({line.voice for chapter in script.chapters for line in chapter.lines})
    return Plan(script, {name: cast[name] for name in speakers}, config, book, balance(book, script))


def _spoken(language: str, own: str) -> str:
    """Return a book's language as a voice speaks it: where no region is told, the voice's own.

    >>> _spoken("en", "en-GB"), _spoken("en-US", "en-GB"), _spoken("fr", "en-GB")
    ('en-GB', 'en-US', 'fr')
    """
    return own if own.partition("-")[0] == language else language
