from narrate.model.story import BlockKind
from narrate.read.flow import Matter, Paragraph, Run
from narrate.read.listed import listed


def heading(text: str) -> Paragraph:
    return Paragraph(BlockKind.HEADING, (Run(text),), 2)


def prose(text: str) -> Paragraph:
    return Paragraph(BlockKind.PROSE, (Run(text),))


CHAPTERS = [heading("The Quay"), prose("It was late."), heading("The Lamp"), prose("It burned.")]


def test_contents_that_somebody_typed_are_known_by_the_headings_that_they_name() -> None:
    typed = [heading("Table of Contents"), prose("• The Quay"), prose("THE LAMP .... 12"), prose("A map")]
    found = listed([*typed, *CHAPTERS])
    assert [each.matter for each in found[:4]] == [Matter.CONTENTS] * 4
    assert found[4:] == CHAPTERS


def test_a_chapter_that_is_called_contents_is_read() -> None:
    story = [
        heading("Contents"),
        prose("The box held a lamp."),
        prose("The Quay"),
        prose("A rope."),
        *CHAPTERS,
    ]
    assert listed(story) == story
