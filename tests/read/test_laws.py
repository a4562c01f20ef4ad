"""No text loses a character, whatever is written in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.errors import BadFrontMatter
from narrate.model.story import Block, Book, Reason, Source
from narrate.read.markdown import read_markdown
from narrate.read.plain import read_plain
from narrate.testing.readers import assert_tiled, pieces

MARKS = (
    *(
        "# ",
        "## ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "***",
        "---",
        "~~~",
        "```",
        "`",
        "**",
        "_",
        "~~",
        "- - -",
        "⁂",
    ),
    *("[", "](", "](http://a.b)", ")", "![", "]", "<b>", "</b>", "<!-- ", "-->", "<div>", "<br>", "<sighs>"),
    *(
        "<script>",
        "</script>",
        "&amp;",
        "&nbsp;",
        "\\",
        "\\*",
        "<http://x.y>",
        "#",
        "===",
        "+++",
        "“Hi”",
        "…",
    ),
    *("word", "Tom said.", "Chapter 1", "CHAPTER II", "I", "1", "2", "東京", "title: x\n"),
    *("[a]: http://x.y 'z'\n", "[n]: Hello\n", "| a | b |\n|---|---|\n", "|"),
)
LAYOUT = ("\n", "\n\n", "  \n", "    ", "\t", "\r\n", "\r", "\f", "\u2028", "\xa0")
SIGNS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=4)
TEXTS = (
    st.lists(st.sampled_from(MARKS) | st.sampled_from(LAYOUT) | SIGNS, max_size=40)
    .map("".join)
    .filter(str.strip)
)

read_law = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
readings = pytest.mark.parametrize("reading", [read_plain, read_markdown])


def read(reading: Callable[[Source], Book], text: str) -> Book | None:
    try:
        return reading(Source(Path("story"), text))
    except BadFrontMatter:
        return None


def has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


@readings
@read_law
@given(text=TEXTS)
def test_chapters_blocks_and_omissions_tile_any_text(reading: Callable[[Source], Book], text: str) -> None:
    if (book := read(reading, text)) is None:
        return
    for chapter in book.chapters:
        assert_tiled(chapter)
    bounds = [(chapter.start, chapter.end) for chapter in book.chapters]
    assert [start for start, _ in bounds] == [0, *(end for _, end in bounds)][:-1]
    assert bounds[-1][1] == len(text)


@readings
@read_law
@given(text=TEXTS)
def test_pieces_are_in_order_and_say_what_is_written_or_a_known_stand_in(
    reading: Callable[[Source], Book], text: str
) -> None:
    if (book := read(reading, text)) is None:
        return
    said = [piece for chapter in book.chapters for piece in pieces(chapter)]
    assert [piece.start for piece in said] == sorted(piece.start for piece in said)
    for piece in said:
        written = text[piece.start : piece.end]
        joint = piece.text in {" ", "\n", ", ", ": "} and not has_words(written)
        assert piece.text == written or joint or written[0] in "&\\"


@readings
@read_law
@given(text=TEXTS)
def test_no_words_are_left_out_as_space_markup_or_break(reading: Callable[[Source], Book], text: str) -> None:
    if (book := read(reading, text)) is None:
        return
    for omission in (omission for chapter in book.chapters for omission in chapter.omissions):
        written = text[omission.start : omission.end]
        assert (
            written.isspace() == (omission.reason is Reason.SPACE) or omission.reason is Reason.FRONT_MATTER
        )
        if omission.reason in {Reason.SCENE_BREAK, Reason.MARKUP}:
            assert not has_words(written) or written[0] in "<&" or written in {"br>", "1."}


@readings
@read_law
@given(text=TEXTS)
def test_blocks_have_words_and_no_blanks_around_them(reading: Callable[[Source], Book], text: str) -> None:
    if (book := read(reading, text)) is None:
        return
    blocks: list[Block] = [block for chapter in book.chapters for block in chapter.blocks]
    assert all(block.text == block.text.strip() for block in blocks)
    assert all(bool(block.pieces) == (block.kind.value != "break") for block in blocks)
