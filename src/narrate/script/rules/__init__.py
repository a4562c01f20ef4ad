"""What is spoken for what is printed: plain functions in a visible order."""

from collections.abc import Callable, Iterable, Sequence

from narrate.model.lexicon import Entry, speaks
from narrate.model.script import Rewrite
from narrate.script.rules.endless import endless
from narrate.script.rules.homographs import homographs
from narrate.script.rules.pronounce import pronounce
from narrate.script.rules.typography import breaks, dashes, digits, is_plain, letters, marks, pictures, unseen

Rule = Callable[[str], Iterable[Rewrite]]

RULES: tuple[Rule, ...] = (unseen, letters, digits, endless, dashes, marks, pictures, breaks)
"""Where two rules claim the same words, the earlier one has them."""

TYPOGRAPHY = frozenset((unseen, letters, digits, dashes, marks, pictures, breaks))
"""Those that have nothing to do where a text is plain."""


def rules(entries: Sequence[Entry], language: str = "en") -> tuple[Rule, ...]:
    """Put what the listener says of words before all other rules, for a voice of a language."""
    own = (pronounce(entries),) if entries else ()
    english = (homographs,) if speaks(language, "en") else ()
    return (*own, *english, *RULES)


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
