"""A book of every kind that is read, with what such books are awkward in, from its file to its chapters."""

from pathlib import Path

import pytest

from narrate import ffmpeg
from narrate.pipeline.plan import plan
from narrate.publish.ffmetadata import read_chapters
from pipeline.makers import Maker, made
from read.awkward import AWKWARD as EPUB
from read.docx import test_reader as word
from read.fb2 import test_reader as fiction
from read.html.awkward import AWKWARD as PAGE
from read.odt import test_reader as opened
from read.pdf import test_reader as printed


@pytest.fixture(scope="module")
def epub(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return EPUB.write(tmp_path_factory.mktemp("epub") / "book.epub").read_bytes()


BOOKS = {
    "book.docx": (word.TestDocxReader.sample, ["The Salt Lamp", "The Pier", "The Tide"]),
    "book.epub": (b"", ["Preface", "I. The Tower", "II. The Rope", "III. The Fall", "Afterword"]),
    "book.fb2": (fiction.TestFb2Reader.sample, ["Ada Quill. The Salt Lamp", "The Pier", "The Tide"]),
    "book.html": (PAGE.encode(), ["The Salt Lamp", "I: The Lamp", "II: The Tide"]),
    "book.odt": (opened.TestOdtReader.sample, ["The Salt Lamp", "The Pier", "The Tide"]),
    "book.pdf": (
        printed.TestPdfReader.sample,
        ["One: The Clockmaker", "Two: The Daughter", "Three: The Flame"],
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_of_every_kind_becomes_an_audiobook_of_its_chapters(
    name: str, tmp_path: Path, epub: bytes
) -> None:
    maker, (data, titles) = Maker(tmp_path), BOOKS[name]
    (tmp_path / name).write_bytes(data or epub)
    (edition,) = plan(tmp_path / name, maker.config())
    (file,) = made(edition).files
    told, _ = ffmpeg.run("look", ["-i", str(file), "-f", "ffmetadata", "-"])
    assert [chapter.title for chapter in read_chapters(told.decode())] == titles
