"""What stands in a PDF without being the story: contents, index, captions, title page and imprint."""

import re
from collections.abc import Sequence
from typing import Final

from narrate.read.numerals import roman
from narrate.read.pdf.lines import Line
from narrate.read.pdf.passages import Passage

_LEADERS: Final = re.compile(r"(?:[.·…]\s?){4,}\s*[\divxlc]{1,6}$", re.IGNORECASE)
_CONTENTS: Final = re.compile(
    r"(?:table of )?contents|contents page|list of (?:figures|tables|illustrations|plates|maps)"
    r"|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|sumario|inhoud(?:sopgave)?",
    re.IGNORECASE,
)
_INDEX: Final = re.compile(
    r"(?:general |subject |author |name )?index(?: of [\w ]+)?|register", re.IGNORECASE
)
_INDEXED: Final = re.compile(
    r"\D, ?\d+(?:[-–]\d+)?(?:n\.?\d*)?(?:[,;] ?\d+(?:[-–]\d+)?)*\.?$|\bsee (?:also )?\w"
)
_BACK_MATTER: Final = re.compile(
    r"(?:[\d.]+ |[IVX]+\.? )?(?:references|(?:select(?:ed)? )?bibliography|works cited|literature|colophon"
    r"|(?:also|other books|more books) (?:by|from) .*|(?:also|now) available .*"
    r"|literaturverzeichnis|bibliographie)",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(
    r"(?:figure|fig\.|table|plate|map|illustration|photograph|diagram|abbildung|abb\.|tabelle|tableau)"
    r"\s*(?:\d+(?:[.\-]\d+)*|[IVX]+)\s*(?:[:.–—|]|$)",
    re.IGNORECASE,
)
_LONGEST_CAPTION: Final = 400
_IMPRINT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bisbn\b",
        r"©|\(c\) ?\d{4}|copyright",
        r"all rights reserved",
        r"\b(?:first )?published (?:by|in)\b|\bpublisher",
        r"\bprinted (?:in|by|and bound)\b",
        r"library of congress|british library|catalogu?ing.in.publication",
        r"no part of this (?:book|publication)|may not be reproduced",
    )
)
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


def is_contents_heading(text: str) -> bool:
    """Tell the heading of a table of contents or a list of pictures."""
    return _CONTENTS.fullmatch(text.strip(" .:")) is not None


def is_contents(lines: Sequence[Line], titles: frozenset[str]) -> bool:
    """Tell whether lines below such a heading are a table of contents: numbers, or titles that come again."""
    told = sum(ends_in_number(line.text) or line.text.casefold() in titles for line in lines)
    return len(lines) > 1 and told >= _MOST * len(lines)


def is_index_heading(text: str) -> bool:
    """Tell the heading of an index."""
    return _INDEX.fullmatch(text.strip(" .:")) is not None


def is_index(passages: Sequence[Passage]) -> bool:
    """Tell whether passages below such a heading are an index."""
    found = sum(_INDEXED.search(line.text) is not None for passage in passages for line in passage.lines)
    return found >= max(_FEWEST, _MANY * sum(len(passage.lines) for passage in passages))


def is_back_matter_heading(text: str) -> bool:
    """Tell the heading of a bibliography, a colophon or a list of other books.

    >>> is_back_matter_heading("Also by Ann Lee"), is_back_matter_heading("5 References")
    (True, True)
    """
    return _BACK_MATTER.fullmatch(text.strip(" .:")) is not None


def is_caption(text: str) -> bool:
    """Tell the words below a picture or above a table.

    >>> is_caption("Figure 3: The harbour."), is_caption("Figure 3 shows the harbour.")
    (True, False)
    """
    return len(text) <= _LONGEST_CAPTION and _CAPTION.match(text) is not None


def is_imprint(text: str) -> bool:
    """Tell the page that says who published a book: at least two of the things that only such a page says.

    >>> is_imprint("Copyright 1999 by Ann Lee. All rights reserved."), is_imprint("A copyright of love.")
    (True, False)
    """
    return sum(pattern.search(text) is not None for pattern in _IMPRINT) > 1
