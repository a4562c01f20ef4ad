"""Parts sorted: what is contents, index, caption, title page or imprint, and not the story."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile
from typing import Final

from narrate.model.metadata import Metadata
from narrate.read.flow import Matter
from narrate.read.matter import called, is_imprint
from narrate.read.pdf.contents import contents_rows, headed_contents, led_contents
from narrate.read.pdf.endnotes import endnotes
from narrate.read.pdf.headings import style
from narrate.read.pdf.matter import is_caption, is_index
from narrate.read.pdf.part import Part, key

_FRONT: Final = 8
"""Pages among which title page and imprint stand."""
_FEW_WORDS: Final = 40
_IMPRINT_WORDS: Final = 500


def captions(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name the words below pictures."""
    del told
    return [
        replace(part, matter=Matter.CAPTION)
        if part.is_story and not part.is_heading and is_caption(part.text)
        else part
        for part in parts
    ]


def index(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name an index: from its heading to the next one that is no letter of the alphabet."""
    del told
    found = list(parts)
    for start, part in enumerate(parts):
        if not (part.is_heading and called(part.text) is Matter.INDEX):
            continue
        below = list(takewhile(lambda part: not part.is_heading or len(part.text) == 1, parts[start + 1 :]))
        if is_index([part.passage for part in below if part.is_story]):
            end = start + 1 + len(below)
            found[start:end] = [part.named(Matter.INDEX) for part in parts[start:end]]
    return found


def back_matter(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name what stands below the heading of a bibliography or of an advertisement."""
    del told
    found: list[Part] = []
    behind = False
    for part in parts:
        behind = called(part.text) is Matter.BACK_MATTER if part.is_heading else behind
        found.append(part.named(Matter.BACK_MATTER) if behind else part)
    return found


def imprint(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name the page near the beginning or the end that says who published the book."""
    del told
    last = max((part.page for part in parts), default=0)
    return [
        part
        for at, page in _by_page(parts)
        for part in (
            [part.named(Matter.TITLE_PAGE) for part in page]
            if not _FRONT <= at < last and _words(page) <= _IMPRINT_WORDS and is_imprint(_text(page))
            else page
        )
    ]


def title_page(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name pages at the very beginning that say little more than the book's title and its author."""
    found: list[Part] = []
    in_front = True
    for _, page in _by_page(parts):
        story = [part for part in page if part.is_story]
        in_front = in_front and (not story or _is_title_page(story, told))
        found += [part.named(Matter.TITLE_PAGE) for part in page] if in_front else page
    return found


def _is_title_page(story: Sequence[Part], told: Metadata) -> bool:
    text = key(_text(story))
    return bool(told.title) and key(told.title) in text and _words(story) <= _FEW_WORDS


def with_title(told: Metadata, parts: Iterable[Part]) -> Metadata:
    """Take a title that the file does not tell from its first page: the largest words of all, alone."""
    if told.title:
        return told
    headings = [part for part in parts if part.is_heading and part.is_story]
    first = next((list(page) for _, page in groupby(parts, key=lambda part: part.page)), [])
    largest = max(map(style, (part.passage for part in headings)), default=None)
    found = [part for part in headings if style(part.passage) == largest]
    alone = len(found) == 1 and found[0] in first and len({part.page for part in headings}) > 1
    short = _words([part for part in first if part.is_story]) <= _FEW_WORDS
    return replace(told, title=found[0].text) if alone and short else told


def _by_page(parts: Iterable[Part]) -> Iterator[tuple[int, list[Part]]]:
    for at, page in groupby(parts, key=lambda part: part.page):
        yield at, list(page)


def _text(parts: Iterable[Part]) -> str:
    return " ".join(part.text for part in parts if part.is_story)


def _words(parts: Iterable[Part]) -> int:
    return len(_text(parts).split())


RULES: Final[tuple[Callable[[Sequence[Part], Metadata], list[Part]], ...]] = (
    captions,
    contents_rows,
    led_contents,
    headed_contents,
    index,
    endnotes,
    back_matter,
    imprint,
    title_page,
)
"""In this order: what one has named the next ones leave alone."""


def sort(parts: Sequence[Part], told: Metadata) -> list[Part]:
    """Name what is not the story."""
    found = list(parts)
    for rule in RULES:
        found = rule(found, told)
    return found
