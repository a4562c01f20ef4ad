"""What a rule is, and how rules are joined."""

import re
from collections.abc import Callable, Iterable, Iterator

from narrate.model.script import Rewrite

Rule = Callable[[str], Iterable[Rewrite]]

END = r"[\"”’'»)\]\s]*$"
DOT = rf"(?:\.(?!{END})|(?=\.{END}))"
"""The full stop of an abbreviation; one that ends the line as well stays, for the voice falls there."""
MAYBE_DOT = rf"(?:\.(?!{END}))?"


def where(needed: re.Pattern[str], ordered: tuple[Rule, ...]) -> Rule:
    """Run rules, as one, only on lines in which there is something for them.

    >>> from narrate.script.rules.typography import marks
    >>> starred = where(re.compile("[*]"), (marks,))
    >>> [found.rule for found in starred("K.*")], list(starred("~"))
    (['marks'], [])
    """

    def joined(text: str) -> Iterator[Rewrite]:
        if needed.search(text):
            for rule in ordered:
                yield from rule(text)

    return joined
