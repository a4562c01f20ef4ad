"""Footnotes of Markdown: `[^1]` refers to `[^1]: a note`, wherever that stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from narrate.model.story import Omission, Reason
from narrate.read.omitting import omit
from narrate.read.tiling import Draft

_LABEL: Final = re.compile(r"(?:^|(?<=\s))\[\^(?P<name>[^\]\s]+)\]:\s*")
_INDENT: Final = 2
"""Blanks at least that stand before the further paragraphs of a note."""


def noted(text: str, drafts: Sequence[Draft], *, heard: bool) -> Iterator[Draft | Omission]:
    """Leave out the references to notes, and the notes, or of those that are heard their labels.

    Without a note nothing refers to one.
    """
    names = {found["name"] for draft in drafts if (found := _LABEL.match(draft.block.text))}
    if not names:
        yield from drafts
        return
    reference = re.compile(rf"\s?\[\^(?:{'|'.join(map(re.escape, sorted(names)))})\](?!:)")
    in_note = False
    for draft in drafts:
        begins = _LABEL.match(draft.block.text) is not None
        in_note = begins or (in_note and _is_indented(text, draft.start))
        if in_note and not heard and draft.block.pieces:
            yield Omission(draft.block.pieces[0].start, draft.block.pieces[-1].end, Reason.NOTE)
        else:
            pattern = re.compile(f"{_LABEL.pattern}|{reference.pattern}") if begins else reference
            yield from _cut(text, draft, pattern)


def _is_indented(text: str, place: int) -> bool:
    before = text[max(text.rfind(end, 0, place) for end in "\n\r") + 1 : place]
    return len(before) >= _INDENT and before.isspace()


def _cut(text: str, draft: Draft, pattern: re.Pattern[str]) -> Iterator[Draft | Omission]:
    block, omissions = omit(draft.block, text, pattern, Reason.NOTE_REFERENCE)
    if block.pieces or not omissions:
        yield Draft(draft.start, block)
    yield from omissions
