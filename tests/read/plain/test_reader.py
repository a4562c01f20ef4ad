from pathlib import Path

import pytest

from narrate.model.story import Block, BlockKind, Book, Reason, Source
from narrate.read.plain.reader import PlainReader
from narrate.read.plain.text import read_plain
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract

STORY = """\
The Lost Key

Chapter One
The Door

“Who is _there_?” she asked of the
dark, and the dark said
nothing.

* * *

In the morning there was snow.

Chapter Two: The Key

It lay under the mat.
"""


class TestPlainReader(ReaderContract):
    sample = STORY.encode()
    words = (
        "The Lost Key",
        "Chapter One",
        "The Door",
        "“Who is there?”",
        "dark said nothing",
        "Chapter Two",
        "mat.",
    )

    def make(self) -> Reader:
        return PlainReader()


def read(text: str) -> Book:
    return read_plain(Source(Path("story.txt"), text))


def blocks(text: str) -> list[Block]:
    return [block for chapter in read(text).chapters for block in chapter.blocks]


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in blocks(text)]


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def omitted(text: str, reason: Reason) -> list[str]:
    omissions = [omission for chapter in read(text).chapters for omission in chapter.omissions]
    return [text[omission.start : omission.end] for omission in omissions if omission.reason is reason]


PROSE = (
    "The old clock in the hall struck seven, and nobody moved, for they had all\n"
    "heard the step upon the stair, which was the step of a man who had been\n"
    "dead for eleven years and did not know it."
)
JOINED = PROSE.replace("\n", " ")


