from pathlib import Path

import pytest
import typst

from narrate.config.schema import ReadTable
from narrate.model.story import Block, BlockKind, Book, Reason
from narrate.read.pdf.reader import PdfReader
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract
from read.pdf.typeset import BOOK, PROSE, pdf

SONG = (
    "The water keeps the lantern’s name,",
    "And lends it to the tide,",
    "The keeper’s hand that fed the flame",
    "Was never satisfied.",
)
SUNG = " \\ ".join(SONG)
AWKWARD = f"""{BOOK}
#align(center)[#v(20mm) #text(24pt)[The Harbour Lamp] \\ by \\ #text(14pt)[Ada Quill]]
#pagebreak()
#text(8pt)[Copyright © 2019 Ada Quill. All rights reserved. \\ ISBN 978-1-23456-789-0]
#pagebreak()
#outline(title: "Contents")
#pagebreak()
= One: The Clockmaker
{PROSE}

“Who lights it?” he asked the keeper’s daughter#footnote[She was called after a ship.] on the first evening.

“Nobody,” she said.

{PROSE}

{PROSE}

#align(center)[\\* \\* \\*]

He sang an old song to himself:

#pad(left: 2em)[#set par(first-line-indent: 0pt)
{SUNG}]

Then he stopped.
= Two: The Daughter
{PROSE}

#figure(table(columns: 2, [Year], [Ships], [1811], [Fourteen], [1812], [Nine]), caption: [Ships lost.])

{PROSE}#footnote[A second note, on efficient offices.]

{PROSE}
= Three: The Flame
{PROSE}

{PROSE}
= Index
lamp, 5, 7 \\ ships, 6–7 \\ tide, 5, _see also_ ships
"""


class TestPdfReader(ReaderContract):
    sample = typst.compile(AWKWARD.encode())
    words = (
        "One: The Clockmaker",
        "The fishermen of the understated harbour",
        "Nobody",
        "The water keeps",
        "Two: The Daughter",
    )

    def make(self) -> Reader:
        return PdfReader()


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return PdfReader().read(pdf(tmp_path_factory.mktemp("pdf"), AWKWARD), ReadTable())


def blocks(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def told(book: Book) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(book)]


def omitted(book: Book, reason: Reason) -> list[str]:
    return [
        chapter.source.text[each.start : each.end]
        for chapter in book.chapters
        for each in chapter.omissions
        if each.reason is reason
    ]


def read(folder: Path, markup: str, **wanted: object) -> Book:
    return PdfReader().read(pdf(folder, markup), ReadTable.model_validate(wanted))


def test_the_outline_makes_the_chapters(awkward: Book) -> None:
    titles = [chapter.title for chapter in awkward.chapters]
    assert titles == ["One: The Clockmaker", "Two: The Daughter", "Three: The Flame"]
    assert (awkward.metadata.title, awkward.metadata.author) == ("The Harbour Lamp", "Ada Quill")
    assert awkward.metadata.language == "en"


def test_paragraphs_are_whole_over_hyphens_notes_tables_and_pages(awkward: Book) -> None:
    assert told(awkward) == [
        ("heading", "One: The Clockmaker"),
        ("prose", PROSE),
        ("prose", "“Who lights it?” he asked the keeper’s daughter on the first evening."),
        ("prose", "“Nobody,” she said."),
        ("prose", PROSE),
        ("prose", PROSE),
        ("break", ""),
        ("prose", "He sang an old song to himself:"),
        (
            "verse",
            "\n".join(SONG),
        ),
        ("prose", "Then he stopped."),
        ("heading", "Two: The Daughter"),
        ("prose", PROSE),
        ("item", "Year, Ships"),
        ("item", "1811, Fourteen"),
        ("item", "1812, Nine"),
        ("prose", "Table 1: Ships lost."),
        ("prose", PROSE),
        ("prose", PROSE),
        ("heading", "Three: The Flame"),
        ("prose", PROSE),
        ("prose", PROSE),
    ]


def test_what_is_not_the_story_is_left_out_for_its_reason(awkward: Book) -> None:
    assert omitted(awkward, Reason.TITLE_PAGE)[:3] == ["The Harbour Lamp", "by", "Ada Quill"]
    assert "ISBN" in " ".join(omitted(awkward, Reason.TITLE_PAGE)[3:])
    contents = omitted(awkward, Reason.CONTENTS)
    assert contents[0] == "Contents"
    titles = [chapter.title for chapter in awkward.chapters]
    assert [line.partition(" .")[0] for line in contents[1:]] == [*titles, "Index"]
    assert omitted(awkward, Reason.PAGE_NUMBER)[:2] == ["THE HARBOUR LAMP | 5", "6 | ADA QUILL"]
    assert omitted(awkward, Reason.NOTE_REFERENCE) == ["1", "2"]
    assert omitted(awkward, Reason.NOTE) == [
        "1She was called after a ship.",
        "2A second note, on efficient offices.",
    ]
    assert omitted(awkward, Reason.INDEX)[0] == "Index"


