"""The table of contents of a PDF: its lines with leaders and without, and what stands among them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from narrate.model.metadata import Metadata
from narrate.read.flow import Matter
from narrate.read.matter import called
from narrate.read.pdf.matter import ends_in_number, is_contents
from narrate.read.pdf.part import Part

_WRAPPED: Final = 3
"""Lines that an entry of a table of contents may have."""


def contents_rows(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name lines without leaders, as chapters have, among those of a table of contents or below its head."""
    del told
    shown = [at for at, part in enumerate(parts) if part.matter in {Matter.STORY, Matter.CONTENTS}]
    found = list(parts)
    before: Part | None = None
    for (_, is_row), run in groupby(shown, key=lambda at: (parts[at].page, _is_row(parts[at]))):
        places = list(run)
        after = next((parts[at] for at in shown if at > places[-1]), None)
        if is_row and before and _are_rows([parts[at] for at in places], before, after):
            for at in places:
                found[at] = parts[at].named(Matter.CONTENTS)
        before = found[places[-1]]
    return found


def _is_row(part: Part) -> bool:
    return part.is_story and len(part.passage.lines) <= _WRAPPED and ends_in_number(part.text)


def _are_rows(rows: Sequence[Part], before: Part, after: Part | None) -> bool:
    """Tell rows of a table of contents by what they stand between: the last ones may end its page."""
    if Matter.CONTENTS not in {before.matter, called(before.text)}:
        return False
    if after and after.matter is Matter.CONTENTS:
        return True
    ends = before.matter is Matter.CONTENTS and (after is None or after.page > before.page)
    return ends and all(row.page == before.page for row in rows)


def led_contents(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name what stands among the lines of a table of contents, and its heading."""
    del told
    found = list(parts)
    story = [at for at, part in enumerate(found) if part.matter in {Matter.STORY, Matter.CONTENTS}]
    for before, at, after in zip([-1, *story], story, [*story[1:], -1], strict=False):
        among = (
            before >= 0
            and after >= 0
            and all(found[each].matter is Matter.CONTENTS for each in (before, after))
        )
        heads = after >= 0 and {found[after].matter, called(found[at].text)} == {Matter.CONTENTS}
        if heads or (among and len(found[at].passage.lines) <= _WRAPPED):
            found[at] = found[at].named(Matter.CONTENTS)
    return found


def headed_contents(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name a table of contents by its heading and the numbers or titles below it, page by page."""
    del told
    titles = frozenset(part.text.casefold() for part in parts if part.is_heading)
    found: list[Part] = []
    goes_on = False
    for _, page in groupby(parts, key=lambda part: part.page):
        here = list(page)
        start = _contents_start(here, goes_on=goes_on)
        below = [line for part in here[start + 1 - goes_on :] if part.is_story for line in part.passage.lines]
        goes_on = start < len(here) and is_contents(below, titles)
        found += [
            part.named(Matter.CONTENTS) if goes_on and at >= start else part for at, part in enumerate(here)
        ]
    return found


def _contents_start(page: Sequence[Part], *, goes_on: bool) -> int:
    if goes_on:
        return 0
    headings = (at for at, part in enumerate(page) if part.is_story and called(part.text) is Matter.CONTENTS)
    return next(headings, len(page))
