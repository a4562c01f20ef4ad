"""Answer a scorer of sentences: where each sentence of a text begins and ends, found as a book's are."""

from pathlib import Path

from narrate.model.story import BlockKind, Source
from narrate.read.plain.text import read_plain
from narrate.script.places import Places
from narrate.script.sentences import split, verses


def segment(text: str) -> list[tuple[int, int]]:
    """Return the places of all sentences, paragraph by paragraph."""
    book = read_plain(Source(Path("book.txt"), text))
    found = []
    for block in (block for chapter in book.chapters for block in chapter.blocks if block.pieces):
        spans = verses(block.text) if block.kind is BlockKind.VERSE else split(block.text)
        places = Places.of(block)
        found += [places.source(start, end) for start, end in spans]
    return found
