"""Measures and degrees."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.fractions import AMOUNT, VULGAR, amount
from narrate.script.rules.en.money import NOUN, ONE_OF
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
    tbsp tbsps = tablespoon, tablespoons
    tsp tsps = teaspoon, teaspoons
    qr qrs = quarter, quarters
    sq._in sq_in = square inch, square inches
    sq._ft sq_ft = square foot, square feet
    sq._yd sq._yds sq_yds = square yard, square yards
    sq._mi sq_mi = square mile, square miles
    sq._km sq_km = square kilometre, square kilometres
    cu._in cu_in = cubic inch, cubic inches
    cu._ft cu_ft = cubic foot, cubic feet
    cu._yd cu._yds = cubic yard, cubic yards
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
    rf"(?<![\w£$€/])(?<![0-9][.,:])(?P<its>{ONE_OF})?(?P<minus>(?<![\w%)°])[-−])?"
    rf"(?:(?P<low>{AMOUNT})%? ?(?:[-–]"
    rf"|to) ?)?(?P<amount>{AMOUNT})"
    rf"(?P<joint> ?-?)(?P<unit>{_UNIT})(?![\w'’]|\.[0-9])(?P<dot>{MAYBE_DOT})(?P<per>/(?P<each>yr"
    rf"|hr|day|week|kg|lb|month|sec)\b)?(?P<one>(?(its)(?:{NOUN}|(?= [A-Z])|(?!))|(?!)))?"
)
INCHES = re.compile(
    rf"(?<![\w/.,])(?P<its>{ONE_OF})?(?P<amount>{AMOUNT})(?P<joint> ?-?)"
    r"(?:in\.(?![\"”’')\]\s]*$)|in(?=\.[\"”’')\]\s]*$))"
    rf"(?! [0-9]{{4}}\b)|(?P<after>\b(?:ft|feet|foot)\.?,? )(?P<more>{AMOUNT}) in\b{MAYBE_DOT}"
)
FEET = re.compile(
    r"(?<![\w.°])([1-9][0-9]*)['’′](?= ?(?:[x×✕]|by|wide|long|high|tall|deep|square)\b| ?×)"
    r"|(?<=[x×✕] )([1-9][0-9]*)['’′](?!\w)"
)
SPENT = re.compile(
    r"(?<![\w.,])([0-9]{1,2}) ?h(?:rs?)?\.? ([0-9]{1,2}) ?m(?:in)?s?\b\.?(?: ([0-9]{1,2}) ?s(?:ec)?s?\b\.?)?"
)
COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
PRIMES = re.compile(r"(?<![\w.°])([1-9][0-9]?)['’′] ?(1[01]|[0-9])(?:[\"”″]|'')(?!\w)")
ARC = re.compile(
    r"(?<![\w.])([0-9]{1,3}(?:\.[0-9]+)?)°(?: ?([0-9]{1,2})['’′](?: ?([0-9]{1,2})(?:[\"”″]|''))?)?"
    rf"(?: ?(?P<side>[NSEW])\b{MAYBE_DOT}|(?<=['’′\"”″]))"
)
STONE = re.compile(rf"(?<![\w.,])([0-9]{{1,2}}) st(?:\.?(?=,? [0-9]{{1,2}} ?lbs?\b)|{DOT})")
BY = re.compile(rf"(?<=[0-9{VULGAR}'’′\"″])(?<!\b0)( ?[×✕] ?| x |x(?!86|0))(?=[0-9])")
SINGLE = re.compile("one|[a-z]+ (?:half|thirds?|quarters?|[a-z]+ths?)")
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
        named = zip(found.groups()[:3], ("degree", "minute", "second"), strict=True)
        parts = (_named(number(part), "", one, one + "s") for part, one in named if part)
        side = COMPASS.get(found["side"], "")
        yield Rewrite(*found.span(), " ".join((*parts, side)).rstrip(), "measures")
    for found in SPENT.finditer(text):
        named = zip(found.groups(), ("hour", "minute", "second"), strict=True)
        parts = (_named(number(part), "", one, one + "s") for part, one in named if part)
        yield Rewrite(*found.span(), " ".join(parts), "measures")
    for found in FEET.finditer(text):
        yield Rewrite(*found.span(), _named(number(found[1] or found[2]), "", "foot", "feet"), "measures")
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
    alone = found["one"] is not None and not found["unit"].endswith("s")
    said = _named(low + amount(found["amount"]), found["joint"], one, one if alone else many)
    each = f" per {EACH.get(found['each'], found['each'])}" if found["each"] else ""
    return f"{'minus ' * bool(found['minus'])}{said}{each}"


def _named(said: str, joint: str, one: str, many: str) -> str:
    if "-" in joint:
        return f"{said}-{one}"
    return f"{said} {one if SINGLE.fullmatch(said) else many}"


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
