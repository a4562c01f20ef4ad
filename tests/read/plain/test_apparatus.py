"""What stands around a story is left out, each for its reason, and no word of the story with it."""

from pathlib import Path

import pytest

from narrate.config.schema import ReadTable
from narrate.model.story import BlockKind, Book, Reason, Source
from narrate.read.plain.text import read_plain

PROSE = """\
The ferry came in at four, an hour late, and the boy who ought to have been
there to catch the rope was asleep behind the nets. Nobody woke him."""
JOINED = PROSE.replace("\n", " ")
HEADER = """\
The Project Gutenberg EBook of The Late Ferry, by Ann Reed

This eBook is for the use of anyone anywhere at no cost and with
almost no restrictions whatsoever.

Title: The Late Ferry
       and Other Boats

Author: Ann Reed

Translator: Di Turner

Release Date: May 3, 2007 [EBook #99999]

Language: English

*** START OF THIS PROJECT GUTENBERG EBOOK THE LATE FERRY ***




Produced by Tom Reed and the Online Distributed
Proofreading Team

"""
FOOTER = """

End of the Project Gutenberg EBook of The Late Ferry, by Ann Reed

*** END OF THIS PROJECT GUTENBERG EBOOK THE LATE FERRY ***

***** This file should be named 99999.txt *****

START: FULL LICENSE
"""


def read(text: str) -> Book:
    return read_plain(Source(Path("book.txt"), text))


def texts(text: str) -> list[str]:
    blocks = [block for chapter in read(text).chapters for block in chapter.blocks]
    return [block.text for block in blocks if block.kind is not BlockKind.BREAK]


def omitted(text: str, reason: Reason) -> list[str]:
    omissions = [omission for chapter in read(text).chapters for omission in chapter.omissions]
    return [text[omission.start : omission.end] for omission in omissions if omission.reason is reason]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_header_footer_and_credits_of_the_source_are_left_out(end: str) -> None:
    text = f"{HEADER}{PROSE}{FOOTER}".replace("\n", end)
    assert texts(text) == [JOINED]
    first, last = omitted(text, Reason.LICENCE)
    assert first.startswith("The Project")
    assert first.endswith("FERRY ***")
    assert last.startswith("End of the Project")
    assert last.strip().endswith("FULL LICENSE")
    (produced,) = omitted(text, Reason.TRANSCRIBER)
    assert produced.startswith("Produced by Tom Reed")


def test_the_header_tells_title_author_translator_and_language() -> None:
    told = read(f"{HEADER}{PROSE}{FOOTER}").metadata
    assert (told.title, told.author, told.language) == ("The Late Ferry and Other Boats", "Ann Reed", "en")
    assert told.translator == "Di Turner"


def test_a_header_without_fields_tells_title_and_author_on_its_first_line() -> None:
    text = (
        "The Project Gutenberg Etext of The Late Ferry, by Ann Reed\n\n"
        "Please take a look at the important information in this header.\n\n"
        f"*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\n{PROSE}\n"
    )
    assert texts(text) == [JOINED]
    assert (read(text).metadata.title, read(text).metadata.author) == ("The Late Ferry", "Ann Reed")


def test_a_header_without_markers_ends_with_its_last_field() -> None:
    text = (
        "A Project Gutenberg of Australia eBook\n\nTitle: The Late Ferry\nAuthor: Ann Reed\n\n"
        f"{PROSE}\n\nTHE END\n"
    )
    assert texts(text) == [JOINED, "THE END"]


def test_a_volume_of_two_books_keeps_both() -> None:
    text = f"{HEADER}CHAPTER I\n\n{PROSE}{FOOTER}{HEADER}CHAPTER II\n\n{PROSE}{FOOTER}"
    assert texts(text) == ["CHAPTER I", JOINED, "CHAPTER II", JOINED]


@pytest.mark.parametrize(
    "story",
    [
        "Produced by the sea, the amber lay on the sand.",
        "Project Gutenberg was all that he ever read, he said.",
        "He said: “End of the Project Gutenberg licence.” She wept.",
        "Transcribers worked all night by the light of one lamp.",
        "[Illustrations were what he wanted, and he drew them himself.]",
        "Contents\n\nThe boxes held nothing at all, as everybody had feared. She wept.",
        "The Contents of the Box\n\nNobody knew.",
        "Illustrations\n\n“They are mine,” he said.\n\nNobody spoke.",
        "Illustrations of what she meant were everywhere.",
        "Title: that was the question.",
    ],
)
def test_words_that_only_sound_like_apparatus_stay(story: str) -> None:
    text = f"{PROSE}\n\n{story}\n\n{PROSE}"
    assert texts(text) == [JOINED, *story.split("\n\n"), JOINED]


