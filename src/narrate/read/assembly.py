"""From the flow of a marked-up book to its source text, its blocks and its chapters.

The source text is made here: the paragraphs in the order in which they are heard, two line breaks between
them, and with them all that is left out, each with its reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from narrate.config.schema import ReadTable
from narrate.errors import NoWords
from narrate.model.story import BlockKind, Book, Chapter, Omission, Reason, Source
from narrate.read.chapters import book_title, divide, divide_at
from narrate.read.facts import known
from narrate.read.flow import Entry, Flow, Paragraph, Run
from narrate.read.headed import headed, joined
from narrate.read.listed import listed
from narrate.read.navigation import chapter_starts
from narrate.read.sheet import REASONS, Laid, Sheet, is_wanted
from narrate.read.tiling import fill


def assemble(path: Path, flow: Flow, wanted: ReadTable) -> Book:
    """Make a book of what a reader found in a file; raise `NoWords` where nothing in it is heard."""
    titled = listed(list(joined(headed(flow.paragraphs, flow.contents))))
    laid = [_judged(each, wanted) for each in _ordered(titled, wanted)]
    sheet = Sheet(wanted)
    for each in laid:
        sheet.write(each)
    if not any(block.pieces for block in sheet.blocks):
        raise NoWords(path)
    source = Source(path, sheet.text)
    pieces = [piece for block in sheet.blocks for piece in block.pieces]
    omissions = fill(source.text, pieces, sheet.omissions)
    metadata = replace(known(flow.metadata), title=flow.metadata.title or book_title(sheet.blocks))
    return Book(metadata, _divided(source, sheet, omissions, flow.contents))


def _divided(
    source: Source, sheet: Sheet, omissions: Sequence[Omission], contents: Sequence[Entry]
) -> tuple[Chapter, ...]:
    """Divide at the entries of the table of contents that lead to chapters, else at headings."""
    starts = chapter_starts(sheet.blocks, contents, sheet.spots)
    if len(starts) > 1:
        return divide_at(source, sheet.blocks, omissions, starts)
    return divide(source, sheet.blocks, omissions)


def _ordered(paragraphs: Sequence[Paragraph], wanted: ReadTable) -> Iterator[Paragraph]:
    """Yield the paragraphs with every note where it is to be heard; a skipped one stays where it stands."""
    if wanted.notes == "skip":
        yield from paragraphs
        return
    notes: dict[str, list[Paragraph]] = defaultdict(list)
    for each in paragraphs:
        if each.note:
            notes[each.note].append(each)
    yield from _with_notes([each for each in paragraphs if not each.note], notes, wanted)
    for left in notes.values():
        yield from left


def _with_notes(
    story: Iterable[Paragraph], notes: dict[str, list[Paragraph]], wanted: ReadTable
) -> Iterator[Paragraph]:
    waiting: list[Paragraph] = []
    for each in story:
        if each.kind is BlockKind.HEADING:
            yield from waiting
            waiting = []
        if wanted.notes == "in place":
            yield from _around_notes(each, notes)
            continue
        yield each
        waiting += [part for run in each.runs for part in notes.pop(run.note, ()) if run.note]
        if wanted.notes == "after paragraph":
            yield from waiting
            waiting = []
    yield from waiting


def _around_notes(paragraph: Paragraph, notes: dict[str, list[Paragraph]]) -> Iterator[Paragraph]:
    """Break a paragraph after each reference, for the note; what follows goes on as a paragraph."""
    begun: list[Run] = []
    rest = paragraph
    for run in paragraph.runs:
        begun.append(run)
        if run.note in notes:
            yield replace(rest, runs=tuple(begun))
            yield from notes.pop(run.note)
            begun, rest = [], replace(paragraph, anchors=())
    if begun or not paragraph.runs:
        yield replace(rest, runs=tuple(begun))


def _judged(paragraph: Paragraph, wanted: ReadTable) -> Laid:
    if paragraph.note and wanted.notes == "skip":
        return Laid(paragraph, Reason.NOTE)
    return Laid(paragraph, None if is_wanted(paragraph.matter, wanted) else REASONS[paragraph.matter])
