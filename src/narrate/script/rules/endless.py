"""Words and numbers too long for an engine, which would stop in the middle of them without a word."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite

DIGITS = re.compile(r"[0-9]{26,}")
"""eSpeak NG 1.52 gives up a number after some forty digits; nobody has a name for half as many."""
LETTERS = re.compile(r"[^\W\d_]{101,}")
"""eSpeak NG 1.52 drops what comes after some 150 letters of a word."""
BREATH = 80
"""Letters of a word that are said together."""


def endless(text: str) -> Iterator[Rewrite]:
    """Say a number without end digit by digit, a word without end in parts.

    >>> [found.spoken for found in endless("Pi: 3." + 26 * "1")] == [" ".join(26 * "1")]
    True
    >>> [len(part) for found in endless(200 * "a") for part in found.spoken.split()]
    [80, 80, 40]
    """
    for found in DIGITS.finditer(text):
        yield Rewrite(*found.span(), " ".join(found.group()), "endless")
    for found in LETTERS.finditer(text):
        word = found.group()
        parts = (word[at : at + BREATH] for at in range(0, len(word), BREATH))
        yield Rewrite(*found.span(), " ".join(parts), "endless")
