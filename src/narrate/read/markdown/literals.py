"""Where Markdown takes a tag for text: code, comments, addresses, front matter, and after a backslash."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from narrate.model.story import Source
from narrate.read.directions.tags import Span, candidates
from narrate.read.markdown import commonmark
from narrate.read.markdown.front_matter import front_matter

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BACKSLASHES = 100
"""How many are looked at before a tag."""
_LETTER = "x"
"""Stands for every character of a tag, so that no mark of Markdown is seen in it."""


def literal(source: Source) -> Callable[[Span], bool]:
    r"""Tell of the places in a source whether what looks like a tag there is text.

    >>> from pathlib import Path
    >>> is_text = literal(Source(Path("a.md"), "`<break/>` <break/> \\<break/>"))
    >>> [is_text((place, place + 8)) for place in (1, 11, 21)]
    [True, False, True]
    """
    begin = front_matter(source.path, source.text).end
    masked = _masked(source.text)
    spans = sorted({(0, begin), *_comments(source.text), *_left(commonmark.parse(masked[begin:], begin))})
    starts = [start for start, _ in spans]
    ends = [0, *accumulate((end for _, end in spans), max)]

    def is_text(place: Span) -> bool:
        start = place[0]
        return start < ends[bisect_right(starts, start)] or _escaped(source.text, start)

    return is_text


def _masked(text: str) -> str:
    parts, done = list[str](), 0
    for start, end in candidates(text):
        parts += [text[done:start], _LETTER * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def _comments(text: str) -> Iterator[Span]:
    return (found.span() for found in _COMMENT.finditer(text))


def _left(tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield the places of code and of addresses."""
    for token in tokens:
        if token.type in {"fence", "definition"}:
            lines = token.meta["lines"]
            yield lines[0][0], lines[-1][1]
        for child in token.children or ():
            if child.type in {"code_inline", "link_close", "image"}:
                begin, end = child.meta["span"]
                places = token.meta["places"]
                yield places[begin], places[end - 1] + 1


def _escaped(text: str, place: int) -> bool:
    before = text[max(0, place - _BACKSLASHES) : place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
