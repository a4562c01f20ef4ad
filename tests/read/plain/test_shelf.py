"""A shelf of novels, laid out as novels have been typed up: every one in every guise keeps its chapters."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from narrate.model.story import Book, Reason, Source
from narrate.read.plain.text import read_plain
from narrate.testing.readers import assert_tiled

PROSE = """\
The ferry came in at four, an hour late, and the boy who ought to have been
there to catch the rope was asleep behind the nets. Nobody woke him. His aunt
threw the rope herself, as she had thrown it for thirty years.

"You might have called," said the captain.

"I might," she said, and went in to see about the soup, which her sister
had left on the fire with nobody to stir it but the cat."""
LICENCE = (
    "Title: The Ferry\n\nAuthor: A. Reed\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE FERRY ***\n\n\n\n\n",
    "\n\n\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***\n\n\n\nSection 1. General Terms of Use\n",
)
GUISES = {
    "as typed": lambda text: text,
    "with a licence": lambda text: text.join(LICENCE),
    "with Windows' line ends": lambda text: text.replace("\n", "\r\n"),
    "with paragraphs on one line": lambda text: re.sub(r"(?<=[^\n]{60})\n(?=[a-z])", " ", text),
}
SHELF = {
    path.stem: path for path in sorted((Path(__file__).parents[2] / "data" / "read" / "shelf").iterdir())
}
"""What is typed, with a tilde for prose; below a line of equals signs the titles of its chapters."""


def layout(name: str) -> str:
    return SHELF[name].read_text("utf-8").partition("\n=====\n")[0]


def titles(name: str) -> list[str]:
    return SHELF[name].read_text("utf-8").partition("\n=====\n")[2].splitlines()


def read(text: str) -> Book:
    return read_plain(Source(Path("book.txt"), text.replace("~", PROSE)))


@pytest.mark.parametrize("name", SHELF)
@pytest.mark.parametrize("guise", GUISES.values(), ids=GUISES)
def test_a_novel_keeps_its_chapters(name: str, guise: Callable[[str], str]) -> None:
    book = read_plain(Source(Path("book.txt"), guise(layout(name).replace("~", PROSE))))
    assert [chapter.title for chapter in book.chapters if chapter.title] == titles(name)
    for chapter in book.chapters:
        assert_tiled(chapter)


@pytest.mark.parametrize("name", SHELF)
def test_no_word_of_the_prose_is_lost(name: str) -> None:
    book = read(layout(name))
    said = " ".join(block.text for chapter in book.chapters for block in chapter.blocks)
    assert said.count("as she had thrown it for thirty years") == layout(name).count("~")


@pytest.mark.parametrize("name", [name for name in SHELF if "\ncontents" in layout(name).casefold()])
def test_a_list_of_contents_is_left_out_whole(name: str) -> None:
    omissions = [cut for chapter in read(layout(name)).chapters for cut in chapter.omissions]
    assert [cut.reason for cut in omissions].count(Reason.CONTENTS) == 1
    said = [block.text for chapter in read(layout(name)).chapters for block in chapter.blocks]
    assert not any("contents" in text.casefold() for text in said)


def test_a_half_title_opens_the_chapter_below_it() -> None:
    book = read(layout("the-title-again-before-the-chapters"))
    first = next(chapter for chapter in book.chapters if chapter.title == "CHAPTER I")
    assert [block.text for block in first.blocks[:3]] == ["THE LATE FERRY", "PART I", "CHAPTER I"]


def test_of_a_picture_with_a_heading_the_heading_is_read() -> None:
    book = read(layout("a-heading-inside-a-pictures-note"))
    pictures = [
        book.chapters[0].source.text[cut.start : cut.end]
        for chapter in book.chapters
        for cut in chapter.omissions
        if cut.reason is Reason.PICTURE
    ]
    assert [" ".join(picture.split()) for picture in pictures] == [
        "[Illustration: THE LATE FERRY",
        "]",
        "[Illustration]",
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "_Hull, 3 May._",
        "(_Kept in shorthand._)",
        "HAWBERK, ROPEMAKER.",
        "ANN REED,\n(Hull, 1928.)",
        "[1]",
        "Parte de la noche",
        "Buch",
        "Second, he wrote.",
        "The First Day was over.",
        "* The ferry was hers.",
        "P.S.",
    ],
)
def test_a_line_in_the_text_stays_there(inside: str) -> None:
    assert [
        chapter.title for chapter in read(f"CHAPTER I\n\n~\n\n{inside}\n\n~\n\nCHAPTER II\n\n~\n").chapters
    ] == [
        "CHAPTER I",
        "CHAPTER II",
    ]
