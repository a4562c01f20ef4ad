from pathlib import Path

import pytest

from narrate.model.story import Block, Book, Reason, Source
from narrate.read.markdown.reader import MarkdownReader
from narrate.read.markdown.text import read_markdown
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract, assert_tiled

STORY = """\
---
title: The Lost Key
author: Jane Doe
---

# The Lost Key

## One

“Who is *there*?” she asked of the
[dark](https://example.com "a note"), and the dark said &ldquo;nothing&rdquo;.

* * *

> In the morning
there was snow.

Two
---

1. It lay **under**
2. the `mat`.
"""


class TestMarkdownReader(ReaderContract):
    sample = STORY.encode()
    words = (
        "The Lost Key",
        "One",
        "Who is there?",
        "dark, and",
        "“nothing”",
        "there was snow",
        "Two",
        "the mat.",
    )

    def make(self) -> Reader:
        return MarkdownReader()


def read(text: str) -> Book:
    book = read_markdown(Source(Path("story.md"), text))
    for chapter in book.chapters:
        assert_tiled(chapter)
    return book


def blocks(text: str) -> list[Block]:
    return [block for chapter in read(text).chapters for block in chapter.blocks]


def told(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(text)]


def omitted(text: str, reason: Reason) -> list[str]:
    omissions = [omission for chapter in read(text).chapters for omission in chapter.omissions]
    return [text[omission.start : omission.end] for omission in omissions if omission.reason is reason]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("*so* _so_ **so** __so__ ***so***", "so so so so so"),
        ("~~gone~~", "gone"),
        ("**bold *nested* word**", "bold nested word"),
        (r"\*not\* so", "*not* so"),
        ("2*3*4, snake_case and a * star", "234, snake_case and a * star"),
        ("Tom &amp; Jerry &#8212; &eacute;", "Tom & Jerry — é"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("a [link](http://a.b/(c) 'title') here", "a link here"),
        ("a [link with *marks*][ref]\n\n[ref]: http://a.b", "a link with marks"),
        ("<http://a.b>", "http://a.b"),
        ("`code  here`, `` `ticks` ``", "code  here, `ticks`"),
        ("before ![a *picture*](p.png) after", "before  after"),
        ("before <!-- hidden --> after", "before  after"),
        ("<b>bold</b> and <span class='x'>span</span>", "bold and span"),
        ("He <sighs deeply> and goes.", "He sighs deeply and goes."),
        ("one<br>two<br/>three", "one two three"),
        ("one\\\ntwo\nthree", "one two three"),
        ("well-\nknown", "well-known"),
        ("a\ttab", "a\ttab"),
        ("    indented like a typewriter's\n    paragraph", "indented like a typewriter's paragraph"),
        ("[Narrator]: Hello", "[Narrator]: Hello"),
        ("**not closed", "**not closed"),
        ("&nbsp; He went.", "He went."),
        ("He went.<br>", "He went."),
    ],
)
def test_marks_are_left_out_and_words_are_said(text: str, said: str) -> None:
    assert told(text)[0] == ("prose", said)


def test_every_replacement_knows_its_characters() -> None:
    text = "Tom &amp; \\*he\\*\nwent"
    (block,) = blocks(text)
    changed = [(piece.text, text[piece.start : piece.end]) for piece in block.pieces]
    assert [pair for pair in changed if pair[0] != pair[1]] == [
        ("&", "&amp;"),
        ("*", r"\*"),
        ("*", r"\*"),
        (" ", "\n"),
    ]


