import pytest

from narrate.model.story import Block, BlockKind, Piece
from narrate.read.flow import Entry
from narrate.read.navigation import Spot, chapter_starts

LONG, SHORT = 1500, 40


def starts(*sections: tuple[int, str, int]) -> list[str]:
    """Give every section a depth, a title and words of its own, and return the titles of the chapters."""
    blocks: list[Block] = []
    entries: list[Entry] = []
    spots: dict[str, Spot] = {}
    for depth, title, words in sections:
        anchor = str(len(entries))
        spots[anchor] = Spot(len(entries), len(blocks))
        entries.append(Entry(title, anchor, depth))
        blocks.append(Block(BlockKind.HEADING, (Piece(title, 0, 1),), depth))
        if words:
            blocks.append(Block(BlockKind.PROSE, (Piece("word " * words, 0, 1),)))
    return [title for _, title in chapter_starts(blocks, entries, spots)]


@pytest.mark.parametrize(
    ("sections", "chapters"),
    [
        ([(1, "Dawn", SHORT), (1, "Dusk", SHORT)], ["Dawn", "Dusk"]),
        ([(1, "Part One", 0), (2, "Dawn", SHORT), (2, "Dusk", SHORT)], ["Dawn", "Dusk"]),
        ([(1, "Part One", 0), (1, "Dawn", SHORT), (1, "Part Two", 0), (1, "Dusk", SHORT)], ["Dawn", "Dusk"]),
        ([(1, "Part One", LONG), (2, "Dawn", SHORT), (1, "End", SHORT)], ["Part One", "Dawn", "End"]),
        ([(1, "Chapter 1", 0), (2, "Dawn", LONG), (1, "Chapter 2", LONG)], ["Chapter 1", "Chapter 2"]),
        (
            [(1, "Brass", SHORT), (2, "Chapter 1", SHORT), (1, "Iron", 0), (2, "Chapter 2", SHORT)],
            ["Chapter 1", "Chapter 2"],
        ),
        ([(1, "Brass", 0), (2, "Dawn", SHORT), (1, "Iron", 0), (2, "Dusk", SHORT)], ["Dawn", "Dusk"]),
        ([(1, "Brass", SHORT), (2, "Dawn", SHORT), (1, "Iron", SHORT)], ["Brass", "Iron"]),
        ([(1, "Brass", SHORT), (2, "Dawn", LONG), (1, "Iron", SHORT), (2, "Dusk", LONG)], ["Dawn", "Dusk"]),
        (
            [(1, "The Fox", 0), (2, "I", SHORT), (2, "II", SHORT), (1, "The Hen", SHORT)],
            ["The Fox", "The Hen"],
        ),
        ([(1, "Brass", 0), (2, "1", LONG), (2, "2", LONG), (1, "Iron", 0), (2, "3", LONG)], ["1", "2", "3"]),
        ([(1, "The Book", 0), (2, "I", SHORT), (2, "II", SHORT)], ["I", "II"]),
        ([(1, "Dawn", SHORT), (1, "The End", 0)], ["Dawn", "The End"]),
    ],
)
def test_parts_give_way_and_chapters_keep_their_sections(
    sections: list[tuple[int, str, int]], chapters: list[str]
) -> None:
    assert starts(*sections) == chapters
