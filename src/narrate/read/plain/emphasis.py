"""Marks of emphasis in plain text: `_so_`, `*so*` and `**so**`."""

import re
from collections.abc import Iterator

_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<mark>_{1,3}|\*{1,3})(?![\s_*])"
    r"(?P<words>(?:[^_*\n\r]|[\n\r](?!\s*[\n\r])|(?<=\w)_(?=\w))+?)"
    r"(?<![\s_*])(?P=mark)(?![\w*])"
)


def emphasis(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the marks around words between `start` and `end`.

    >>> words = "A _very_ *long* **way**, snake_case, 2*3*4 and a lone * star"
    >>> [words[slice(*place)] for place in emphasis(words, 0, len(words))]
    ['_', '_', '*', '*', '**', '**']
    """
    for found in _EMPHASIS.finditer(text, start, end):
        yield found.start("mark"), found.end("mark")
        yield found.end("words"), found.end()
