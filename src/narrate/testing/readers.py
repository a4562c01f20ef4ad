"""What every reader has to keep: inherit `ReaderContract`, give it your reader and a sample, run pytest."""

import pickle
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from narrate.config.schema import Config
from narrate.errors import BadInput
from narrate.model.story import BlockKind, Book, Chapter, Omission, Piece, Reason
from narrate.read.reader import Reader
from narrate.script.ledger import balance
from narrate.script.write import write_script

SILENT: Final = (BlockKind.BREAK,)
"""Kinds of block that have no words."""


class ReaderContract:
    """Tests for one reader; a subclass says how to make it and gives a file that it reads."""

    sample: bytes
    """A story of at least two chapters and several paragraphs, whose words are in `words`."""
    words: tuple[str, ...]
    """Words of the sample that a listener must hear, in this order."""

    def make(self) -> Reader:
        """Return the reader under test; override this."""
        raise NotImplementedError

    @pytest.fixture
    def reader(self) -> Reader:
        """Make a reader for a test."""
        return self.make()

    @pytest.fixture
    def path(self, reader: Reader, tmp_path: Path) -> Path:
        """Write the sample to a file that the reader answers for."""
        path = tmp_path / f"sample{reader.suffixes[0]}"
        path.write_bytes(self.sample)
        return path

    @pytest.fixture
    def book(self, reader: Reader, path: Path) -> Book:
        """Read the sample."""
        return reader.read(path, Config().read)

    def test_its_endings_are_lower_case_with_their_dot(self, reader: Reader) -> None:
        """Files are found by their endings."""
        assert reader.suffixes
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes)

    def test_the_sample_comes_in_chapters(self, book: Book) -> None:
        """Headings divide a file."""
        assert len(book.chapters) > 1

    def test_every_word_is_there_in_order(self, book: Book) -> None:
        """Nothing is lost and nothing moved."""
        text = " ".join(block.text for chapter in book.chapters for block in chapter.blocks)
        places = [text.find(word) for word in self.words]
        assert -1 not in places
        assert places == sorted(places)

    def test_chapters_tile_their_sources(self, book: Book) -> None:
        """A source's chapters touch each other from its first character to its last."""
        for source in {id(chapter.source): chapter.source for chapter in book.chapters}.values():
            chapters = [chapter for chapter in book.chapters if chapter.source is source]
            bounds = [0, *(bound for chapter in chapters for bound in (chapter.start, chapter.end))]
            assert bounds == sorted([*bounds])
            assert all(first.end == then.start for first, then in pairwise(chapters))
            assert (bounds[1], bounds[-1]) == (0, len(source.text))

    def test_blocks_and_omissions_tile_each_chapter(self, book: Book) -> None:
        """Every character has exactly one fate."""
        for chapter in book.chapters:
            assert_tiled(chapter)

    def test_pieces_stand_in_order_inside_their_chapter(self, book: Book) -> None:
        """Reading order is source order."""
        for chapter in book.chapters:
            places = [(piece.start, piece.end) for piece in pieces(chapter)]
            assert places == sorted(places)

    def test_words_stand_alone_in_their_blocks(self, book: Book) -> None:
        """A block's text has no white space around it; only a break has no text."""
        for block in (block for chapter in book.chapters for block in chapter.blocks):
            assert block.text == block.text.strip()
            assert bool(block.text) == (block.kind not in SILENT)
            assert bool(block.level) == (block.kind is BlockKind.HEADING)

    def test_white_space_left_out_is_white_space(self, book: Book) -> None:
        """An omission's reason is its true one."""
        for chapter in book.chapters:
            spaces = [omission for omission in chapter.omissions if omission.reason is Reason.SPACE]
            assert all(chapter.source.text[space.start : space.end].isspace() for space in spaces)

    def test_every_character_can_be_accounted_for(self, book: Book) -> None:
        """The ledger of a script over the book balances, however short the lines of its engine are."""
        for longest in (None, 20):
            assert balance(book, write_script(book, Config(), {Config().voices.narrator: longest}))

    def test_its_sources_say_where_they_came_from(self, book: Book, path: Path) -> None:
        """Errors and plans name the file."""
        assert {chapter.source.path for chapter in book.chapters} == {path}

    def test_it_reads_the_same_twice(self, reader: Reader, path: Path, book: Book) -> None:
        """Same file, same book; and a book travels between processes."""
        assert reader.read(path, Config().read) == book == pickle.loads(pickle.dumps(book))  # noqa: S301 - our own

    def test_what_cannot_be_read_is_refused_by_name(self, reader: Reader, tmp_path: Path) -> None:
        """No file, a folder, an empty file and rubbish each get a sentence with the file's name."""
        missing, folder, empty, rubbish = (
            tmp_path / f"{name}{reader.suffixes[0]}" for name in ("missing", "folder", "empty", "rubbish")
        )
        folder.mkdir()
        empty.touch()
        rubbish.write_bytes(bytes(range(256)))
        for path in (missing, folder, empty, rubbish):
            with pytest.raises(BadInput, match=path.name):
                reader.read(path, Config().read)


def pieces(chapter: Chapter) -> list[Piece]:
    """Return a chapter's pieces in order."""
    return [piece for block in chapter.blocks for piece in block.pieces]


def assert_tiled(chapter: Chapter) -> None:
    """See that pieces and omissions cover a chapter exactly once, none of them empty."""
    runs: list[Piece | Omission] = [*pieces(chapter), *chapter.omissions]
    places = sorted((run.start, run.end) for run in runs)
    assert all(start < end for start, end in places)
    assert [start for start, _ in places] == [chapter.start, *(end for _, end in places)][:-1]
    assert max((end for _, end in places), default=chapter.start) == chapter.end
