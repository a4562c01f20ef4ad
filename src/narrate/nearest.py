"""Guess which name was meant by one that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches

from narrate.model.words import quoted

SHORTEST_PART = 3
"""Letters of a longer name that are enough to know it by."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant, however it is capitalised, or None where none is near.

    >>> nearest("Elenor", ["eleanor", "duncan"])
    'eleanor'
    >>> nearest("peak", ["loudness", "true_peak"])
    'true_peak'
    >>> nearest("xyz", ["eleanor", "duncan"])
    """
    by_folded = {known.casefold(): known for known in names}
    folded = name.casefold()
    close = get_close_matches(folded, by_folded, n=1)
    holding = [known for known in by_folded if len(folded) >= SHORTEST_PART and folded in known]
    return next((by_folded[known] for known in [*close, *holding]), None)


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Ask whether the nearest name was meant; say nothing where none is near.

    >>> did_you_mean("mp4", ["m4b", "mp3"]), did_you_mean("wav", ["m4b", "mp3"])
    ('did you mean "mp3"?', '')
    """
    near = nearest(name, names)
    return "" if near is None else f"did you mean {quoted(near)}?"
