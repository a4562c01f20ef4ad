from pathlib import Path

import pytest

from narrate.model.story import Book, Source
from narrate.read.markdown.text import read_markdown
from narrate.read.plain.text import read_plain


def read(text: str) -> Book:
    return read_markdown(Source(Path("story.md"), text))


def titles(text: str) -> list[str]:
    return [chapter.title for chapter in read(text).chapters]


def test_without_headings_all_is_one_chapter_without_a_title() -> None:
    (chapter,) = read("One.\n\nTwo.").chapters
    assert (chapter.title, chapter.titled_in_text, len(chapter.blocks)) == ("", False, 2)


def test_the_highest_level_that_comes_again_makes_chapters() -> None:
    text = "# Book\n\n## One\n\na\n\n### Scene\n\nb\n\n### Scene\n\nc\n\n## Two\n\nd"
    assert titles(text) == ["One", "Two"]
    assert read(text).metadata.title == "Book"


def test_the_words_of_the_books_title_belong_to_the_first_chapter() -> None:
    first = read("# Book\n\n## One\n\na\n\n## Two\n\nb").chapters[0]
    assert [block.text for block in first.blocks] == ["Book", "One", "a"]


def test_words_between_title_and_chapters_are_a_chapter_under_that_title() -> None:
    assert titles("# Book\n\nby Jane Doe\n\n## One\n\na\n\n## Two\n\nb") == ["Book", "One", "Two"]


def test_words_before_any_heading_are_a_chapter_without_a_title() -> None:
    assert titles("For Tom.\n\n# One\n\na\n\n# Two\n\nb") == ["", "One", "Two"]


def test_a_scene_break_before_the_first_chapter_makes_no_chapter() -> None:
    assert titles("***\n\n# One\n\na\n\n# Two\n\nb") == ["One", "Two"]


def test_a_title_on_the_chapters_own_level_is_still_the_books() -> None:
    text = "# The Lost Key\n\n# Chapter 1\n\na\n\n# Chapter 2\n\nb"
    assert titles(text) == ["Chapter 1", "Chapter 2"]
    assert read(text).metadata.title == "The Lost Key"


def test_the_lines_of_a_title_make_no_chapters() -> None:
    book = read("# The Lost Key\n\n# Or\n\n# A Door\n\nby Ann\n\n## Oak\n\na\n\n## Ash\n\nb")
    assert book.metadata.title == "The Lost Key Or A Door"
    assert [chapter.title for chapter in book.chapters][1:] == ["Oak", "Ash"]
    assert [block.text for block in book.chapters[0].blocks] == ["The Lost Key", "Or", "A Door", "by Ann"]


def test_an_empty_chapter_stays_one() -> None:
    assert titles("# Chapter 1\n\n# Chapter 2\n\nb") == ["Chapter 1", "Chapter 2"]
    assert titles("# Chapter 1\n\n# Chapter 2\n\n## Oak\n\na\n\n## Ash\n\nb") == ["Chapter 1", "Chapter 2"]


def test_parts_give_way_to_the_chapters_inside_them() -> None:
    text = "# Part One\n\n## Door\n\na\n\n## Key\n\nb\n\n# Part Two\n\n## Mat\n\nc"
    assert titles(text) == ["Door", "Key", "Mat"]
    assert [block.text for block in read(text).chapters[2].blocks] == ["Part Two", "Mat", "c"]


def test_parts_without_chapters_are_chapters() -> None:
    assert titles("# Part One\n\na\n\n# Part Two\n\nb") == ["Part One", "Part Two"]


def test_words_between_a_part_and_its_first_chapter_are_the_parts_own_chapter() -> None:
    text = "# Part One\n\nIn the beginning.\n\n## Door\n\na\n\n# Part Two\n\n## Key\n\nb"
    assert titles(text) == ["Part One", "Door", "Key"]


def test_a_single_heading_titles_the_whole() -> None:
    book = read("# Alone\n\na")
    assert (book.metadata.title, [chapter.title for chapter in book.chapters]) == ("Alone", ["Alone"])


def test_a_single_heading_further_down_titles_nothing() -> None:
    book = read("a\n\n# Later\n\nb")
    assert (book.metadata.title, [chapter.title for chapter in book.chapters]) == ("", [""])


def test_chapters_with_the_same_title_are_chapters() -> None:
    assert titles("# Night\n\na\n\n# Night\n\nb") == ["Night", "Night"]


def test_a_chapter_begins_with_the_line_of_its_heading() -> None:
    text = "# One\n\na\n\n  # Two\n\nb"
    chapters = read(text).chapters
    assert text[chapters[1].start :].startswith("  # Two")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_plain_novel_of_parts_and_numbers_comes_in_chapters(end: str) -> None:
    lines = "The Sea//PART ONE/The Ship//1//The Inn//He came.//2//The Map//He saw.//PART TWO//1//He went."
    text = lines.replace("/", end)
    found = read_plain(Source(Path("story.txt"), text))
    assert [chapter.title for chapter in found.chapters] == ["1: The Inn", "2: The Map", "1"]
    assert found.metadata.title == "The Sea"