def test_a_note_is_heard_where_it_is_wanted(tmp_path: Path) -> None:
    said = [text for _, text in told(read(tmp_path, AWKWARD, notes="after paragraph"))]
    asked = next(at for at, text in enumerate(said) if text.startswith("“Who"))
    assert said[asked + 1] == "She was called after a ship."


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    markup = f"""#set page(columns: 2)
    #set par(justify: true)
    #place(top + center, scope: "parent", float: true)[#text(18pt)[*On Harbour Lamps*]]
    = First
    {PROSE} #lorem(300)

    = Second
    #lorem(400) Last words."""
    book = read(tmp_path, markup)
    assert [text for kind, text in told(book) if kind == "heading"] == ["On Harbour Lamps", "First", "Second"]
    prose = [text for kind, text in told(book) if kind == "prose"]
    assert prose[0].startswith("The fishermen")
    assert prose[-1].endswith("Last words.")
    assert len(prose) == 2


def test_paragraphs_may_be_parted_by_room_alone(tmp_path: Path) -> None:
    markup = "\n\n".join(["#set page(height: 80mm)", *[f"{PROSE} Number {n}." for n in range(9)]])
    assert told(read(tmp_path, markup)) == [("prose", f"{PROSE} Number {n}.") for n in range(9)]


def test_lines_of_talk_are_no_verse(tmp_path: Path) -> None:
    talk = ["“Why?” he said.", "“Because,” she said.", "“I see,” he lied.", "“You do not,” she said."]
    assert told(read(tmp_path, f"{BOOK}\n{PROSE}\n\n" + "\n\n".join(talk)))[1:] == [
        ("prose", line) for line in talk
    ]


def test_an_initial_belongs_to_its_word(tmp_path: Path) -> None:
    lines = ["he harbour lay in the fog that evening, and", "nobody saw the lamp go out over the quay,"]
    beside = [f"#place(dx: 24pt, dy: {at * 14 + 1}pt)[{line}]" for at, line in enumerate(lines)]
    markup = f"""#place(text(size: 33pt)[T]) {" ".join(beside)}
    #place(dy: 29pt)[for it was late, and everyone who might have]
    #place(dy: 43pt)[looked was asleep.]"""
    assert told(read(tmp_path, "#set page(width: 110mm)\n" + markup)) == [
        ("prose", f"T{' '.join(lines)} for it was late, and everyone who might have looked was asleep.")
    ]


def test_what_the_outline_leads_to_is_a_chapter_where_it_is_wanted(tmp_path: Path) -> None:
    chapters = read(tmp_path, AWKWARD, index=True, contents=True).chapters
    assert [chapter.title for chapter in chapters][-2:] == ["Three: The Flame", "Index"]


def test_lines_for_chapters_need_no_leaders_in_a_table_of_contents(tmp_path: Path) -> None:
    chapters = [(f"{n} The Lamp of {where}", f"{n}.1 Its Keeper") for n, where in ((1, "Ayr"), (2, "Rye"))]
    lines = [f"*{one} #h(1fr) 3*\n\n{two} #box(width: 1fr, repeat[. ]) 3" for one, two in chapters]
    rows = "\n\n".join([*lines, "*3 The Lamp of Rhyl #h(1fr) 9*"])
    front = f"#text(16pt)[*Contents*]\n\n{rows}\n#pagebreak()\n#text(16pt)[*Chapter 1*]\n\n{PROSE}"
    book = read(tmp_path, front)
    assert told(book) == [("heading", "Chapter 1"), ("prose", PROSE)]
    assert len(omitted(book, Reason.CONTENTS)) == 6


def test_a_turned_page_is_read_as_it_is_meant(tmp_path: Path) -> None:
    markup = f"{PROSE}\n#pagebreak()\n#rotate(90deg, reflow: true)[#block(width: 120mm)[{PROSE}]]"
    assert told(read(tmp_path, markup)) == [("prose", PROSE), ("prose", PROSE)]


def test_bullets_are_items(tmp_path: Path) -> None:
    assert told(read(tmp_path, f"{PROSE}\n- Whale oil\n- Gas, which is dearer"))[1:] == [
        ("item", "Whale oil"),
        ("item", "Gas, which is dearer"),
    ]


def test_numbers_of_chapters_are_no_page_numbers(tmp_path: Path) -> None:
    pages = [f"#align(center)[Chapter {n}]\n\n{PROSE}" for n in (1, 2, 3, 4)]
    book = read(tmp_path, "#set page(height: 90mm)\n" + "\n#pagebreak()\n".join(pages))
    assert [chapter.title for chapter in book.chapters] == [f"Chapter {n}" for n in (1, 2, 3, 4)]


