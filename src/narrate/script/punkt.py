"""NLTK's Punkt with parameters of our own: nothing is downloaded, nothing is trained."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from narrate.script.words import ABBREVIATIONS, STARTERS

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer


@lru_cache(maxsize=65_536)
def ends_sentence(word: str, following: str) -> bool:
    """Ask Punkt whether the stop at the end of `word` ends its sentence where `following` comes next.

    >>> ends_sentence("Dr.", "Lowe"), ends_sentence("door.", "Nobody"), ends_sentence("p.m.", "The")
    (False, True, True)
    """
    return bool(_tokenizer().text_contains_sentbreak(f"{word} {following}"))


@cache
def _tokenizer() -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types.update(ABBREVIATIONS)
    parameters.sent_starters.update(STARTERS)
    return PunktSentenceTokenizer(parameters)