@pytest.mark.parametrize(
    "note",
    [
        "[Illustration]",
        "[Illustration: The ferry, _late_]",
        "[Illustration: The ferry\n\n“It is late,” said the captain [see page 7]]",
        "[Frontispiece: Ann Reed]",
        "  [ILLUSTRATIONS: 1, 2]",
    ],
)
def test_notes_of_pictures_are_left_out(note: str) -> None:
    text = f"{PROSE}\n\n{note}\n\n{PROSE}"
    assert texts(text) == [JOINED, JOINED]
    assert omitted(text, Reason.PICTURE) == [note.strip()]


def test_a_picture_in_the_middle_of_a_sentence_does_not_part_it() -> None:
    text = "The ferry came in at four,\n\n[Illustration: The ferry]\n\nan hour late."
    assert texts(text) == ["The ferry came in at four, an hour late."]


def test_an_unclosed_note_stays() -> None:
    assert texts(f"{PROSE}\n\n[Illustration: The ferry\n\n{PROSE}") == [
        JOINED,
        "[Illustration: The ferry",
        JOINED,
    ]


@pytest.mark.parametrize(
    ("printed", "said", "marks"),
    [
        ("The ferry [Pg 12]came in.", "The ferry came in.", ["[Pg 12]"]),
        ("The ferry[Pg 12] came in.", "The ferry came in.", ["[Pg 12]"]),
        ("The ferry [Pg 12] came in.", "The ferry came in.", ["[Pg 12] "]),
        ("The fer[Pg 112]ry came in.", "The ferry came in.", ["[Pg 112]"]),
        ("The ferry\n[Page xii]\ncame in.", "The ferry came in.", ["[Page xii]"]),
        ("The ferry\n\n[p. 12]\n\ncame in.", "The ferry came in.", ["[p. 12]"]),
    ],
)
def test_page_numbers_between_brackets_are_left_out(printed: str, said: str, marks: list[str]) -> None:
    assert texts(printed) == [said]
    assert omitted(printed, Reason.PAGE_NUMBER) == marks


def pages(mark: str) -> str:
    """Break one sentence after another by the marks of pages 12 to 16."""
    return "".join(f"The boat was late and\n\n{mark.format(page)}\n\nwent on. " for page in range(12, 17))


@pytest.mark.parametrize(
    "mark", ["{}", "- {} -", "[{}]", "Page {}", "THE LATE FERRY  {}", "{} Ann Reed", "{}\n\nTHE LATE FERRY"]
)
def test_page_numbers_and_running_heads_that_break_sentences_are_left_out(mark: str) -> None:
    text = pages(mark)
    assert all(line not in " ".join(texts(text)) for line in ("12", "16", "Ann", "- "))
    assert texts(text)[0].startswith("The boat was late and")
    assert omitted(text, Reason.PAGE_NUMBER)


@pytest.mark.parametrize("count", ["{}", "- {} -", "Day {}", "{}. The Rope"])
def test_numbers_between_finished_paragraphs_stay(count: str) -> None:
    text = "\n\n".join(f"{count.format(number)}\n\n{PROSE}" for number in range(1, 7))
    assert omitted(text, Reason.PAGE_NUMBER) == []
    assert "".join(texts(text)).count(JOINED) == 6


@pytest.mark.parametrize(
    "note",
    [
        "Transcriber's Note: Spelling has been kept.",
        "[Transcriber’s Notes: Spelling\nhas been kept.]",
        "Transcriber's Note\n\nSpelling has been kept.\n\nSo have hyphens.",
        "+---------------------+\n| Transcriber's Note: |\n| Spelling was kept.  |\n+---------------------+",
    ],
)
def test_notes_of_the_transcriber_are_left_out(note: str) -> None:
    text = f"{note}\n\n\n\nCHAPTER I\n\n{PROSE}\n\nCHAPTER II\n\n{PROSE}\n"
    assert texts(text) == ["CHAPTER I", JOINED, "CHAPTER II", JOINED]
    assert omitted(text, Reason.TRANSCRIBER) == [note]


