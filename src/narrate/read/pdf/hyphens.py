"""Words that a line's end has parted: joined where they are one, kept where the hyphen is their own."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_PARTED: Final = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐\u00ad]$")
_BEGUN: Final = re.compile(r"[^\W\d_]+")
_SOFT: Final = "\u00ad"
_SHORTEST: Final = 3
_COMPOUNDING: Final = frozenset(
    [
        "self",
        "well",
        "half",
        "ex",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)
"""Words that seldom begin another one without a hyphen after them."""
_ENDINGS: Final = frozenset(["ing", "ish", "less", "ness", "ling"])
_CLOSED: Final = ("—", "–", "―", "--")


def vocabulary(texts: Iterable[str]) -> Mapping[str, int]:
    """Count the words that stand whole on their lines: not the first and the last of each."""
    return Counter(word for text in texts for word in _WORD.findall(text.casefold())[1:-1])


def join(before: str, after: str, known: Mapping[str, int]) -> str:
    """Join two lines of a paragraph.

    >>> known = vocabulary(["a well-known understanding moon and lit it is"])
    >>> join("a well-", "known man", known), join("under-", "standing", known), join("moon-", "lit", known)
    ('a well-known man', 'understanding', 'moon-lit')
    >>> join("self-", "taught", known), join("self-", "ish", known)
    ('self-taught', 'selfish')
    >>> join("Anglo-", "Saxon", known), join("he went—", "she stayed", known), join("no", "one", known)
    ('Anglo-Saxon', 'he went—she stayed', 'no one')
    """
    if not before or not after:
        return before + after
    parted, begun = _PARTED.search(before), _BEGUN.match(after)
    if parted and begun:
        one, two = parted[1], begun[0]
        return (before if _has_own_hyphen(before, one, two, known) else before[:-1]) + after
    if before.endswith(_CLOSED) and not before.endswith(tuple(f" {mark}" for mark in _CLOSED)):
        return before + after
    return f"{before.removesuffix(_SOFT)} {after}"


def _has_own_hyphen(before: str, one: str, two: str, known: Mapping[str, int]) -> bool:
    if before.endswith(_SOFT):
        return False
    if not two[0].islower():
        return True
    first, second = one.casefold(), two.casefold()
    hyphened, joined = known.get(f"{first}-{second}", 0), known.get(first + second, 0)
    if hyphened or joined:
        return hyphened > joined
    last = first.replace("‐", "-").rsplit("-", 1)[-1]
    if last in _COMPOUNDING:
        return second not in _ENDINGS
    return all(len(part) >= _SHORTEST and part in known for part in (last, second))
