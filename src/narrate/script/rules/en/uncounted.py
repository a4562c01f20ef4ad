"""Units of which no figure tells how many."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.measures import UNITS
from narrate.script.rules.rule import DOT

EACH = re.compile(
    r"\b(?:per|an?|the|every|each|this|that|half[ -]an?) "
    r"(?P<unit>sq\. ?(?:in|ft|yd|mi|km)|cu\. ?(?:in|ft|yd)|lb|oz|cwt|yd|doz"
    rf"|gal|hr|bbl|bu|wk|(?<=per )(?:min|sec|yr)){DOT}"
)
MANY = re.compile(rf"\b(?P<unit>lbs|yds|hrs|mins|yrs|mos|wks|ozs|cwts|gals|qts|bbls){DOT}")
SHAPES = {"sq": "square", "cu": "cubic"}
SHAPE = re.compile(r"\b(?P<shape>sq|cu)\. ?(?=(?:inch|foot|feet|yard|mile|met|kilo|cent)[a-z]*\b)")


def uncounted(text: str) -> Iterator[Rewrite]:
    """Say units in full where words count them, or none.

    >>> [found.spoken for found in uncounted("per sq. in., by the doz. and some lbs. of it, a sq. mile")]
    ['square inch', 'dozen', 'pounds', 'square ']
    """
    for pattern, which in ((EACH, 0), (MANY, 1)):
        for found in pattern.finditer(text):
            said = UNITS[found["unit"].replace(". ", ".").replace(".", ". ")][which]
            yield Rewrite(found.start("unit"), found.end(), said, "uncounted")
    for found in SHAPE.finditer(text):
        yield Rewrite(*found.span(), SHAPES[found["shape"]] + " ", "uncounted")