def test_a_note_at_the_end_goes_on_to_the_last_line() -> None:
    story = "\n\n".join([PROSE] * 30)
    note = "TRANSCRIBER'S NOTES\n\n\nSpelling was kept.\n\n\n\nPage 7: boot was boat."
    assert texts(f"{story}\n\n\n\n{note}\n") == [JOINED] * 30


def test_lists_of_contents_and_pictures_are_left_out_for_their_reason() -> None:
    contents = "CONTENTS\n\nI. The Ferry    1\nII. The Rope    9"
    pictures = "LIST OF ILLUSTRATIONS\n\nThe ferry comes in    3\nA boy asleep    7"
    lists = f"{contents}\n\n\n{pictures}"
    text = f"FERRIES\n\n{lists}\n\n\nI. THE FERRY\n\n{PROSE}\n\nII. THE ROPE\n\n{PROSE}"
    assert texts(text) == ["FERRIES", "I. THE FERRY", JOINED, "II. THE ROPE", JOINED]
    assert omitted(text, Reason.CONTENTS) == [lists]


def test_captions_one_by_one_are_a_list_of_pictures() -> None:
    text = f"ILLUSTRATIONS\n\nThe Ferry\n\nA Boy asleep\n\nWho’s late?\n\n\n\nPREFACE\n\n{PROSE}\n"
    assert texts(text) == ["PREFACE", JOINED]


def test_contents_at_the_end_are_left_out_too() -> None:
    text = (
        f"THE FERRY\n\n{PROSE}\n\nTHE ROPE\n\n{PROSE}\n\n\nCONTENTS\n\nThe Ferry . . . 1\nThe Rope . . . 9\n"
    )
    assert texts(text) == ["THE FERRY", JOINED, "THE ROPE", JOINED]


def test_a_list_that_comes_to_nothing_stays() -> None:
    text = f"{PROSE}\n\nCONTENTS\n\nOne Boat\nTwo Nets\n\n{PROSE}"
    assert " ".join(texts(text)).count("One Boat") == 1


def test_prose_below_a_numbered_line_ends_a_list() -> None:
    prose = "It was a long and dull affair of which nobody at all ever spoke again."
    listed = f"CONTENTS\n\nChapter 1 The Boy\n\n2 The rope and what came of it\n{prose}"
    text = f"{listed}\n\nChapter 1 The Boy\n\n{PROSE}"
    assert f"2 The rope and what came of it {prose}" in texts(text)


def test_contents_and_marks_of_pages_are_read_where_they_are_wanted() -> None:
    listed = "CONTENTS\n\nI. The Sea   3\nII. The Hill   9\n\n\n"
    story = "I. THE SEA\n\nIt was\n\n[Pg 4]\n\ncalm.\n\nII. THE HILL\n\nIt was high.\n"

    def said(wanted: ReadTable) -> str:
        book = read_plain(Source(Path("book.txt"), listed + story), wanted)
        return " ".join(block.text for chapter in book.chapters for block in chapter.blocks)

    assert said(ReadTable()) == "I. THE SEA It was calm. II. THE HILL It was high."
    assert "The Hill   9" in said(ReadTable(contents=True))
    assert "[Pg 4]" in said(ReadTable(page_numbers=True))


def test_contents_without_a_letter_below_them_are_none() -> None:
    assert texts("CONTENTS\n> ") == ["CONTENTS >"]


@pytest.mark.parametrize("line", ["—", "IIX. The Door", "1812"])
def test_contents_whose_lines_do_not_count_are_none(line: str) -> None:
    assert " ".join(texts(f"CONTENTS\n\n{line}\n\n[ 1 ]\n\n{PROSE}")).split()[0] == "CONTENTS"


NOVEL = "\n\n\n\n".join(f"CHAPTER {number}\n\n" + f"{PROSE}\n\n" * 9 for number in ("I", "II", "III"))


@pytest.mark.parametrize(
    "behind",
    [
        "BY THE SAME AUTHOR\n\nTHE FOURTH FERRY.\n\nA ROPE OF SAND.",
        "PRINTED BY R. & R. ROPER, LIMITED, HULL.\n\n\n\n\nREED'S SIX SHILLING NOVELS.\n\nBy ANN REED.",
        "A ROPE OF SAND. Crown 8vo, 6s.\n\n“A ferry of a book.”—_Hull Mercury_.",
    ],
)
def test_what_publishers_print_behind_the_end_is_left_out(behind: str) -> None:
    text = f"{NOVEL}THE END.\n\n\n\n\n{behind}\n"
    assert texts(text)[-1] == "THE END."
    assert [left.split() for left in omitted(text, Reason.BACK_MATTER)] == [behind.split()]
    assert (
        read_plain(Source(Path("book.txt"), text), ReadTable(back_matter=True)).chapters[-1].blocks[-1].text
    )


