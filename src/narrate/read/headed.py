"""Which paragraphs of a marked-up book are headings, whatever they look like."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from narrate.model.story import BlockKind
from narrate.read.flow import TITLE_LEVEL, Entry, Paragraph, Run
from narrate.read.headings import is_bare_label, label_level

_LINES_OF_TITLE: Final = 4
_LONGEST_TITLE: Final = 200
"""Characters."""


def headed(paragraphs: Iterable[Paragraph], contents: Iterable[Entry]) -> Iterator[Paragraph]:
    """Make headings of the lines to which an entry leads and that say its title, whatever they look like."""
    leading: dict[str, list[Entry]] = defaultdict(list)
    for entry in contents:
        leading[entry.anchor].append(entry)
    here: Sequence[Entry] = ()
    lines = 0
    for each in paragraphs:
        if found := [entry for anchor in each.anchors for entry in leading.get(anchor, ())]:
            here, lines = found, _LINES_OF_TITLE
        said = next((entry for entry in here if lines and _says(each, entry.title)), None)
        if said:
            lines -= 1
        elif each.kind is not BlockKind.BREAK and each.text.strip():
            lines = 0
        yield replace(each, kind=BlockKind.HEADING, level=said.depth) if said and _is_plain(each) else each


def joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Join a heading that only counts ("Chapter 1") with its title below, of one level and on one page."""
    waiting: Paragraph | None = None
    for each in paragraphs:
        if waiting and _is_title_of(each, waiting):
            runs, anchors = (*waiting.runs, Run("\n"), *each.runs), (*waiting.anchors, *each.anchors)
            waiting = replace(waiting, runs=runs, anchors=anchors)
            continue
        if waiting:
            yield waiting
        waiting = each
    if waiting:
        yield waiting


def _is_title_of(below: Paragraph, above: Paragraph) -> bool:
    headings = {above.kind, below.kind} == {BlockKind.HEADING} and above.level == below.level
    one_page = all("#" in anchor for anchor in below.anchors)
    said, title = above.text.strip(), below.text.strip()
    named = is_bare_label(said) and not (is_bare_label(title) or label_level(title))
    return headings and one_page and named and above.is_story and below.is_story


def labelled(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where a book marks no headings below its title, take those that say what they are ("Chapter 1")."""
    marked = any(each.kind is BlockKind.HEADING and each.level != TITLE_LEVEL for each in paragraphs)
    return paragraphs if marked else [_labelled(each) for each in paragraphs]


def _labelled(paragraph: Paragraph) -> Paragraph:
    plain = paragraph.kind is BlockKind.PROSE and paragraph.is_story
    level = label_level(paragraph.text) if plain else None
    return replace(paragraph, kind=BlockKind.HEADING, level=TITLE_LEVEL + level) if level else paragraph


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind in {BlockKind.PROSE, BlockKind.VERSE, BlockKind.QUOTE}


def _says(paragraph: Paragraph, title: str) -> bool:
    """Tell a line that is a part of a title."""
    text = paragraph.text
    plain = _plain(text) if len(text) <= _LONGEST_TITLE else ""
    return bool(paragraph.is_story and plain.strip() and plain in _plain(title))


def _plain(text: str) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return f" {' '.join(words)} "
