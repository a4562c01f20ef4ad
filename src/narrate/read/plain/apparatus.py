"""Everything around a story that is not the story: found rule by rule, and left out for its reason."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from narrate.config.schema import ReadTable
from narrate.model.story import Omission, Reason
from narrate.read.plain.alphabetical import alphabetical
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

_AROUND: tuple[
    tuple[Reason, Callable[[Sequence[Part]], frozenset[int]], Callable[[ReadTable], bool]], ...
] = (
    (Reason.TRANSCRIBER, transcriber, lambda _: False),
    (Reason.BACK_MATTER, endpapers, lambda wanted: wanted.back_matter),
    (Reason.INDEX, alphabetical, lambda wanted: wanted.index),
    (Reason.NOTE, note_sections, lambda wanted: wanted.notes != "skip"),
)
"""What stands around a story: its reason, the rule that finds it, and whether it is wanted all the same."""


class Cleared(NamedTuple):
    """A text without its apparatus."""

    parts: Sequence[Part]
    """Empty where a part was left out."""
    listed: Contents
    omissions: tuple[Omission, ...]


def cleared(text: str, wanted: ReadTable) -> Cleared:
    """Leave out licence, typists' notes, and what is not wanted: notes, page numbers, lists, an index."""
    cuts = disjoint(text, [*licence(text), *(note for note in bracketed(text) if _is_left_out(note, wanted))])
    kept = list(without(lines(text), cuts))
    pages = () if wanted.page_numbers else tuple(page_marks(kept))
    parts = list(grouped(without(kept, pages) if pages else kept))
    story: Sequence[Part] = parts
    left_out: dict[Reason, frozenset[int]] = {}
    for reason, find, is_wanted in _AROUND:
        left_out[reason] = frozenset() if is_wanted(wanted) else find(story)
        story = _emptied(story, left_out[reason])
    sections = left_out[Reason.NOTE] or note_sections(story)
    listed = contents(story)
    left_out[Reason.CONTENTS] = frozenset() if wanted.contents else listed.places
    found = [span for reason, places in left_out.items() for span in _spans(parts, places, reason)]
    references = note_references(text, parts, sections)
    omissions = disjoint(text, [*cuts, *pages, *found, *references])
    return Cleared(_emptied(story, left_out[Reason.CONTENTS]), listed, omissions)


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
