import pytest

from narrate.model.story import BlockKind
from narrate.read.flow import Entry, Paragraph, Run
from narrate.read.headed import headed, joined


def paragraphs(*texts: str) -> list[Paragraph]:
    first, *others = (Paragraph(BlockKind.PROSE, (Run(text),)) for text in texts)
    return [Paragraph(BlockKind.PROSE, first.runs, anchors=("a",)), *others]


@pytest.mark.parametrize(
    ("title", "lines", "headings"),
    [
        ("1. The Sea", ["1", "The Sea", "The sea was calm."], 2),
        ("The Sea", ["THE SEA.", "It was calm."], 1),
        ("Chapter 1", ["It was calm.", "Chapter 1"], 0),
        ("The Sea", ["The Sea Was Calm Today", "It was."], 0),
        ("", ["It was calm."], 0),
    ],
)
def test_lines_that_say_the_title_of_their_entry_are_headings(
    title: str, lines: list[str], headings: int
) -> None:
    found = [each.kind for each in headed(paragraphs(*lines), [Entry(title, "a")])]
    assert found.count(BlockKind.HEADING) == headings
    assert [kind is BlockKind.HEADING for kind in found] == sorted(
        (kind is BlockKind.HEADING for kind in found), reverse=True
    )


def heading(text: str, level: int = 2, *anchors: str) -> Paragraph:
    return Paragraph(BlockKind.HEADING, (Run(text),), level, anchors=anchors)


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        (heading("Chapter 1"), heading("The Sea", 2, "one.xhtml#sea"), True),
        (heading("II"), heading("The Sea"), True),
        (heading("II"), heading("The Sea", 3), False),
        (heading("II"), heading("III"), False),
        (heading("II"), heading("Chapter 1"), False),
        (heading("The Sea"), heading("The Shore"), False),
        (heading("II"), heading("The Sea", 2, "two.xhtml"), False),
    ],
)
def test_a_number_and_the_title_below_it_are_one_heading(
    above: Paragraph, below: Paragraph, *, together: bool
) -> None:
    found = list(joined([above, below]))
    assert [each.text for each in found] == (
        [f"{above.text}\n{below.text}"] if together else [above.text, below.text]
    )
