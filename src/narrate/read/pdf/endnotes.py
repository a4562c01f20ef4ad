"""Endnotes: a chapter of notes, whose marks stand in the text before it."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import Final

from narrate.model.metadata import Metadata
from narrate.read.flow import Matter
from narrate.read.matter import is_called_notes
from narrate.read.pdf.headings import style
from narrate.read.pdf.lines import Span
from narrate.read.pdf.notes import mark_of
from narrate.read.pdf.part import Part, key

_MOST: Final = 0.5
_AHEAD: Final = 3
"""Notes among which a mark is looked for: a few may be referred to by nothing that can be seen."""


def endnotes(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name the notes in a chapter of notes, and their marks in the text, where it refers to most of them."""
    del told
    found = list(parts)
    for at, part in enumerate(parts):
        if part.is_heading and part.is_story and is_called_notes(part.text):
            end = at + 1 + len(_below(parts, at))
            notes = list(_named(at, parts[at:end]))
            marked = list(_marked(found[:at], notes))
            names = {note.note for note in notes} - {""}
            if names and len(names & set(_referred(marked))) > _MOST * len(names):
                found[:end] = [*marked, *notes]
    return found


def _below(parts: Sequence[Part], at: int) -> list[Part]:
    """Return what stands below a heading; the titles of chapters come again above their notes."""
    titles = {key(part.text) for part in parts[:at] if part.is_heading}
    highest = style(parts[at].passage)
    return list(
        takewhile(
            lambda part: not part.is_heading or style(part.passage) < highest or key(part.text) in titles,
            parts[at + 1 :],
        )
    )


def _named(chapter: int, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts of a chapter of notes, each with the name of the note that it is or goes on with."""
    name = ""
    for at, part in enumerate(parts):
        if not part.is_story:
            yield part
            continue
        mark = "" if part.is_heading else mark_of(part.passage.lines[0])
        name = f"{chapter}.{at}:{mark}" if mark else "" if part.is_heading else name
        yield replace(part, note=name) if name else replace(part, matter=Matter.BACK_MATTER)


def _marked(text: Sequence[Part], notes: Sequence[Part]) -> Iterator[Part]:
    """Yield the text with its references named, which come in the order of the notes."""
    waiting = deque(dict.fromkeys(part.note for part in notes if part.note))
    for part in text:
        if not part.is_story or part.is_heading:
            yield part
            continue
        lines = (
            replace(line, spans=tuple(_referring(span, waiting) for span in line.spans))
            for line in part.passage.lines
        )
        yield replace(part, passage=replace(part.passage, lines=tuple(lines)))


def _referring(span: Span, waiting: deque[str]) -> Span:
    ahead = [name.partition(":")[2] for name in islice(waiting, _AHEAD)]
    mark = span.text.strip()
    if not span.raised or span.note or mark not in ahead:
        return span
    for _ in range(ahead.index(mark)):
        waiting.popleft()
    return replace(span, note=waiting.popleft())


def _referred(parts: Sequence[Part]) -> Iterator[str]:
    return (span.note for part in parts for line in part.passage.lines for span in line.spans)
