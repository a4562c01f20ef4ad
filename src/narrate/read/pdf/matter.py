"""What stands in a PDF without being the story: contents, index, captions."""

import re
from collections.abc import Sequence
from typing import Final

from narrate.read.numerals import roman
from narrate.read.pdf.lines import Line
from narrate.read.pdf.passages import Passage

_LEADERS: Final = re.compile(r"(?:[.·…]\s?){4,}\s*[\divxlc]{1,6}$", re.IGNORECASE)
_INDEXED: Final = re.compile(
    r"\D, ?\d+(?:[-–]\d+)?(?:n\.?\d*)?(?:[,;] ?\d+(?:[-–]\d+)?)*\.?$|\bsee (?:also )?\w"
)
_CAPTION: Final = re.compile(
    r"(?:figure|fig\.|table|plate|map|illustration|photograph|diagram|abbildung|abb\.|tabelle|tableau)"
    r"\s*(?:\d+(?:[.\-]\d+)*|[IVX]+)\s*(?:[:.–—|]|$)",
    re.IGNORECASE,
)
_LONGEST_CAPTION: Final = 400
_MOST: Final = 0.6
_MANY: Final = 0.3
_FEWEST: Final = 3


def is_contents_line(line: str) -> bool:
    """Tell a line of a table of contents by its leaders.

    >>> is_contents_line("The Sea . . . . . . . 12"), is_contents_line("He went... 12")
    (True, False)
    """
    return _LEADERS.search(line) is not None


def ends_in_number(line: str) -> bool:
    """Tell whether the last word of a line may be the number of a page."""
    last = line.rpartition(" ")[2]
    return (last.isascii() and last.isdigit()) or (last.islower() and roman(last) is not None)


def is_contents(lines: Sequence[Line], titles: frozenset[str]) -> bool:
    """Tell whether lines below such a heading are a table of contents: numbers, or titles that come again."""
    told = sum(ends_in_number(line.text) or line.text.casefold() in titles for line in lines)
    return len(lines) > 1 and told >= _MOST * len(lines)


def is_index(passages: Sequence[Passage]) -> bool:
    """Tell whether passages below such a heading are an index."""
    found = sum(_INDEXED.search(line.text) is not None for passage in passages for line in passage.lines)
    return found >= max(_FEWEST, _MANY * sum(len(passage.lines) for passage in passages))


def is_caption(text: str) -> bool:
    """Tell the words below a picture or above a table.

    >>> is_caption("Figure 3: The harbour."), is_caption("Figure 3 shows the harbour.")
    (True, False)
    """
    return len(text) <= _LONGEST_CAPTION and _CAPTION.match(text) is not None
