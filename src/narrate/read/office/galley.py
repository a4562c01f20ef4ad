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
from narrate.read.headed import labelled
from narrate.read.lettering import is_title

HEADING_LEVEL: Final = TITLE_LEVEL + 1
"""Of a document's first level of headings, below its title."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
"""White space that counts as one blank; others, such as a no-break space, are the author's own."""
_LINED: Final = (BlockKind.VERSE, BlockKind.HEADING)
"""What comes in lines; those of a heading are joined in the assembly."""
PAGE: Final = "\f"
"""In a run, the end of a page."""
_GAP = re.compile(rf"\s*{PAGE}\s*|\n[ \t]*\n\s*")
"""What parts paragraphs inside of one: a new page, or a blank line."""


def printed(found: Iterable[Paragraph]) -> list[Paragraph]:
    r"""Return the paragraphs of a story as they are printed; `\n` in a run is a line's end.

    >>> raw = [Paragraph(BlockKind.PROSE, (Run(" He  went."),)), Paragraph(BlockKind.PROSE, (Run("* * *"),))]
    >>> [(each.kind.value, [run.text for run in each.runs]) for each in printed(raw)]
    [('prose', ['He went.']), ('break', ['* * *'])]
    """
    placed = list(_placed(found))
    paragraphs = labelled([each for each, _ in placed])
    if any(each.kind is BlockKind.HEADING and each.level != TITLE_LEVEL for each in paragraphs):
        return [*paragraphs]
    return _titled([begins for _, begins in placed], paragraphs)


def _placed(found: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, bool]]:
    """Yield the paragraphs as they are printed, and whether they begin a page."""
    begins = False
    for each in _stanzas(found):
        for runs, new in _apart(each.runs):
            begins = begins or new
            for done in _set(replace(each, runs=runs)):
                yield done, begins
                begins = False


def _titled(begins: Sequence[bool], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Where nothing else divides a document, make headings of titles that begin pages, if all pages do."""
    first = [each for new, each in zip(begins, paragraphs, strict=True) if new and each.is_story]
    if not first or not all(each.kind is BlockKind.PROSE and is_title(each.text) for each in first):
        return [*paragraphs]
    return [
        replace(each, kind=BlockKind.HEADING, level=HEADING_LEVEL) if new and each.is_story else each
        for new, each in zip(begins, paragraphs, strict=True)
    ]


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


def _apart(runs: Sequence[Run]) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """Part runs at new pages and at blank lines, which writers make where they mean a new paragraph."""
    text = "".join(run.text for run in runs)
    gaps = list(_GAP.finditer(text))
    starts, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
    pages = [False, *(PAGE in gap[0] for gap in gaps)]
    for start, end, page in zip(starts, ends, pages, strict=True):
        yield tuple(_cut(runs, start, end)), page


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
        if paragraph.is_story:
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


def numbered(number: str, runs: tuple[Run, ...], kind: BlockKind) -> tuple[Run, ...]:
    """Put an automatic number before words; below that of a heading ("Chapter 1") stands its title.

    >>> "".join(run.text for run in numbered("2.", (Run("Oil"),), BlockKind.ITEM))
    '2. Oil'
    """
    if not number or not any(run.text.strip() for run in runs):
        return runs
    return (Run(f"{number}\n" if kind is BlockKind.HEADING else f"{number} "), *runs)


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
