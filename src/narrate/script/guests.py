"""Who is called in by directions: voices by their name, their language or their gender."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from narrate.errors import BadDirection
from narrate.model.direction import Direction, Kind
from narrate.model.lexicon import speaks
from narrate.model.story import Block, Book, Chapter
from narrate.model.voice import Voice
from narrate.model.words import quoted
from narrate.nearest import did_you_mean
from narrate.script.places import Places


def invited(book: Book, voices: Mapping[str, Voice]) -> Book:
    """Put a voice of the catalogue into every direction that asks for one; raise `BadDirection` for none."""
    if not any(_asked(book)):
        return book
    chapters = (
        replace(chapter, blocks=tuple(_cast(block, chapter, voices) for block in chapter.blocks))
        for chapter in book.chapters
    )
    return replace(book, chapters=tuple(chapters))


def guests(book: Book) -> Iterator[str]:
    """Yield the names of the voices that directions call in."""
    return (direction.value for direction in _asked(book) if direction.value)


def _asked(book: Book) -> Iterator[Direction]:
    for chapter in book.chapters:
        for block in chapter.blocks:
            yield from (each for each in block.directions if each.kind is Kind.VOICE)


def _cast(block: Block, chapter: Chapter, voices: Mapping[str, Voice]) -> Block:
    told = (
        replace(each, value=_chosen(each, block, chapter, voices)) if each.kind is Kind.VOICE else each
        for each in block.directions
    )
    return replace(block, directions=tuple(told)) if block.directions else block


def _chosen(direction: Direction, block: Block, chapter: Chapter, voices: Mapping[str, Voice]) -> str:
    """Choose the voice that is named, of several names the first there is, or else the first that fits."""
    wanted = direction.value
    named = [wanted, *wanted.split()] if wanted else list(_fitting(direction, voices.values()))
    found = next((name for name in named if name in voices), None)
    if found is None:
        line = chapter.source.line_of(Places.of(block).source(direction.start, direction.end)[0])
        raise BadDirection(chapter.source.path, line, *_missing(direction, voices))
    return found


def _fitting(direction: Direction, voices: Iterable[Voice]) -> Iterator[str]:
    of_gender = [voice for voice in voices if direction.gender in {"", voice.gender}]
    for language in direction.languages or ("",):
        yield from (voice.name for voice in of_gender if speaks(voice.language, language))


def _missing(direction: Direction, voices: Mapping[str, Voice]) -> tuple[str, str]:
    """Say which voice there is none of, and which there are."""
    known = did_you_mean(direction.value, voices) or f"there are {', '.join(voices)}"
    if direction.value:
        return f"<voice name={quoted(direction.value)}>", f"names a voice that is not there; {known}"
    wanted = " ".join(filter(None, (direction.gender, *direction.languages)))
    return "<voice>", f"asks for a voice ({wanted}) that is not there; there are {', '.join(voices)}"