def test_a_hard_wrapped_paragraph_is_joined_with_one_blank_for_each_line_end() -> None:
    (block,) = blocks(PROSE)
    assert block.text == JOINED
    assert [PROSE[piece.start : piece.end] for piece in block.pieces if piece.text == " "] == ["\n", "\n"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_every_system_part_paragraphs(end: str) -> None:
    text = f"{PROSE}\n\n{PROSE}\n".replace("\n", end)
    assert texts(text) == [JOINED, JOINED]


def test_lines_of_blanks_part_paragraphs_too() -> None:
    assert texts(f"{PROSE}\n \t \n{PROSE}") == [JOINED, JOINED]


def test_a_word_hyphenated_at_a_line_end_closes_up_and_keeps_its_hyphen() -> None:
    text = "He was a well-\nknown man, and they knew it - \nevery one."
    assert texts(text) == ["He was a well-known man, and they knew it - every one."]


def test_wrapped_lines_of_a_script_without_blanks_close_up() -> None:
    assert texts("昔々、あるところに\nおじいさんがいました。") == ["昔々、あるところにおじいさんがいました。"]


def test_indented_first_lines_part_paragraphs_where_no_blank_line_does() -> None:
    text = "\n".join(f"    {PROSE}" for _ in range(3))
    assert texts(text) == [JOINED] * 3


def test_turns_of_a_dialogue_on_indented_lines_are_paragraphs() -> None:
    text = f"  {PROSE}\n  “Yes.”\n  “No.”\n  {PROSE}"
    assert texts(text) == [JOINED, "“Yes.”", "“No.”", JOINED]


def test_a_wholly_indented_passage_is_one_paragraph() -> None:
    passage = "\n".join(f"     {line}" for line in PROSE.splitlines())
    assert texts(f"{PROSE}\n\n{passage}\n\n{PROSE}") == [JOINED] * 3


def test_long_lines_without_blank_lines_are_paragraphs() -> None:
    text = (
        f"{JOINED} And so it was.\n“Why?” he said.\n{JOINED}\n“Why not?” She laughed. He did not.\n{JOINED}"
    )
    assert texts(text) == text.split("\n")


def test_sentences_on_lines_of_their_own_are_still_one_paragraph() -> None:
    text = "He came home.\nNobody was there.\n\nShe had gone.\nThe fire was out."
    assert texts(text) == ["He came home. Nobody was there.", "She had gone. The fire was out."]


def test_lists_come_item_by_item_without_their_bullets_but_with_their_numbers() -> None:
    text = "* a key\n* a mat that lay\n  by the door\n\n1. Go.\n2. Come."
    assert texts(text) == ["a key", "a mat that lay by the door", "1. Go.", "2. Come."]
    assert kinds(text) == ["item"] * 4
    assert omitted(text, Reason.MARKUP) == ["*", "*"]


def test_years_at_the_front_of_wrapped_lines_make_no_list() -> None:
    assert texts("He came in\n12. May that was, and left in\n30. June.") == [
        "He came in 12. May that was, and left in 30. June."
    ]


def test_a_page_break_in_a_sentence_does_not_part_it() -> None:
    assert texts("The old man\n\fwent home.") == ["The old man went home."]


def test_a_page_break_before_a_chapter_parts_it_from_the_page_before() -> None:
    assert texts("He went home.\n\fCHAPTER II\n\nShe stayed.") == [
        "He went home.",
        "CHAPTER II",
        "She stayed.",
    ]


@pytest.mark.parametrize(
    "ornament",
    [
        "***",
        "* * *",
        "---",
        "- - -",
        "___",
        "⁂",
        "#",
        "~~~",
        "• • •",
        "*",
        "—— ——",
        "❦",
        "  *   *   *  ",
        "* * * * *",
    ],
)
def test_an_ornament_alone_on_a_line_is_a_scene_break(ornament: str) -> None:
    text = f"He went.\n\n{ornament}\n\nShe stayed."
    assert kinds(text) == ["prose", "break", "prose"]
    assert omitted(text, Reason.SCENE_BREAK) == [ornament.strip()]


def test_a_scene_break_needs_no_blank_lines() -> None:
    assert kinds("He went home at last.\n***\nShe stayed where she was.") == ["prose", "break", "prose"]


@pytest.mark.parametrize("line", ["…", "-", "--", "?!", "* note", "# 1"])
def test_other_signs_alone_on_a_line_are_no_scene_break(line: str) -> None:
    assert kinds(f"He went.\n\n{line}\n\nShe stayed.") == ["prose", "prose", "prose"]


def test_marks_of_emphasis_are_left_out_across_lines() -> None:
    text = "It was _very\nlate_, *she* said, **truly**."
    assert texts(text) == ["It was very late, she said, truly."]
    assert omitted(text, Reason.MARKUP) == ["_", "_", "*", "*", "**", "**"]


@pytest.mark.parametrize(
    "text",
    ["snake_case and _x", "2*3*4 = 24", "a lone * star", "f*** it, d*mn", "5 * 3 * 2", "a_b_c_"],
)
def test_other_stars_and_underscores_stay(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "heading",
    [
        "CHAPTER I.",
        "Chapter 12: The Sea",
        "Chapter One",
        "CHAPTER XIV. IN WHICH NOTHING HAPPENS",
        "Chapter 3 - Gone",
        "Part Two",
        "PART ONE—The Old Buccaneer",
        "Book the Second--the Golden Thread",
        "Prologue",
        "EPILOGUE",
        "Epilogue: Home",
        "Chapter Twenty-One The Long Night",
        "Chapter XI: In Mrs. Vyse's Flat",
    ],
)
def test_a_labelled_line_is_a_heading(heading: str) -> None:
    assert kinds(f"He went.\n\n{heading}\n\nShe stayed.") == ["prose", "heading", "prose"]


@pytest.mark.parametrize(
    "line",
    [
        "Chapter Two was harder to write.",
        "Part of me wanted to go.",
        "Part one of the plan was simple.",
        "Book a room for two.",
        "“Chapter One,” he read aloud.",
        "I",
        "1984",
        "Act as if nothing happened.",
        "Prologue or not, he began.",
        "“Fire!”",
        "The End",
        "CRASH!",
    ],
)
def test_prose_and_dialogue_are_never_taken_for_a_heading(line: str) -> None:
    assert kinds(f"He went.\n\n{line}\n\nShe stayed.") == ["prose", "prose", "prose"]


def test_bare_numbers_that_count_are_headings() -> None:
    text = "I\n\nHe went.\n\nII\n\nShe stayed.\n\nIII\n\nThey met."
    assert [chapter.title for chapter in read(text).chapters] == ["I", "II", "III"]


def test_page_numbers_inside_sentences_are_no_headings() -> None:
    text = "He went\n\n1\n\nhome and she\n\n2\n\nstayed."
    assert "heading" not in kinds(text)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("CHAPTER I\n\nThe Door", "CHAPTER I: The Door"),
        ("CHAPTER I.\nThe Door", "CHAPTER I. The Door"),
        ("Chapter One\n\n\nTHE DOOR", "Chapter One: THE DOOR"),
        (
            "CHAPTER I. In which Tom, having\n  lost the key, goes to sea",
            "CHAPTER I. In which Tom, having lost the key, goes to sea",
        ),
    ],
)
def test_the_title_below_a_label_belongs_to_the_heading(printed: str, said: str) -> None:
    assert texts(f"{printed}\n\nHe went home.\n\nShe stayed.") == [said, "He went home.", "She stayed."]


