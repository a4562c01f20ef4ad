"""Tables of contents that an author or a converter has written out, with nothing to say that they are one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from narrate.model.story import BlockKind
from narrate.read.flow import Matter, Paragraph
from narrate.read.matter import called

_MOST: Final = 0.6
_FEWEST: Final = 2
_PAGE: Final = re.compile(r"[\s.…·]+\d+$")


def listed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Name the contents: below such a heading, paragraphs of which most come again as headings."""
    titles = {_key(each.text) for each in paragraphs if _is_heading(each)}
    found = list(paragraphs)
    for start, heading in enumerate(paragraphs):
        if not (_is_heading(heading) and heading.is_story and called(heading.text) is Matter.CONTENTS):
            continue
        below = list(takewhile(lambda each: not _is_heading(each), paragraphs[start + 1 :]))
        if _are_contents(below, titles):
            end = start + 1 + len(below)
            found[start:end] = [_contents(each) for each in paragraphs[start:end]]
    return found


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.kind is BlockKind.HEADING


def _are_contents(paragraphs: Sequence[Paragraph], titles: set[str]) -> bool:
    said = [_key(each.text) for each in paragraphs if each.is_story and each.text.strip()]
    return len(said) >= _FEWEST and sum(each in titles for each in said) >= _MOST * len(said)


def _contents(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, matter=Matter.CONTENTS) if paragraph.is_story else paragraph


def _key(text: str) -> str:
    """Return what a title and its line in a table of contents have in common.

    >>> _key("• The Sea ..... 12"), _key("THE SEA")
    ('thesea', 'thesea')
    """
    return "".join(filter(str.isalnum, _PAGE.sub("", text.strip()).casefold()))
