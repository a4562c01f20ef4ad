"""What is spoken for what is printed: plain functions in a visible order."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import NamedTuple

from narrate.model.lexicon import Entry, speaks
from narrate.model.script import Rewrite
from narrate.script.rules import say_as
from narrate.script.rules.endless import endless
from narrate.script.rules.homographs import homographs
from narrate.script.rules.pronounce import pronounce
from narrate.script.rules.rule import Rule
from narrate.script.rules.typography import breaks, dashes, digits, is_plain, letters, marks, pictures, unseen

RULES: tuple[Rule, ...] = (unseen, letters, digits, endless, dashes, marks, pictures, breaks)
"""What is asked of every language, after its own rules.

Where two rules claim the same words, the earlier one has them.
"""

TYPOGRAPHY = frozenset((unseen, letters, digits, dashes, marks, pictures, breaks))
"""Those that have nothing to do where a text is plain."""


class Rulebook(NamedTuple):
    """The rules by which a voice speaks."""

    prose: tuple[Rule, ...]
    heading: tuple[Rule, ...]
    language: str = ""
    """BCP 47 tag of what it reads."""


def rulebook(entries: Sequence[Entry], language: str) -> Rulebook:
    """Put together the rules of a voice: what the listener says of words, and how a language is read."""
    return Rulebook(rules(entries, language), rules(entries, language, heading=True), language)


def rules(entries: Sequence[Entry], language: str = "", *, heading: bool = False) -> tuple[Rule, ...]:
    """Put what the listener says of words first, then how the language is read, then what all share.

    `language` is a BCP 47 tag; one that has no folder here has only the first and the last.
    """
    own = (pronounce(entries),) if entries else ()
    english = (homographs,) if speaks(language, "en") else ()
    return (*own, endless, *english, *of_language(language, heading=heading), *RULES)


@cache
def of_language(tag: str, *, heading: bool = False) -> tuple[Rule, ...]:
    """Find how a language is read: the folder of its name, asked for the region.

    >>> len(of_language("en-GB")) < len(of_language("en-GB", heading=True)), of_language("tlh")
    (True, ())
    """
    found, region = _folder(tag)
    if found is None:
        return ()
    return (*(getattr(found, "HEADINGS", ()) if heading else ()), *found.rules(region))


def said_as(printed: str, way: str, form: str, tag: str) -> str:
    """Say something as what its author tells that it is; an empty string where a language has no answer.

    >>> said_as("184", "cardinal", "", "en-GB"), said_as("12", "ordinal", "", "fr")
    ('one hundred and eighty-four', 'douzième')
    >>> said_as("7", "digits", "", "tlh")
    ''
    """
    found, region = _folder(tag)
    known = getattr(found, "ways", None)
    try:
        ways = known(region) if known else say_as.ways(tag.partition("-")[0].lower())
        return str(ways[way](printed, form)) if way in ways else ""
    except (NotImplementedError, OverflowError):
        return ""


def _folder(tag: str) -> tuple[ModuleType | None, str]:
    """Find the folder of a language, and the region that a tag names."""
    language, *others = tag.replace("_", "-").split("-")
    region = next((part.upper() for part in others if len(part) == len("GB")), "")
    name = f"{__name__}.{language.lower()}"
    spec = find_spec(name) if language.isalpha() else None
    if spec is None or spec.submodule_search_locations is None:
        return None, region
    return import_module(name), region


def rewrite(text: str, ordered: Sequence[Rule] = RULES) -> tuple[Rewrite, ...]:
    r"""Collect what the rules rewrite, in order of place and without overlap.

    >>> [(found.rule, found.spoken) for found in rewrite("so\u00adnata")]
    [('unseen', '')]
    """
    kept: dict[int, Rewrite] = {}
    plain = is_plain(text)
    for rule in ordered:
        if plain and rule in TYPOGRAPHY:
            continue
        for found in rule(text):
            if kept.keys().isdisjoint(range(found.start, found.end)):
                kept |= dict.fromkeys(range(found.start, found.end), found)
    return tuple(found for place, found in sorted(kept.items()) if place == found.start)
