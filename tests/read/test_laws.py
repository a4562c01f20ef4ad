"""No text loses a character, whatever is written in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from narrate.config.schema import Config, VoicesTable
from narrate.errors import BadFrontMatter, NothingToSay
from narrate.model.story import Block, Book, Reason, Source
from narrate.model.words import speakable
from narrate.read.markdown.text import read_markdown
from narrate.read.plain.text import read_plain
from narrate.script.ledger import balance
from narrate.script.write import write_script
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
    *("CONTENTS", "[Illustration: x]", "[Pg 3]", "{4}", "[Illustration", "THE BOX  5", "- 6 -", "1. The Box"),
    *(
        "Transcriber's Note:",
        "*** START OF THE PROJECT GUTENBERG EBOOK X ***",
        "Project Gutenberg",
        "Title: x",
    ),
    *(
        "*** END OF THE PROJECT GUTENBERG EBOOK X ***",
        "[Transcriber's note: _x_]",
        "PART I",
        "BOOK II. CHAPTER I",
    ),
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
        joint = piece.text in {" ", "\n", ", ", ": "} and not speakable(written)
        assert piece.text == written or joint or written[0] in "&\\"


@readings
@read_law
@given(text=TEXTS)
@example("~~\n    # ")
def test_no_words_are_left_out_as_space_markup_or_break(reading: Callable[[Source], Book], text: str) -> None:
    if (book := read(reading, text)) is None:
        return
    for omission in (omission for chapter in book.chapters for omission in chapter.omissions):
        written = text[omission.start : omission.end]
        assert (
            written.isspace() == (omission.reason is Reason.SPACE) or omission.reason is Reason.FRONT_MATTER
        )
        if omission.reason in {Reason.SCENE_BREAK, Reason.MARKUP}:
            assert not speakable(written) or written[0] in "<&" or written == "br>"


@readings
@read_law
@given(text=TEXTS)
def test_blocks_have_words_and_no_blanks_around_them(reading: Callable[[Source], Book], text: str) -> None:
    if (book := read(reading, text)) is None:
        return
    blocks: list[Block] = [block for chapter in book.chapters for block in chapter.blocks]
    assert all(block.text == block.text.strip() for block in blocks)
    assert all(bool(block.pieces) == (block.kind.value != "break") for block in blocks)


@readings
@read_law
@given(
    text=TEXTS,
    longest=st.sampled_from([None, 20, 60]),
    dialogue=st.sampled_from([None, "dan"]),
)
@example("Chapter Two\nThe Long Way Home\n\nHe went.", 20, None)
@example("| Tom said | “Hello there,” and went |\n|---|---|\n", None, "dan")
@example("日本[link](http://x.y) \u200b", 20, None)
@example("\n   0. 0. &amp; <div><pre>", None, None)
@example("# ~~~“Hi”~~~* ", None, None)
@example("Don\u02bct.", None, None)
@example("1\n¼", None, None)
@example("CONTENTS\n> ", None, None)
def test_whatever_is_read_can_be_said_and_every_character_accounted_for(
    reading: Callable[[Source], Book], text: str, longest: int | None, dialogue: str | None
) -> None:
    if (book := read(reading, text)) is None:
        return
    config = Config(voices=VoicesTable(narrator="nell", dialogue=dialogue))
    try:
        script = write_script(book, config, {"nell": longest, "dan": longest})
    except NothingToSay:
        assert not any(speakable(block.text) for chapter in book.chapters for block in chapter.blocks)
    else:
        (account,) = balance(book, script)
        assert "".join(text[entry.start : entry.end] for entry in account.entries) == text
