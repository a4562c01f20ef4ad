"""Measures and degrees."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.fractions import AMOUNT, amount
from narrate.script.rules.en.words import number
from narrate.script.rules.rule import DOT, MAYBE_DOT

_TABLE = """
    ft = foot, feet
    yd yds = yard, yards
    mi = mile, miles
    lb lbs = pound, pounds
    oz ozs = ounce, ounces
    cwt = hundredweight, hundredweight
    gal gals = gallon, gallons
    qt qts = quart, quarts
    pts = pint, pints
    doz = dozen, dozen
    bu = bushel, bushels
    hp h.p = horsepower, horsepower
    hr hrs = hour, hours
    min mins = minute, minutes
    sec secs = second, seconds
    kg kgs = kilogram, kilograms
    g gm gms = gram, grams
    mg = milligram, milligrams
    km kms = kilometre, kilometres
    m = metre, metres
    cm cms = centimetre, centimetres
    mm = millimetre, millimetres
    l = litre, litres
    cl = centilitre, centilitres
    ml = millilitre, millilitres
    cc = c c, c c
    mph m.p.h = mile per hour, miles per hour
    kph km/h = kilometre per hour, kilometres per hour
    m/s = metre per second, metres per second
    mbps = megabit per second, megabits per second
    Hz = hertz, hertz
    kHz = kilohertz, kilohertz
    MHz = megahertz, megahertz
    GHz = gigahertz, gigahertz
    W = watt, watts
    kW = kilowatt, kilowatts
    V = volt, volts
    kB KB = kilobyte, kilobytes
    MB = megabyte, megabytes
    GB = gigabyte, gigabytes
    TB = terabyte, terabytes
    sq._ft sq_ft = square foot, square feet
    sq._mi sq_mi = square mile, square miles
    cu._ft cu_ft = cubic foot, cubic feet
    m² = square metre, square metres
    km² km2 = square kilometre, square kilometres
    m³ = cubic metre, cubic metres
    km³ = cubic kilometre, cubic kilometres
    °C °_C ℃ = degree Celsius, degrees Celsius
    °F °_F ℉ = degree Fahrenheit, degrees Fahrenheit
    ° º = degree, degrees
    % = percent, percent
"""
"""How units are printed, what one is called, and what several."""
UNITS = {
    unit.replace("_", " "): tuple(names.split(", "))
    for units, names in (row.strip().split(" = ") for row in _TABLE.strip().splitlines())
    for unit in units.split()
}
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
MEASURE = re.compile(
    rf"(?<![\w£$€/])(?<![0-9][.,:])(?P<minus>(?<![\w%)°])[-−])?(?:(?P<low>{AMOUNT})%? ?(?:[-–]"
    rf"|to) ?)?(?P<amount>{AMOUNT})"
    rf"(?P<joint> ?-?)(?P<unit>{_UNIT})(?![\w'’]|\.[0-9])(?P<dot>{MAYBE_DOT})(?P<per>/(?P<each>yr"
    r"|hr|day|week|kg|lb|month|sec)\b)?"
)
INCHES = re.compile(
    rf"(?P<amount>{AMOUNT})(?P<joint> ?-?)(?:in\.(?![\"”’')\]\s]*$)|in(?=\.[\"”’')\]\s]*$))"
    rf"(?! [0-9]{{4}}\b)|(?P<after>\b(?:ft|feet|foot)\.?,? )(?P<more>{AMOUNT}) in\b{MAYBE_DOT}"
)
PRIMES = re.compile(r"(?<![\w.°])([1-9][0-9]?)['’′] ?(1[01]|[0-9])(?:[\"”″]|'')(?!\w)")
ARC = re.compile(r"([0-9]{1,3})° ?([0-9]{1,2})['’′](?: ?([0-9]{1,2})(?:[\"”″]|''))?")
STONE = re.compile(rf"(?<![\w.,])([0-9]{{1,2}}) st(?:\.?(?=,? [0-9]{{1,2}} ?lbs?\b)|{DOT})")
BY = re.compile(r"(?<=[0-9])( ?[×✕] ?| x )(?=[0-9])")
EACH = {"yr": "year", "hr": "hour", "kg": "kilogram", "lb": "pound", "sec": "second"}
PER = re.compile(r"(?<=[0-9a-z])/(yr|hr|day|week|month)\b")


def measures(text: str) -> Iterator[Rewrite]:
    """Say units in full: in the singular for one, and where a hyphen makes them part of a name.

    >>> [found.spoken for found in measures("5 ft. 7 in. tall, 10 lbs., 60 mph, 20°C, a 6-ft. wall")]
    ['five feet', 'ten pounds', 'sixty miles per hour', 'twenty degrees Celsius', 'six-foot', 'seven inches']
    """
    for found in STONE.finditer(text):
        yield Rewrite(*found.span(), number(found[1]) + " stone", "measures")
    for found in ARC.finditer(text):
        named = zip(found.groups(), ("degree", "minute", "second"), strict=True)
        parts = (_named(number(part), "", one, one + "s") for part, one in named if part)
        yield Rewrite(*found.span(), " ".join(parts), "measures")
    for found in MEASURE.finditer(text):
        yield Rewrite(*found.span(), _measured(found), "measures")
    for found in INCHES.finditer(text):
        said = amount(found["amount"] or found["more"])
        start = found.start("amount") if found["amount"] else found.start("more")
        yield Rewrite(start, found.end(), _named(said, found["joint"] or "", "inch", "inches"), "measures")
    for found in PRIMES.finditer(text):
        feet, inches = (number(part) for part in found.groups())
        yield Rewrite(
            *found.span(),
            f"{_named(feet, '', 'foot', 'feet')} {_named(inches, '', 'inch', 'inches')}",
            "measures",
        )


def _measured(found: re.Match[str]) -> str:
    one, many = UNITS[found["unit"]]
    low = f"{amount(found['low'])} to " if found["low"] else ""
    said = _named(low + amount(found["amount"]), found["joint"], one, many)
    each = f" per {EACH.get(found['each'], found['each'])}" if found["each"] else ""
    return f"{'minus ' * bool(found['minus'])}{said}{each}"


def _named(said: str, joint: str, one: str, many: str) -> str:
    if "-" in joint:
        return f"{said}-{one}"
    return f"{said} {one if said in {'one', 'one half', 'one quarter'} else many}"


def sizes(text: str) -> Iterator[Rewrite]:
    """Say the sign between two lengths; in a sum it multiplies.

    >>> [found.spoken for found in sizes("5 × 3, and 5 × 3 = 15")]
    [' by ', ' times ']
    """
    for found in BY.finditer(text):
        multiplied = re.compile(r"[0-9., ]+=").match(text, found.end())
        yield Rewrite(*found.span(1), " times " if multiplied else " by ", "sizes")
    for found in PER.finditer(text):
        yield Rewrite(*found.span(), f" per {EACH.get(found[1], found[1])}", "sizes")
