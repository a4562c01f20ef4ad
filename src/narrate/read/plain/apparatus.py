"""Everything around a story that is not the story: found rule by rule, and left out for its reason."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from narrate.config.schema import ReadTable
from narrate.model.story import Omission, Reason
from narrate.read.plain.brackets import bracketed
from narrate.read.plain.contents import Contents, contents
from narrate.read.plain.cuts import disjoint, without
from narrate.read.plain.endpapers import endpapers
from narrate.read.plain.grouping import Ornament, Part, grouped, words
from narrate.read.plain.gutenberg import licence
from narrate.read.plain.lines import lines
from narrate.read.plain.notes import note_references, note_sections
from narrate.read.plain.page_marks import page_marks
from narrate.read.plain.transcriber import transcriber


class Cleared(NamedTuple):
    """A text without its apparatus."""

    parts: Sequence[Part]
    """Empty where a part was left out."""
    listed: Contents
    omissions: tuple[Omission, ...]


def cleared(text: str, wanted: ReadTable) -> Cleared:
    """Leave out licence, typists' notes, and what is not wanted: notes, pages, lists, advertisements."""
    cuts = disjoint(text, [*licence(text), *(note for note in bracketed(text) if _is_left_out(note, wanted))])
    kept = list(without(lines(text), cuts))
    pages = () if wanted.page_numbers else tuple(page_marks(kept))
    parts = list(grouped(without(kept, pages) if pages else kept))
    noted = transcriber(parts)
    story = _emptied(parts, noted)
    behind = frozenset[int]() if wanted.back_matter else endpapers(story)
    story = _emptied(story, behind)
    sections = note_sections(story)
    notes = sections if wanted.notes == "skip" else frozenset[int]()
    story = _emptied(story, notes)
    listed = contents(story)
    dropped = frozenset[int]() if wanted.contents else listed.places
    left_out = (
        (noted, Reason.TRANSCRIBER),
        (behind, Reason.BACK_MATTER),
        (notes, Reason.NOTE),
        (dropped, Reason.CONTENTS),
    )
    found = [span for places, reason in left_out for span in _spans(parts, places, reason)]
    references = note_references(text, parts, sections)
    return Cleared(_emptied(story, dropped), listed, disjoint(text, [*cuts, *pages, *found, *references]))


def _is_left_out(note: Omission, wanted: ReadTable) -> bool:
    if note.reason is Reason.NOTE:
        return wanted.notes == "skip"
    return note.reason is not Reason.PAGE_NUMBER or not wanted.page_numbers


def _emptied(parts: Sequence[Part], places: frozenset[int]) -> list[Part]:
    return [() if at in places else part for at, part in enumerate(parts)]


def _spans(parts: Sequence[Part], places: frozenset[int], reason: Reason) -> Iterator[Omission]:
    """Yield one omission for every run of parts that follow each other."""
    for _, run in groupby(enumerate(sorted(places)), key=lambda pair: pair[1] - pair[0]):
        marked = [parts[at] for _, at in run]
        yield Omission(_edges(marked[0])[0], _edges(marked[-1])[1], reason)


def _edges(part: Part) -> tuple[int, int]:
    if isinstance(part, Ornament):
        return part.line.start, part.line.end
    return words(part)[0].start, words(part)[-1].end
