"""Answer a scorer of sentence boundaries: the sentences of a text, paragraph by paragraph."""

import re

from narrate.script.sentences import split

_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n[ \t]*\n|\s*\Z)", re.DOTALL)


def segment(text: str) -> list[tuple[int, int]]:
    """Return the start and end of every sentence."""
    paragraphs = ((found.start(), found[0]) for found in _PARAGRAPH.finditer(text))
    return [(at + start, at + end) for at, words in paragraphs for start, end in split(words)]
