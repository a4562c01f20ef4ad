from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import Config, ReadTable
from narrate.errors import NoWords
from narrate.model.metadata import Metadata
from narrate.model.story import BlockKind, Book, Reason
from narrate.read.assembly import assemble
from narrate.read.flow import Entry, Flow, Matter, Paragraph, Run
from narrate.script.ledger import balance
from narrate.script.write import write_script
from narrate.testing.readers import assert_tiled

PATH = Path("a.epub")


def prose(*texts: str, note: str = "") -> Paragraph:
    return Paragraph(BlockKind.PROSE, tuple(map(Run, texts)), note=note)


def heading(text: str, *anchors: str, level: int = 1) -> Paragraph:
    return Paragraph(BlockKind.HEADING, (Run(text),), level, anchors=anchors)


NOTED = (
    heading("One"),
    Paragraph(BlockKind.PROSE, (Run("A horse"), Run("1", note="n1"), Run(" ran."))),
    prose("It was fast."),
    heading("Two"),
    prose("The end."),
    prose("A mare, to be exact.", note="n1"),
)


def texts(book: Book) -> list[str]:
    return [block.text for chapter in book.chapters for block in chapter.blocks]


def omitted(book: Book) -> list[tuple[str, Reason]]:
    return [
        (chapter.source.text[each.start : each.end], each.reason)
        for chapter in book.chapters
        for each in chapter.omissions
        if each.reason not in {Reason.SPACE, Reason.MARKUP}
    ]


NOTES = {
    "skip": ["One", "A horse ran.", "It was fast.", "Two", "The end."],
    "in place": ["One", "A horse", "A mare, to be exact.", "ran.", "It was fast.", "Two", "The end."],
    "after paragraph": ["One", "A horse ran.", "A mare, to be exact.", "It was fast.", "Two", "The end."],
    "end of chapter": ["One", "A horse ran.", "It was fast.", "A mare, to be exact.", "Two", "The end."],
}


@pytest.mark.parametrize("where", NOTES)
def test_notes_are_heard_where_they_are_wanted(where: str) -> None:
    book = assemble(PATH, Flow(NOTED), ReadTable.model_validate({"notes": where}))
    assert texts(book) == NOTES[where]
    assert ("1", Reason.NOTE_REFERENCE) in omitted(book)
    assert (("A mare, to be exact.", Reason.NOTE) in omitted(book)) == (where == "skip")


def test_what_is_not_wanted_is_left_out_for_its_reason() -> None:
    flow = Flow(
        (
            Paragraph(BlockKind.PROSE, (Run("All rights reserved."),), matter=Matter.TITLE_PAGE),
            Paragraph(
                BlockKind.PROSE, (Run("He went "), Run("[12]", matter=Matter.PAGE_NUMBER), Run("home."))
            ),
            Paragraph(BlockKind.ITEM, (Run("Ann, 3"),), matter=Matter.INDEX),
        )
    )
    book = assemble(PATH, flow, ReadTable())
    assert texts(book) == ["He went home."]
    assert omitted(book) == [
        ("All rights reserved.", Reason.TITLE_PAGE),
        ("[12]", Reason.PAGE_NUMBER),
        ("Ann, 3", Reason.INDEX),
    ]
    everything = ReadTable(title_page=True, page_numbers=True, index=True)
    assert texts(assemble(PATH, flow, everything)) == ["All rights reserved.", "He went [12]home.", "Ann, 3"]


def test_a_table_of_contents_divides_better_than_headings() -> None:
    flow = Flow(
        (
            prose("Before."),
            heading("I", "a"),
            prose("One."),
            prose("Two."),
            heading("II", "b"),
            prose("Three."),
        ),
        contents=(Entry("The Horse", "a"), Entry("Nowhere", "z"), Entry("The Mare", "b")),
    )
    book = assemble(PATH, flow, ReadTable())
    assert [chapter.title for chapter in book.chapters] == ["", "The Horse", "The Mare"]
    assert [len(chapter.blocks) for chapter in book.chapters] == [1, 3, 2]


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(NoWords):
        assemble(PATH, Flow((prose(" "), Paragraph(BlockKind.BREAK))), ReadTable())


RUNS = st.builds(
    Run,
    st.text("ab. \n1", max_size=6),
    st.sampled_from(["", "fr"]),
    st.sampled_from([Matter.STORY, Matter.PAGE_NUMBER]),
    st.sampled_from(["", "", "n1", "n2"]),
)
PARAGRAPHS = st.builds(
    Paragraph,
    st.sampled_from([BlockKind.PROSE, BlockKind.HEADING, BlockKind.VERSE, BlockKind.ITEM]),
    st.lists(RUNS, max_size=4).map(tuple),
    st.just(1),
    st.sampled_from([Matter.STORY, Matter.STORY, Matter.INDEX]),
    st.sampled_from(["", "", "", "n1", "n2"]),
)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=8), st.sampled_from(list(NOTES)))
def test_every_character_has_its_place_and_its_fate(paragraphs: list[Paragraph], where: str) -> None:
    kept = [Paragraph(BlockKind.PROSE, (Run("Begun."),)), *paragraphs]
    book = assemble(PATH, Flow(kept), ReadTable.model_validate({"notes": where}))
    text = book.chapters[0].source.text
    runs = ["".join(run.text for run in each.runs) for each in kept]
    assert sorted(filter(str.isalnum, text)) == sorted(filter(str.isalnum, "".join(runs)))
    for chapter in book.chapters:
        assert_tiled(chapter)
    assert balance(book, write_script(book, Config(), {Config().voices.narrator: None}))


def test_nobody_is_called_unknown() -> None:
    told = Metadata(title="The Fox", author="Unknown", description="unknown", publisher="Fox & Son")
    flow = Flow([Paragraph(BlockKind.PROSE, (Run("It ran."),))], (), told)
    book = assemble(Path("fox.epub"), flow, ReadTable())
    assert book.metadata == Metadata(title="The Fox", publisher="Fox & Son")
