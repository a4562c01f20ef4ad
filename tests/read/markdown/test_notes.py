from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import Config
from narrate.model.story import Book, Reason, Source
from narrate.pipeline.plan import edit
from narrate.read.markdown.text import read_markdown
from narrate.testing.readers import assert_tiled

TALE = """# One

A fox.[^1] It *ran*[^long] off [^1]. Not [^this].

[^1]: A red one.
[^2]: Two.

[^long]: Far away,
    and further.

    And more of it.

# Two

The end.
"""


def read(text: str, *, notes: bool = False) -> Book:
    book = read_markdown(Source(Path("a.md"), text), notes=notes)
    for chapter in book.chapters:
        assert_tiled(chapter)
    return book


def texts(book: Book) -> list[str]:
    return [block.text for chapter in book.chapters for block in chapter.blocks]


def left_out(book: Book, reason: Reason) -> list[str]:
    source = book.chapters[0].source.text
    return [
        source[each.start : each.end]
        for chapter in book.chapters
        for each in chapter.omissions
        if each.reason is reason
    ]


def test_notes_and_what_refers_to_them_are_left_out() -> None:
    book = read(TALE)
    assert texts(book) == ["One", "A fox. It ran off. Not [^this].", "Two", "The end."]
    assert left_out(book, Reason.NOTE_REFERENCE) == ["[^1]", "[^long]", " [^1]"]
    assert [" ".join(note.split()) for note in left_out(book, Reason.NOTE)] == [
        "[^1]: A red one. [^2]: Two.",
        "[^long]: Far away, and further.",
        "And more of it.",
    ]


def test_notes_that_are_wanted_stay_where_they_were_typed() -> None:
    assert texts(read(TALE, notes=True))[2:5] == [
        "A red one. Two.",
        "Far away, and further.",
        "And more of it.",
    ]


@pytest.mark.parametrize("text", ["A[^1] b.", "He wrote [^1]: so.", "[^1] alone"])
def test_without_a_note_nothing_refers_to_one(text: str) -> None:
    assert texts(read(text)) == [text]


PARTS = st.sampled_from(
    ["word", "[^1]", "[^1]:", "\n\n", "\n", "    ", "*so*", "> ", "# ", "- ", "[^b]: x", "[^b]"]
)


@given(st.lists(PARTS), st.booleans())
def test_no_character_is_lost(parts: list[str], notes: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    edit(read(" ".join(["It began.\n\n", *parts, "\n\nIt ended."]), notes=notes), Config())
