from hypothesis import given
from hypothesis import strategies as st

from narrate.model.story import BlockKind
from narrate.read.flow import Matter, Paragraph, Run
from narrate.read.office.galley import closed_up, printed


def prose(*texts: str) -> Paragraph:
    return Paragraph(BlockKind.PROSE, tuple(map(Run, texts)))


def verse(text: str) -> Paragraph:
    return Paragraph(BlockKind.VERSE, (Run(text),) if text else ())


def told(*paragraphs: Paragraph) -> list[tuple[str, str]]:
    return [(each.kind.value, "".join(run.text for run in each.runs)) for each in printed(paragraphs)]


def test_white_space_closes_up_across_runs() -> None:
    assert told(prose(" Ada ", " ", "came\t", "\n home. ")) == [("prose", "Ada came home.")]


def test_a_no_break_space_is_the_authors_own() -> None:
    assert told(prose("Qui\u00a0? \u00a0Moi.")) == [("prose", "Qui\u00a0? \u00a0Moi.")]


def test_lines_of_verse_are_joined_until_a_blank_paragraph() -> None:
    lines = (verse("Grey gulls,"), verse("green weed,"), verse(""), verse("blue sea."))
    assert told(*lines) == [("verse", "Grey gulls,\ngreen weed,"), ("verse", "blue sea.")]


def test_stanzas_that_are_paragraphs_with_lines_stay_apart() -> None:
    assert told(verse("Grey gulls,\ngreen weed,"), verse("blue\nsea.")) == [
        ("verse", "Grey gulls,\ngreen weed,"),
        ("verse", "blue\nsea."),
    ]


def test_an_ornament_between_blank_lines_breaks_the_scene() -> None:
    assert told(prose("Ada came.\n\n* ", "* *\n \nAda went.")) == [
        ("prose", "Ada came."),
        ("break", "* * *"),
        ("prose", "Ada went."),
    ]


def test_a_break_with_words_in_it_is_prose() -> None:
    assert told(Paragraph(BlockKind.BREAK, (Run("Later"),))) == [("prose", "Later")]


def test_ornaments_outside_of_the_story_break_nothing() -> None:
    contents = Paragraph(BlockKind.PROSE, (Run("* * *"),), matter=Matter.CONTENTS)
    assert told(contents, Paragraph(BlockKind.BREAK, note="n1")) == []


def test_headings_inside_a_note_divide_nothing() -> None:
    assert told(Paragraph(BlockKind.HEADING, (Run("On salt"),), 2, note="n1")) == [("prose", "On salt")]


def test_headings_that_say_so_count_where_none_is_marked() -> None:
    title = Paragraph(BlockKind.HEADING, (Run("The Salt Lamp"),), 1)
    marked = Paragraph(BlockKind.HEADING, (Run("The Pier"),), 2)
    assert [kind for kind, _ in told(title, prose("Chapter 1"), prose("Ada came."))] == [
        "heading",
        "heading",
        "prose",
    ]
    assert told(marked, prose("Chapter 1"))[1] == ("prose", "Chapter 1")


RUNS = st.builds(Run, st.text("ab\u00a0é \n\t\v*", max_size=6), st.sampled_from(["", "fr"]))


@given(st.lists(RUNS, max_size=5), st.sampled_from([BlockKind.PROSE, BlockKind.VERSE]))
def test_closing_up_takes_nothing_but_blanks_and_does_so_once(runs: list[Run], kind: BlockKind) -> None:
    closed = closed_up(runs, kind)
    before, after = ("".join(run.text for run in each) for each in (runs, closed))
    assert after.split() == before.split()
    assert closed_up(closed, kind) == closed