def test_a_title_of_many_lines_is_one_heading() -> None:
    title = (
        "Chapter VI: The Reverend Arthur Beebe, Mr. George Emerson,\n"
        "Miss Eleanor Lavish, Miss Charlotte Bartlett, and Nobody\n"
        "Else Drive Out."
    )
    assert texts(f"{title}\n\n{PROSE}") == [title.replace("\n", " "), JOINED]


def test_prose_directly_below_a_heading_stays_prose() -> None:
    assert texts(f"Chapter One\n{PROSE}\n\nShe stayed.") == ["Chapter One", JOINED, "She stayed."]


def test_a_title_in_quotes_below_a_number_is_its_title() -> None:
    text = f"1\n\nThe Voyage\n\n{PROSE}\n\n2\n\n“Pieces of Eight”\n\n{PROSE}\n\n3\n\n“Fire!”\n\n{PROSE}"
    assert [chapter.title for chapter in read(text).chapters] == [
        "1: The Voyage",
        "2: “Pieces of Eight”",
        "3",
    ]


def test_a_line_of_thousands_of_digits_is_prose() -> None:
    assert kinds(f"1\n\n{PROSE}\n\n{'9' * 5000}\n\n{PROSE}\n\n2\n\n{PROSE}") == [
        "heading",
        "prose",
        "prose",
        "prose",
        "heading",
        "prose",
    ]


def test_a_sentence_after_a_bare_label_is_no_title() -> None:
    assert texts("CHAPTER I\n\nHe went home.\n\nShe stayed.")[0] == "CHAPTER I"


def test_a_list_of_chapters_is_no_heading() -> None:
    text = "CHAPTER I. The Door\nCHAPTER II. The Key\n\nHe went home."
    assert "heading" not in kinds(text)


@pytest.mark.parametrize("underline", ["============", "------------"])
def test_an_underlined_title_is_a_heading(underline: str) -> None:
    text = f"The Lost Key\n{underline}\n\nHe went home."
    assert texts(text) == ["The Lost Key", "He went home."]
    assert kinds(text) == ["heading", "prose"]


def test_the_first_line_alone_is_the_title_where_it_reads_like_one() -> None:
    book = read("The Lost Key\n\nHe went home.")
    assert book.metadata.title == "The Lost Key"
    assert book.chapters[0].title == "The Lost Key"
    assert book.chapters[0].titled_in_text


def test_a_title_above_its_authors_name_is_the_title() -> None:
    book = read("THE LOST KEY\nby Jane Doe\n\nHe went home.")
    assert book.metadata.title == "THE LOST KEY"
    assert texts(book.chapters[0].source.text) == ["THE LOST KEY", "by Jane Doe", "He went home."]


def test_verse_keeps_its_lines() -> None:
    stanza = "  Tyger Tyger, burning bright,\n  In the forests of the night;\n    What immortal hand or eye"
    found = blocks(f"{PROSE}\n\n{stanza}\n\n{PROSE}")
    assert [block.kind for block in found] == [BlockKind.PROSE, BlockKind.VERSE, BlockKind.PROSE]
    assert found[1].text == "\n".join(line.strip() for line in stanza.splitlines())