@pytest.mark.parametrize(
    "behind",
    [
        "AFTERWORD\n\nThe author thanks her publishers.",
        "It was the end of the ferry, too.",
        "CHAPTER IV\n\nPrinted by hand, the notice hung on the quay.",
    ],
)
def test_words_behind_an_end_that_sell_nothing_stay(behind: str) -> None:
    text = f"{NOVEL}THE END\n\n\n\n\n{behind}\n"
    assert texts(text)[-1] == behind.rpartition("\n\n")[2]
    assert omitted(text, Reason.BACK_MATTER) == []


def test_a_section_of_notes_and_what_refers_to_it_are_left_out() -> None:
    notes = "FOOTNOTES:\n\n [1] Soundly.\n\n[3] She was\nawake."
    text = f"{NOVEL}He slept.[1] She [12] did not. [3]\n\n\n\n{notes}\n"
    assert texts(text)[-1] == "He slept. She [12] did not."
    assert omitted(text, Reason.NOTE) == [notes]
    assert omitted(text, Reason.NOTE_REFERENCE) == ["[1]", " [3]"]


def test_notes_between_brackets_are_left_out_where_they_stand() -> None:
    note = "[Footnote 1: The boy, of [sic] course,\nnot the cat.]"
    text = f"{NOVEL}He slept[1] on.\n\n{note}\n\nSo did the cat.\n"
    assert texts(text)[-2:] == ["He slept on.", "So did the cat."]
    assert omitted(text, Reason.NOTE) == [note]


def test_notes_that_are_wanted_stay_without_their_references() -> None:
    text = f"{NOVEL}He slept.[1]\n\nNOTES\n\n1. Soundly.\n"
    blocks = read_plain(Source(Path("book.txt"), text), ReadTable(notes="in place")).chapters[-1].blocks
    assert [block.text for block in blocks[-3:]] == ["He slept.", "NOTES", "1. Soundly."]


@pytest.mark.parametrize(
    "head", ["NOTE\n\n1812 was a hard year.", "NOTES\n\nI slept.", "NOTE\n\nTom is late."]
)
def test_a_note_that_is_no_list_stays(head: str) -> None:
    assert texts(f"{NOVEL}{head}\n")[-2:] == head.split("\n\n")


def test_credits_and_closing_line_are_left_out_where_the_header_was_cut_off() -> None:
    typists = "Produced by Tom Reed and the Online Distributed\nProofreading Team at http://www.pgdp.net."
    closing = "End of the Project Gutenberg EBook of The Ferry, by Ann Reed"
    text = f"{typists}\n\n\n\nTHE FERRY\n\n\n{NOVEL}{closing}\n"
    assert texts(text)[0] == "THE FERRY"
    assert texts(text)[-1] == JOINED
    assert omitted(text, Reason.TRANSCRIBER) == [typists]


INDEX = """\
INDEX

A

Anchor, 3, 9-11
Aunt, 44; sleeps, 61

B

Boat, 1, 2, 99; late,
    and later still, 7
Boy, 17
Bread, _see_ Soup

C

Captain, 3, 12
Cat, 61"""


def test_an_index_behind_a_book_is_left_out() -> None:
    text = f"{NOVEL}{INDEX}\n\n\n\nThe cat says thanks.\n"
    assert texts(text)[-2:] == [JOINED, "The cat says thanks."]
    assert omitted(text, Reason.INDEX) == [INDEX]
    wanted = read_plain(Source(Path("book.txt"), text), ReadTable(index=True)).chapters[-1].blocks
    assert any("Captain, 3, 12" in block.text for block in wanted)


@pytest.mark.parametrize(
    "behind",
    [
        "INDEX\n\nThe index of the heart has no pages, she wrote.",
        "INDEX\n\nCat, 61\nBoy, 17",
        "INDEX\n\nZinc, 5\nYeast, 4\nWine, 3\nVeal, 2\nTea, 1\nSalt, 9\nRice, 7",
    ],
)
def test_an_index_without_pages_in_the_order_of_the_alphabet_stays(behind: str) -> None:
    assert "INDEX" in texts(f"{NOVEL}{behind}\n")[-2:][0]
    assert omitted(f"{NOVEL}{behind}\n", Reason.INDEX) == []