def test_a_number_and_its_name_are_one_heading(tmp_path: Path) -> None:
    markup = BOOK + "".join(
        f"#pagebreak(weak: true)\n#align(center)[#text(12pt)[CHAPTER {n}] \\ #text(16pt)[The {name}]]"
        f"\n\n{PROSE}\n\n"
        for n, name in (("I", "Sea"), ("II", "Tide"))
    )
    headings = [block for block in blocks(read(tmp_path, markup)) if block.kind is BlockKind.HEADING]
    assert [heading.text for heading in headings] == ["CHAPTER I: The Sea", "CHAPTER II: The Tide"]


def test_other_books_and_bibliographies_are_back_matter(tmp_path: Path) -> None:
    book = read(tmp_path, f"= One\n{PROSE}\n= Two\n{PROSE}\n= Also by Ada Quill\nThe Harbour Bell")
    assert omitted(book, Reason.BACK_MATTER) == ["Also by Ada Quill", "The Harbour Bell"]


def test_a_blank_line_in_an_indented_book_is_a_scene_break(tmp_path: Path) -> None:
    page = f"{BOOK}\n#set page(height: 250mm)\n"
    markup = f"{page}{PROSE}\n\n{PROSE}\n\n{PROSE}\n#v(2.2em)\n#par(first-line-indent: 0pt)[{PROSE}]"
    kinds = [kind for kind, _ in told(read(tmp_path, markup))]
    assert kinds == ["prose", "prose", "prose", "break", "prose"]


def test_words_along_the_edge_of_every_page_are_furniture(tmp_path: Path) -> None:
    stamp = (
        "#set page(background: place(left + horizon, dx: 2mm, rotate(90deg)[Lent by the Harbour Library]))"
    )
    book = read(tmp_path, stamp + f"\n#pagebreak()\n{PROSE}" * 3)
    assert [text for _, text in told(book)] == [PROSE, PROSE, PROSE]
    assert "Lent by the Harbour Library" in omitted(book, Reason.PAGE_NUMBER)


def test_a_raised_figure_that_refers_to_no_note_stays(tmp_path: Path) -> None:
    assert told(read(tmp_path, "The field was ten m#super[2] and no more."))[0][1] == (
        "The field was ten m2 and no more."
    )


def test_a_note_goes_on_at_the_foot_of_the_next_page(tmp_path: Path) -> None:
    note = " ".join([PROSE] * 3)
    page = "#set page(width: 105mm, height: 120mm)\n#set text(9pt)\n#set par(justify: true)\n"
    book = read(tmp_path, f"{page}{PROSE} {PROSE}#footnote[{note}] {PROSE} {PROSE}")
    assert told(book) == [("prose", " ".join([PROSE] * 4))]
    assert omitted(book, Reason.NOTE)[0].startswith("1The")


@pytest.mark.parametrize("mark", ["Figure 1: The lamp.", "Plate IV. The lamp."])
def test_captions_may_be_left_out(tmp_path: Path, mark: str) -> None:
    book = read(tmp_path, f"{PROSE}\n\n{mark}\n\n{PROSE}", captions=False)
    assert omitted(book, Reason.CAPTION) == [mark]


NOTES = """
= Notes
== One: The Clockmaker
1. She was called after a ship.

2. So he said,
and so did others.
== Two: The Daughter
1. Of oak.
"""
NOTED = """#show heading: set block(above: 2em, below: 2em)
= One: The Clockmaker
It was lit#super[1] at six.

It burned#super[2] till seven, on ten m#super[2] of glass.
#pagebreak()
= Two: The Daughter
It stood on a table#super[1] by the door.
#pagebreak()
"""


def test_a_chapter_of_notes_is_notes(tmp_path: Path) -> None:
    book = read(tmp_path, NOTED + NOTES)
    assert [chapter.title for chapter in book.chapters] == ["One: The Clockmaker", "Two: The Daughter"]
    assert [text for kind, text in told(book) if kind == "prose"] == [
        "It was lit at six.",
        "It burned till seven, on ten m2 of glass.",
        "It stood on a table by the door.",
    ]
    assert omitted(book, Reason.NOTE_REFERENCE) == ["1", "2", "1"]
    assert omitted(book, Reason.NOTE)[::3] == ["1. She was called after a ship.", "1. Of oak."]
    said = [text for _, text in told(read(tmp_path, NOTED + NOTES, notes="after paragraph"))]
    assert "Of oak." in said[said.index("It stood on a table by the door.") + 1]


def test_notes_to_which_nothing_refers_are_heard(tmp_path: Path) -> None:
    book = read(tmp_path, NOTED.replace("#super", "") + NOTES)
    assert "1. Of oak." in [text for _, text in told(book)]


def test_a_table_without_lines_is_read_row_by_row_as_prose(tmp_path: Path) -> None:
    cells = "[Year], [Ships], [1811], [Fourteen], [1812], [Nine]"
    book = read(tmp_path, f"{PROSE}\n\n#table(columns: 2, stroke: none, {cells})\n\n{PROSE}")
    rows = [("prose", row) for row in ("Year Ships", "1811 Fourteen", "1812 Nine")]
    assert told(book) == [("prose", PROSE), *rows, ("prose", PROSE)]
