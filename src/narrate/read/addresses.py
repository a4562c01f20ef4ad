"""Web addresses in the midst of a text, for those who do not want to hear them."""

import re
from dataclasses import replace
from itertools import chain
from typing import Final

from narrate.model.story import Book, Chapter, Reason
from narrate.read.omitting import omit

_ADDRESS: Final = re.compile(
    r"(?:^|(?P<blank>\s)|\b)(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}’']/?(?(blank)|\s*)",
    re.IGNORECASE,
)
"""An address with the blank before it; at the beginning of a text, with those behind it."""


def without_addresses(book: Book) -> Book:
    """Leave out every web address that stands in the source as it is read.

    >>> [found[0] for found in _ADDRESS.finditer("www.a.org tells (https://b.net/c?d=1), or at http://e.com.")]
    ['www.a.org ', 'https://b.net/c?d=1', ' http://e.com']
    """
    return replace(book, chapters=tuple(map(_without, book.chapters)))


def _without(chapter: Chapter) -> Chapter:
    cut = [omit(block, chapter.source.text, _ADDRESS, Reason.LINK) for block in chapter.blocks]
    found = list(chain.from_iterable(omissions for _, omissions in cut))
    omissions = sorted([*chapter.omissions, *found], key=lambda omission: omission.start)
    return replace(chapter, blocks=tuple(block for block, _ in cut), omissions=tuple(omissions))
