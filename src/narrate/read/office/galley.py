"""Galley proofs: from paragraphs as a file has them to paragraphs as they are printed.

Readers of office documents collect runs with all their white space; here blanks close up, lines become
verse, ornaments become scene breaks, and what is blank goes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from narrate.model.story import BlockKind
from narrate.model.words import speakable
from narrate.read.breaks import is_scene_break
from narrate.read.flow import TITLE_LEVEL, Matter, Paragraph, Run
from narrate.read.navigation import labelled

HEADING_LEVEL: Final = TITLE_LEVEL + 1
"""Of a document's first level of headings, below its title."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
"""White space that counts as one blank; others, such as a no-break space, are the author's own."""
_LINED: Final = (BlockKind.VERSE, BlockKind.HEADING)
"""What comes in lines; those of a heading are joined in the assembly."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def printed(found: Iterable[Paragraph]) -> list[Paragraph]:
    r"""Return the paragraphs of a story as they are printed; `\n` in a run is a line's end.

    >>> raw = [Paragraph(BlockKind.PROSE, (Run(" He  went."),)), Paragraph(BlockKind.PROSE, (Run("* * *"),))]
    >>> [(each.kind.value, [run.text for run in each.runs]) for each in printed(raw)]
    [('prose', ['He went.']), ('break', ['* * *'])]
    """
    parts = (replace(each, runs=runs) for each in _stanzas(found) for runs in _apart(each.runs))
    return [*labelled([each for part in parts for each in _set(part)])]


def _stanzas(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Join lines of verse that are paragraphs of their own; a blank one ends the stanza."""
    stanza: Paragraph | None = None
    for each in found:
        if stanza and _is_line(stanza) and _is_line(each) and _alike(stanza, each):
            stanza = replace(stanza, runs=(*stanza.runs, Run("\v"), *each.runs))
            continue
        if stanza:
            yield stanza
        stanza = each
    if stanza:
        yield stanza


def _is_line(paragraph: Paragraph) -> bool:
    text = "".join(run.text for run in paragraph.runs).strip(" \t")
    return paragraph.kind is BlockKind.VERSE and bool(text) and "\n" not in text


def _alike(one: Paragraph, other: Paragraph) -> bool:
    return (one.matter, one.note) == (other.matter, other.note)


def _apart(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Part runs at blank lines, which writers make where they mean a new paragraph."""
    text = "".join(run.text for run in runs)
    ends = [at for found in _BLANK_LINE.finditer(text) for at in found.span()]
    bounds = [0, *ends, len(text)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        yield tuple(_cut(runs, start, end))


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    for run, (first, last) in zip(runs, _places(runs), strict=True):
        if first < end and last > start:
            yield replace(run, text=run.text[max(start - first, 0) : end - first])


def _places(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    return pairwise(accumulate((len(run.text) for run in runs), initial=0))


def _set(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph as it is printed; nothing where it is blank."""
    kind = BlockKind.PROSE if paragraph.note and paragraph.kind is BlockKind.HEADING else paragraph.kind
    runs = closed_up(paragraph.runs, kind)
    text = "".join(run.text for run in runs)
    if is_scene_break(text) or (kind is BlockKind.BREAK and not speakable(text)):
        if paragraph.matter is Matter.STORY and not paragraph.note:
            yield Paragraph(BlockKind.BREAK, runs)
    elif text:
        said = BlockKind.PROSE if kind is BlockKind.BREAK else kind
        yield replace(paragraph, kind=said, runs=runs)


def row(cells: Iterable[Paragraph]) -> Paragraph:
    """Make one paragraph of the row of a table, a comma between its cells.

    >>> cells = [Paragraph(BlockKind.PROSE, (Run(text),)) for text in ("Tom Roe", "", "7.", "tall")]
    >>> "".join(run.text for run in row(cells).runs)
    'Tom Roe, 7. tall'
    """
    joined: list[Run] = []
    for cell in cells:
        if runs := closed_up(cell.runs, BlockKind.PROSE):
            joined += [Run(", " if joined[-1].text[-1].isalnum() else " ")] if joined else []
            joined += runs
    return Paragraph(BlockKind.ITEM, tuple(joined), matter=Matter.TABLE)


def closed_up(runs: Sequence[Run], kind: BlockKind) -> tuple[Run, ...]:
    r"""Close up white space, across runs too: one blank, or a line's end in verse and headings.

    >>> [run.text for run in closed_up([Run(" Roses \n"), Run(" are", "fr")], BlockKind.VERSE)]
    ['Roses\n', 'are']
    """
    text = "".join(run.text for run in runs)
    signs = list(text)
    for blank in _BLANKS.finditer(text):
        inside = blank.start() > 0 and blank.end() < len(text)
        signs[blank.start()] = _joint(blank[0], kind) if inside else ""
        signs[blank.start() + 1 : blank.end()] = [""] * (len(blank[0]) - 1)
    placed = zip(runs, _places(runs), strict=True)
    closed = [replace(run, text="".join(signs[start:end])) for run, (start, end) in placed]
    return tuple(run for run in closed if run.text)


def _joint(blank: str, kind: BlockKind) -> str:
    return "\n" if kind in _LINED and re.search(r"[\n\v]", blank) else " "
