"""Say which words the ledger misses, and where they stand."""

import re

from narrate.errors import LedgerDoesNotBalance
from narrate.model.story import Source

ENOUGH = 80
"""Characters of the words concerned that are shown."""

LINE_END = re.compile(r"\r\n?|\n")


def protest(source: Source, place: int, wrong: str, words: str) -> LedgerDoesNotBalance:
    """Make the error that names file, line, the words and what is wrong with them."""
    line = len(LINE_END.findall(source.text, 0, place)) + 1
    shown = " ".join(words.split())
    short = shown if len(shown) <= ENOUGH else shown[:ENOUGH].rsplit(" ", 1)[0] + " …"
    return LedgerDoesNotBalance(str(source.path), line, short, wrong)
