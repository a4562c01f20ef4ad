"""Names, rare words and undecided homographs of a book, and what its engine would say for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from narrate.config.schema import Config
from narrate.model.script import Line
from narrate.model.voice import Voice
from narrate.pipeline import work
from narrate.pipeline.plan import Edition, plan
from narrate.script.spelt import spelt
from narrate.script.vocabulary import Common, Find, Undecided, finds, undecided


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word, how it is said now, and how else it might be."""

    find: Find
    says: str
    """The engine's sounds in the IPA; empty where it does not tell."""
    spelt: str
    """Its letters one by one, for names."""


def suggestions(path: Path, config: Config, most: int) -> list[Suggestion]:
    """Look through the books of a file or folder; raises what `plan` raises and `EngineUnavailable`."""
    editions = plan(path, config)
    found = list(islice(finds(_lines(editions), _common(config.book.language)), most))
    try:
        said = _said(editions[0], [find.word for find in found])
    finally:
        work.leave()
    return [_suggestion(*both) for both in zip(found, said, strict=True)]


def open_questions(path: Path, config: Config) -> list[Undecided]:
    """List the homographs of which no rule and no entry tells how they are said."""
    return undecided(_lines(plan(path, config)))


def _suggestion(find: Find, says: str) -> Suggestion:
    return Suggestion(find, says, spelt(find.word) if find.is_name else "")


def _lines(editions: Iterable[Edition]) -> Iterator[Line]:
    return (line for edition in editions for chapter in edition.script.chapters for line in chapter.lines)


def _said(edition: Edition, words: list[str]) -> tuple[str, ...]:
    return work.company(edition.config.speech).transcribe(tuple(words), narrator_of(edition))


def narrator_of(edition: Edition) -> Voice:
    """Return the voice that tells the story."""
    return edition.cast.get(edition.config.voices.narrator) or next(iter(edition.cast.values()))


def _common(language: str) -> Common:
    """Open the word list of a language; where there is none, every word is rare."""
    from spellchecker import SpellChecker

    try:
        words = SpellChecker(
            language=language.partition("-")[0].lower(), distance=1
        ).word_frequency.dictionary
    except ValueError:
        return lambda _: 0
    return lambda word: words.get(word, 0)
