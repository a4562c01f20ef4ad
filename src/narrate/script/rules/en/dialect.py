"""Where American speech differs from British: the `and` within a number."""

import re
from collections.abc import Iterator
from dataclasses import replace

from narrate.model.script import Rewrite
from narrate.script.rules.rule import Rule

AND = re.compile(
    r"(?:(?<=hundred|million|billion)|(?<=thousand|trillion)) and "
    r"(?=one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fif|twent|forty|fortieth)"
)
METRE = re.compile(r"(?<=met)re|(?<=lit)re")


def american(rule: Rule) -> Rule:
    """Leave out the `and` that British speech has after hundreds and thousands, and write `meter`."""

    def without(text: str) -> Iterator[Rewrite]:
        for found in rule(text):
            yield replace(found, spoken=americanised(found.spoken))

    return without


def americanised(said: str) -> str:
    """Say as an American what a Briton says.

    >>> americanised("one hundred and ten metres")
    'one hundred ten meters'
    """
    return METRE.sub("er", AND.sub(" ", said))
