"""Say which words the ledger misses, and where they stand."""

from narrate.errors import LedgerDoesNotBalance
from narrate.model.story import Source
from narrate.model.words import shortened

ENOUGH = 80
"""Characters of the words concerned that are shown."""


def protest(source: Source, place: int, wrong: str, words: str) -> LedgerDoesNotBalance:
    """Make the error that names file, line, the words and what is wrong with them."""
    shown = shortened(" ".join(words.split()), ENOUGH)
    return LedgerDoesNotBalance(str(source.path), source.line_of(place), shown, wrong)
