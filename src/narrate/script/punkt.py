"""NLTK's Punkt with parameters of our own: nothing is downloaded, nothing is trained."""

import sys
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
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
    punkt = _punkt_alone()
    parameters = punkt.PunktParameters()
    parameters.abbrev_types.update(ABBREVIATIONS)
    parameters.sent_starters.update(STARTERS)
    return punkt.PunktSentenceTokenizer(parameters)


def _punkt_alone() -> ModuleType:
    """Import Punkt without the rest of NLTK, whose `__init__` imports all it has and takes four times longer.

    The hollow packages that lead to it are forgotten again: whoever imports NLTK later finds it whole.
    """
    known = set(sys.modules)
    for package in ("nltk", "nltk.tokenize"):
        spec = find_spec(package)
        if package not in known and spec:
            sys.modules[package] = module_from_spec(spec)
    try:
        return import_module("nltk.tokenize.punkt")
    finally:
        for name in [name for name in sys.modules.keys() - known if name.partition(".")[0] == "nltk"]:
            del sys.modules[name]
