"""From the parts of a document to a flow: paragraphs whole again, each with its kind and its runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from narrate.config.schema import ReadTable
from narrate.model.story import BlockKind
from narrate.read.breaks import is_scene_break
from narrate.read.flow import Flow, Paragraph, Run
from narrate.read.pdf.document import Document
from narrate.read.pdf.headings import joint, levels, style
from narrate.read.pdf.hyphens import join, vocabulary
from narrate.read.pdf.layout import laid_out
from narrate.read.pdf.lines import Line, Span
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.neighbours import SENTENCE_END, bullet
from narrate.read.pdf.part import Part
from narrate.read.pdf.passages import Passage, goes_on
from narrate.read.pdf.sorting import sort, with_title
from narrate.read.pdf.titled import anchored, chapters, titled

_INSET: Final = 1.2
"""Ems on both sides, as all measures here."""
_SCENE: Final = 0.8
_SMALL: Final = 0.94
_SOFT: Final = "\u00ad"


def compose(document: Document, wanted: ReadTable) -> Flow:
    """Make a flow of all that stands on the pages of a document; its outline leads to what is `wanted`."""
    laid, measure = laid_out(document.pages)
    outline = chapters(document.outline)
    headed = titled(laid, measure, document.outline)
    told = with_title(document.metadata, headed)
    parts = joined(sort(headed, told), measure)
    entries, anchors = anchored(parts, outline, wanted)
    known = vocabulary(line.text for part in parts for line in part.passage.lines)
    rank = levels([part.passage for part in parts if part.is_heading])
    paragraphs = [
        _paragraph(part, rank.get(style(part.passage), 0), tuple(anchors.get(at, ())), known)
        for at, part in enumerate(parts)
    ]
    return Flow(list(_with_breaks(parts, paragraphs, measure)), entries, told)


def joined(parts: Sequence[Part], measure: Measure) -> list[Part]:
    """Put paragraphs together that a page, a column or a note interrupts; what interrupts one follows it."""
    found: list[Part] = []
    open_at: int | None = None
    for part in parts:
        if not _is_flowing(part):
            found.append(part)
            open_at = None if part.is_story else open_at
        elif open_at is not None and _is_rest(found, open_at, part, measure):
            whole = found[open_at]
            lines = (*whole.passage.lines, *part.passage.lines)
            found[open_at] = replace(whole, passage=replace(whole.passage, lines=lines))
        else:
            found.append(part)
            open_at = open_at if _is_aside(found, open_at, part) else len(found) - 1
    return found


def _is_flowing(part: Part) -> bool:
    return part.kind is BlockKind.PROSE and part.is_story


def _is_rest(found: Sequence[Part], open_at: int, part: Part, measure: Measure) -> bool:
    """Tell whether a part is the rest of one that was interrupted, and not merely the next paragraph."""
    one = found[open_at].passage
    moved = one.lines[-1].page != part.page or part.passage.lines[0].base < one.lines[-1].base
    return (moved or open_at < len(found) - 1) and goes_on(one, part.passage, measure)


def _is_aside(found: Sequence[Part], open_at: int | None, part: Part) -> bool:
    """Tell smaller words that stand between the halves of a sentence, such as a note that none refers to."""
    if open_at is None or SENTENCE_END.search(found[open_at].text):
        return False
    return part.passage.size < _SMALL * found[open_at].passage.size


def _paragraph(part: Part, level: int, anchors: tuple[str, ...], known: Mapping[str, int]) -> Paragraph:
    kind = _kind(part)
    runs = tuple(_runs(part, kind, known))
    return Paragraph(kind, runs, level if part.is_heading else 0, part.matter, part.note, anchors)


def _kind(part: Part) -> BlockKind:
    if part.kind is not BlockKind.PROSE:
        return part.kind
    if is_scene_break(part.text):
        return BlockKind.BREAK
    if part.passage.verse:
        return BlockKind.VERSE
    if bullet(part.text):
        return BlockKind.ITEM
    return BlockKind.QUOTE if _is_inset(part.passage) else BlockKind.PROSE


def _is_inset(passage: Passage) -> bool:
    return len(passage.lines) > 1 and all(
        line.left - line.edges[0] > _INSET * line.size and line.edges[1] - line.right > _INSET * line.size
        for line in passage.lines
    )


def _runs(part: Part, kind: BlockKind, known: Mapping[str, int]) -> Iterator[Run]:
    """Yield the words of a part; bullets and the marks of notes are no words."""
    spans: list[Span] = []
    for line in part.passage.lines:
        spans = [*spans[:-1], *_joined(spans[-1:], line, kind, known)]
    if spans and kind is BlockKind.ITEM:
        spans[0] = replace(spans[0], text=spans[0].text[bullet(spans[0].text) :])
    for at, span in enumerate(spans):
        own = span.raised and at == 0 and part.note
        yield Run(span.text.replace(_SOFT, ""), note=part.note if own else span.note)


def _joined(last: Sequence[Span], line: Line, kind: BlockKind, known: Mapping[str, int]) -> Iterator[Span]:
    """Yield the last words of a paragraph with the next line's after them."""
    first, *rest = line.spans
    if not last:
        yield first
    elif kind is BlockKind.VERSE:
        yield from (*last, replace(first, text="\n" + first.text))
    elif kind is BlockKind.HEADING:
        yield from (*last, replace(first, text=joint(last[0].text) + first.text))
    elif last[0].note or first.note:
        yield from (*last, first if first.note else replace(first, text=f" {first.text}"))
    else:
        yield Span(join(last[0].text, first.text, known))
    yield from rest


def _with_breaks(
    parts: Sequence[Part], paragraphs: Sequence[Paragraph], measure: Measure
) -> Iterator[Paragraph]:
    """Yield the paragraphs with a scene break where a book that indents them leaves a blank line."""
    before: Part | None = None
    for part, paragraph in zip(parts, paragraphs, strict=True):
        plain = paragraph.kind is BlockKind.PROSE and paragraph.is_story
        if plain and before and before.page == part.page and _is_gap(part.passage, measure):
            yield Paragraph(BlockKind.BREAK)
        if part.is_story:
            before = part if plain else None
        yield paragraph


def _is_gap(passage: Passage, measure: Measure) -> bool:
    room = passage.room / measure.leading
    first = passage.lines[0]
    flush = first.left - first.edges[0] < first.size / 2
    return measure.indented and flush and _SCENE < room < 4  # noqa: PLR2004 - a page may end early
