"""Notes that typists put between brackets: pictures, pages of the printed book, words of their own."""

import re
from collections.abc import Iterator

from narrate.model.story import Omission, Reason
from narrate.read.headings import label

_INSIDE = r"(?:[^\[\]]|\[[^\[\]]{0,300}\]){0,3000}?"
_PAGE = r"(?:\[(?:pg\.?|p\.|pages?) ?(?:[ivxlcdm]{1,9}|\d{1,4})\]|\{(?:pg\.? ?|p\. ?|page )\d{1,4}\})"
_NOTES: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.PICTURE,
        re.compile(
            r"(?<![^\n\r])[ \t\f]*(?P<note>\[[\s_*]*(?:full[- ]page )?"
            r"(?:illustrations?|frontispiece|plate|map|image|picture|cover|decoration|tailpiece|headpiece)"
            rf"(?=\s*[\]:.,;_*\d(—–-]){_INSIDE}\])[ \t]*(?=[\n\r]|\Z)",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.TRANSCRIBER,
        re.compile(
            rf"(?P<note>\[[\s_*]*(?:note (?:by|of) (?:the )?)?transcrib(?:ers?|ing|ed)\b{_INSIDE}\])",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.NOTE,
        re.compile(rf"(?P<note>\[[\s_*]*footnotes?\b[^\]:.]{{0,9}}[:.]{_INSIDE}\])", re.IGNORECASE),
    ),
    (
        Reason.PAGE_NUMBER,
        re.compile(
            rf"(?P<note>(?<!\S){_PAGE} |{_PAGE})",
            re.IGNORECASE,
        ),
    ),
)
"""A picture's note stands on lines of its own, the others anywhere."""
_HEADING = re.compile(r"(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])[ \t]*(?P<words>\S[^\n\r]*)\]\Z")
"""A chapter's heading, as part of the picture above it."""


def bracketed(text: str) -> Iterator[Omission]:
    r"""Yield the notes between brackets.

    >>> text = "He [Pg 12]went.\n\n[Illustration: The Door]\n\n[Illustrations were all he wanted]"
    >>> [(text[cut.start : cut.end], cut.reason.value) for cut in bracketed(text)]
    [('[Illustration: The Door]', 'picture'), ('[Pg 12]', 'page number')]
    """
    for reason, pattern in _NOTES:
        for found in pattern.finditer(text):
            heading = _HEADING.search(found["note"]) if reason is Reason.PICTURE else None
            if heading and label(heading["words"]):
                yield Omission(found.start("note"), found.start("note") + heading.start("words"), reason)
                yield Omission(found.end("note") - 1, found.end("note"), reason)
            else:
                yield Omission(found.start("note"), found.end("note"), reason)
