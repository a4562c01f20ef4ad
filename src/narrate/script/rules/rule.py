"""What a rule is, and how rules are joined."""

import re
from collections.abc import Callable, Iterable, Iterator

from narrate.model.script import Rewrite

Rule = Callable[[str], Iterable[Rewrite]]


def replaced(text: str, rewrites: Iterable[Rewrite]) -> str:
    """Put into a text what is spoken in place of its words.

    >>> replaced("St. Ann", [Rewrite(0, 3, "Saint", "saints")])
    'Saint Ann'
    """
    for each in sorted(rewrites, key=lambda each: -each.start):
        text = text[: each.start] + each.spoken + text[each.end :]
    return text


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