def test_left_out_things_are_left_out_for_their_reason() -> None:
    text = "[a](http://x.y) ![b](c.png) <!-- d -->\n\n```\ne\n```\n\n[f]: http://g.h\n\n***"
    assert omitted(text, Reason.LINK) == ["](http://x.y)", "[f]: http://g.h"]
    assert omitted(text, Reason.PICTURE) == ["![b](c.png)"]
    assert omitted(text, Reason.COMMENT) == ["<!-- d -->"]
    assert omitted(text, Reason.CODE) == ["```\ne\n```"]
    assert omitted(text, Reason.SCENE_BREAK) == ["***"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_words(end: str) -> None:
    text = STORY.partition("---\n\n")[2]
    assert told(text.replace("\n", end)) == told(text)


def test_headings_have_their_level_and_no_marks() -> None:
    text = "# One #\n\n## *Two*\n\nThree\n===\n\nFour\n---\n\n# \\# Five"
    assert [(block.level, block.text) for block in blocks(text)] == [
        (1, "One"),
        (2, "Two"),
        (1, "Three"),
        (2, "Four"),
        (1, "# Five"),
    ]


def test_prose_directly_above_a_scene_break_is_no_heading() -> None:
    text = "He went home at last\nand found that nobody was there.\n---\nShe stayed."
    assert [kind for kind, _ in told(text)] == ["prose", "break", "prose"]


@pytest.mark.parametrize(
    "ornament",
    ["***", "* * *", "---", "- - -", "___", "⁂", "#", "~~~", "• • •", r"\* \* \*", "*", "<hr>"],
)
def test_an_ornament_between_scenes_is_a_scene_break(ornament: str) -> None:
    assert [kind for kind, _ in told(f"He went.\n\n{ornament}\n\nShe stayed.")] == ["prose", "break", "prose"]


def test_a_scene_of_tildes_does_not_swallow_the_scene_between_two_of_them() -> None:
    text = "One.\n\n~~~\n\nTwo.\n\n~~~\n\nThree."
    assert [said for _, said in told(text)] == ["One.", "", "Two.", "", "Three."]


def test_a_fence_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert told("One.\n\n```\nTwo.\n\nThree.") == [("prose", "One."), ("prose", "Two."), ("prose", "Three.")]


def test_a_comment_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert "Three." in " ".join(said for _, said in told("One.\n\n<!-- Two.\n\nThree."))


def test_quotations_and_lists_have_their_kinds_in_any_nest() -> None:
    text = "> quoted\nlazily\n>\n> # not a chapter\n>\n> - item\n>\n> > deeper\n\n* one\n\n  two\n+ three\n"
    assert told(text) == [
        ("quote", "quoted lazily"),
        ("quote", "not a chapter"),
        ("item", "item"),
        ("quote", "deeper"),
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
    ]


def test_the_numbers_of_a_list_are_said() -> None:
    assert told("1. one\n2. two\n   1) deep") == [("item", "1. one"), ("item", "2. two"), ("item", "1) deep")]


@pytest.mark.parametrize(
    "before",
    [
        "![a map](map.png)\n\n   ",
        "<!-- draft -->\n   ",
        "```\n   code\n   ```\n   ",
        "<div></div>\n\n   ",
        "```\n\n   ",
    ],
)
def test_a_number_is_said_with_the_words_of_its_item_whatever_stands_before_them(before: str) -> None:
    text = f"He went.\n\n1. {before}The first step.\n2. The second."
    assert told(text)[1:] == [("item", "1. The first step."), ("item", "2. The second.")]
    lazy = f"He went.\n\n1. {before}The first step.\n1. The second."
    assert told(lazy)[1:] == [("item", "The first step."), ("item", "The second.")]
    assert omitted(lazy, Reason.NUMBER) == ["1.", "1."]


def test_a_number_without_words_in_its_item_is_said_by_itself() -> None:
    assert told("1986.\n\nA great year.") == [("item", "1986."), ("prose", "A great year.")]
    assert told("1. ***\n\n   Dawn.\n2. Dusk.") == [
        ("item", "1."),
        ("break", ""),
        ("item", "Dawn."),
        ("item", "2. Dusk."),
    ]


def test_numbers_are_found_in_any_nest() -> None:
    text = "> 1. 2. - 3) one\n>    4. two\n>\n> 5. <div>three</div>"
    assert told(text) == [("item", "1. 2. 3) one"), ("item", "4. two"), ("item", "5. three")]


def test_a_list_numbered_with_nothing_but_ones_is_said_without_them() -> None:
    text = "1. one\n1. two\n1. three"
    assert told(text) == [("item", "one"), ("item", "two"), ("item", "three")]
    assert omitted(text, Reason.NUMBER) == ["1.", "1.", "1."]


def test_a_paragraph_that_begins_with_a_year_keeps_it() -> None:
    assert told("1986. A great year.\n2001. Another.") == [
        ("item", "1986. A great year."),
        ("item", "2001. Another."),
    ]


def test_nests_deeper_than_the_parser_goes_lose_no_words() -> None:
    assert "deep" in told(f"{'> ' * 300}deep *words*")[0][1]


def test_a_table_is_read_row_by_row() -> None:
    text = "| Name | Age |\n|---|:-:|\n| Tom *Roe* | 7 \\| 8 |\n| Ann | | more |"
    assert told(text) == [
        ("item", "Name, Age"),
        ("item", "Tom Roe, 7 | 8"),
        ("item", "Ann"),
        ("prose", "more"),
    ]


def test_lines_that_the_author_broke_are_verse() -> None:
    text = "Roses are red,  \nviolets blue,\\\nsugar."
    assert told(text) == [("verse", "Roses are red,\nviolets blue,\nsugar.")]


def test_words_in_html_blocks_are_said_and_tags_are_not() -> None:
    text = "<div>\n<h2>The Key</h2>\n<p>It &lt;was&gt; <i>under</i>\nthe mat.<br>Yes.</p>\n<hr>\n</div>"
    assert told(text) == [("heading", "The Key"), ("prose", "It <was> under the mat. Yes."), ("break", "")]


def test_scripts_and_styles_are_left_out() -> None:
    assert told("<style>\np { color: red }\n</style>\n\nHe went.") == [("prose", "He went.")]


def test_the_title_comes_from_front_matter_before_the_first_heading() -> None:
    book = read("---\ntitle: Gold\n---\n\n# Silver\n\nHe went.")
    assert (book.metadata.title, book.chapters[0].title) == ("Gold", "Silver")
    assert omitted(STORY, Reason.FRONT_MATTER) == ["---\ntitle: The Lost Key\nauthor: Jane Doe\n---\n"]


def test_a_story_that_begins_with_a_scene_break_has_no_front_matter() -> None:
    text = "---\n\nHe went home.\n\n---\n\nShe stayed."
    assert [kind for kind, _ in told(text)] == ["break", "prose", "break", "prose"]


def test_code_is_read_line_by_line_where_it_is_wanted() -> None:
    text = "Before.\n\n```python\nfor word in words:\n\n    say(word)\n```\n\nAfter.\n"
    blocks = [
        block
        for chapter in read_markdown(Source(Path("a.md"), text), code=True).chapters
        for block in chapter.blocks
    ]
    assert [block.text for block in blocks] == ["Before.", "for word in words:\n\nsay(word)", "After."]
    left = read_markdown(Source(Path("a.md"), text)).chapters[0].omissions
    assert Reason.CODE in {omission.reason for omission in left}
