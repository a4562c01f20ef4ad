"""Where a page of a manual or a serial leads to the pages before and after it (HTML, 4.6.6.17)."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from narrate.read.html.marks import local, mark_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TURNS: Final = frozenset({"prev", "previous", "next"})
_TOO_MUCH: Final = frozenset({"html", "body", "main", "article", "section"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_WORDS: Final = 40
_MOSTLY: Final = 0.6
"""Of the letters stand in links."""


def page_turners(root: "_Element") -> Iterator["_Element"]:
    """Yield the largest blocks that hold a link to the page before or after, and little else."""
    turns = {each.get("href", "") for each in root.iter("{*}a", "{*}link") if _turns(each)} - {""}
    for link in root.iter("{*}a"):
        if link.get("href") in turns:
            blocks = [each for each in link.iterancestors() if mark_of(each).is_block]
            bars = list(takewhile(_is_bar, blocks))
            if bars and _is_linked(bars[0]):
                yield bars[-1]


def _turns(link: "_Element") -> bool:
    return not _TURNS.isdisjoint(link.get("rel", "").lower().split())


def _is_bar(block: "_Element") -> bool:
    inside = [(local(each.tag), each) for each in block.iter("*")]
    return (
        local(block.tag) not in _TOO_MUCH
        and len(words_of(block).split()) <= _MOST_WORDS
        and not any(tag in _HEADINGS for tag, _ in inside)
        and all(_is_linked(each) for tag, each in inside if tag == "p")
    )


def _is_linked(block: "_Element") -> bool:
    linked = sum(len(words_of(link)) for link in block.iter("{*}a") if link.get("href"))
    return linked >= _MOSTLY * len(words_of(block))
