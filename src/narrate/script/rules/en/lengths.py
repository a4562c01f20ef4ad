"""Feet, inches and what stands between two lengths."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.fractions import AMOUNT, VULGAR, amount
from narrate.script.rules.en.measures import EACH, named
from narrate.script.rules.en.money import NOUN, ONE_OF
from narrate.script.rules.en.words import number
from narrate.script.rules.rule import MAYBE_DOT

INCHES = re.compile(
    rf"(?<![\w/.,])(?P<its>{ONE_OF})?(?P<amount>{AMOUNT})(?P<joint> ?-?)"
    r"(?:ins?\.(?![\"”’')\]\s]*$)|ins?(?=\.[\"”’')\]\s]*$))"
    rf"(?! [0-9]{{4}}\b)(?P<one>(?(its){NOUN}|(?!)))?"
    rf"|(?P<after>(?:\b|(?<=[0-9]))(?:ft|feet|foot)\.?,? )(?P<more>{AMOUNT}) ?ins?\b{MAYBE_DOT}"
)
FEET = re.compile(
    r"(?<![\w.°])([1-9][0-9]*)['’′](?= ?(?:[x×✕]|by|wide|long|high|tall|deep|square)\b| ?×)"
    r"|(?<=[x×✕] )([1-9][0-9]*)['’′](?!\w)"
)
ADJECTIVE = re.compile(r"\ban? (?P<feet>[1-9][0-9]*)['’′](?= [a-z])")
PRIMES = re.compile(r"(?<![\w.°])([1-9][0-9]?)['’′] ?(1[01]|[0-9])(?:[\"”″]|'')(?!\w)")
BY = re.compile(
    rf"(?<=[0-9{VULGAR}'’′\"″])(?<!\b0)(?: ?[×✕] ?| x |x(?!86|0))(?=[0-9])"
    r"|(?<=ft|in|cm|mm|t\.|n\.|m\.) x (?=[0-9])"
)
PER = re.compile(rf"(?<=[0-9a-z])/(yr|hr|wk|mo|min|sec|gal|bbl|lb|kg|day|week|month|night|head)\b{MAYBE_DOT}")


def lengths(text: str) -> Iterator[Rewrite]:
    r"""Say inches, and feet and inches by their marks.

    >>> [found.spoken for found in lengths("7 in. of rain, 5'9\" tall, a room 10' x 12'")]
    ['seven inches', 'five feet nine inches', 'ten feet', 'twelve feet']
    """
    for found in INCHES.finditer(text):
        said, many = amount(found["amount"] or found["more"]), "inches" if found["one"] is None else "inch"
        start = found.start("amount") if found["amount"] else found.start("more")
        yield Rewrite(start, found.end(), named(said, found["joint"] or "", "inch", many), "lengths")
    for found in PRIMES.finditer(text):
        feet, inches = (number(part) for part in found.groups())
        yield Rewrite(
            *found.span(),
            f"{named(feet, '', 'foot', 'feet')} {named(inches, '', 'inch', 'inches')}",
            "lengths",
        )
    for found in ADJECTIVE.finditer(text):
        yield Rewrite(found.start("feet"), found.end(), number(found["feet"]) + " foot", "lengths")
    for found in FEET.finditer(text):
        yield Rewrite(*found.span(), named(number(found[1] or found[2]), "", "foot", "feet"), "lengths")


def sizes(text: str) -> Iterator[Rewrite]:
    """Say the sign between two lengths; in a sum it multiplies.

    >>> [found.spoken for found in sizes("5 × 3, and 5 × 3 = 15")]
    [' by ', ' times ']
    """
    for found in BY.finditer(text):
        multiplied = re.compile(r"[0-9., ]+=").match(text, found.end())
        yield Rewrite(*found.span(), " times " if multiplied else " by ", "sizes")
    for found in PER.finditer(text):
        yield Rewrite(*found.span(), f" per {EACH.get(found[1], found[1])}", "sizes")
