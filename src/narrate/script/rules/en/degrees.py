"""Places on the globe."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.measures import together
from narrate.script.rules.rule import MAYBE_DOT

COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
ARC = re.compile(
    r"(?<![\w.])([0-9]{1,3}(?:\.[0-9]+)?)°(?: ?([0-9]{1,2})['’′](?: ?([0-9]{1,2})(?:[\"”″]|''))?)?"
    rf"(?: ?(?P<side>[NSEW])\b{MAYBE_DOT}|(?<=['’′\"”″]))"
)


def degrees(text: str) -> Iterator[Rewrite]:
    """Say degrees of latitude and longitude, and on which side of the line.

    >>> [found.spoken for found in degrees("51° 30′ N., and 7° W.")]
    ['fifty-one degrees thirty minutes north', 'seven degrees west']
    """
    for found in ARC.finditer(text):
        said = together(found.groups()[:3], ("degree", "minute", "second"))
        side = COMPASS.get(found["side"], "")
        yield Rewrite(*found.span(), f"{said} {side}".rstrip(), "degrees")
