"""Measures and degrees."""

import re
from collections.abc import Iterator, Sequence

from narrate.model.script import Rewrite
from narrate.script.rules.en.fractions import AMOUNT, amount
from narrate.script.rules.en.money import NOUN, ONE_OF
from narrate.script.rules.en.words import number
from narrate.script.rules.rule import DOT, MAYBE_DOT

_TABLE = """
    ft = foot, feet
    yd yds = yard, yards
    mi = mile, miles
    lb lbs = pound, pounds
    oz ozs = ounce, ounces
    cwt cwts = hundredweight, hundredweight
    gal gals = gallon, gallons
    qt qts = quart, quarts
    pts = pint, pints
    doz = dozen, dozen
    bu = bushel, bushels
    hp h.p = horsepower, horsepower
    fl._oz fl_oz = fluid ounce, fluid ounces
    bbl bbls = barrel, barrels
    kts = knot, knots
    grs = grain, grains
    gs gns = guinea, guineas
    yr yrs = year, years
    mos = month, months
    wk wks = week, weeks
    hr hrs = hour, hours
    rpm r.p.m = revolution per minute, revolutions per minute
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
    kWh = kilowatt-hour, kilowatt-hours
    dB = decibel, decibels
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
    cm² cm2 = square centimetre, square centimetres
    kg/cm² kg/cm2 = kilogram per square centimetre, kilograms per square centimetre
    m² = square metre, square metres
    km² km2 = square kilometre, square kilometres
    m³ = cubic metre, cubic metres
    km³ = cubic kilometre, cubic kilometres
    °C °_C ℃ = degree Celsius, degrees Celsius
    °F °_F ℉ = degree Fahrenheit, degrees Fahrenheit
    ° º = degree, degrees
    % pct p.c = percent, percent
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
    rf"(?:(?P<low>{AMOUNT})(?:%? ?[-–] ?"
    rf"| ?to ?))?(?P<amount>{AMOUNT})"
    rf"(?P<joint> ?-?)(?P<unit>{_UNIT})(?<! [WV](?=\. [A-Z0-9]))(?![\w'’]|\.[0-9])"
    rf"(?P<dot>{MAYBE_DOT})(?P<per>/(?P<each>yr"
    rf"|hr|day|week|kg|lb|month|sec)\b)?(?P<one>(?(its)(?:{NOUN}|(?= [A-Z])|(?!))|(?!)))?"
)
SPENT = re.compile(
    r"(?<![\w.,])([0-9]{1,2}) ?h(?:rs?)?\.? ([0-9]{1,2}) ?m(?:in)?s?\b\.?(?: ([0-9]{1,2}) ?s(?:ec)?s?\b\.?)?"
)
STONE = re.compile(rf"(?<![\w.,])([0-9]{{1,2}}) st(?:\.?(?=,? [0-9]{{1,2}} ?lbs?\b)|{DOT})")
SINGLE = re.compile("one|[a-z]+ (?:half|thirds?|quarters?|[a-z]+ths?)")
MILES = re.compile(
    r"(?P<amount>[0-9]+) m\.(?= (?:an hour|per hour|from|north|south|east|west|off|away|[NSEW]\b))"
)
CENTS = re.compile(rf"(?<![\w£$€/.,])(?P<amount>{AMOUNT})pc\b")
POINTS = re.compile(r"(?<![\w.,])(?P<size>[0-9]{1,2})-pt\b\.?")
EACH = {"yr": "year", "hr": "hour", "kg": "kilogram", "lb": "pound", "sec": "second", "wk": "week"}
EACH |= {"mo": "month", "min": "minute", "gal": "gallon", "bbl": "barrel"}


def measures(text: str) -> Iterator[Rewrite]:
    """Say units in full: in the singular for one, and where a hyphen makes them part of a name.

    >>> [found.spoken for found in measures("5 ft. tall, 10 lbs., 60 mph, 20°C, a 6-ft. wall")]
    ['five feet', 'ten pounds', 'sixty miles per hour', 'twenty degrees Celsius', 'six-foot']
    """
    for found in STONE.finditer(text):
        yield Rewrite(*found.span(), number(found[1]) + " stone", "measures")
    for found in MILES.finditer(text):
        yield Rewrite(*found.span(), named(number(found["amount"]), "", "mile", "miles"), "measures")
    for found in CENTS.finditer(text):
        yield Rewrite(*found.span(), amount(found["amount"]) + " percent", "measures")
    for found in POINTS.finditer(text):
        yield Rewrite(*found.span(), number(found["size"]) + "-point", "measures")
    for found in SPENT.finditer(text):
        yield Rewrite(*found.span(), together(found.groups(), ("hour", "minute", "second")), "measures")
    for found in MEASURE.finditer(text):
        yield Rewrite(*found.span(), _measured(found), "measures")


def _measured(found: re.Match[str]) -> str:
    one, many = UNITS[found["unit"]]
    low = f"{amount(found['low'])} to " if found["low"] else ""
    alone = found["one"] is not None and not found["unit"].endswith("s")
    said = named(low + amount(found["amount"]), found["joint"], one, one if alone else many)
    each = f" per {EACH.get(found['each'], found['each'])}" if found["each"] else ""
    return f"{'minus ' * bool(found['minus'])}{said}{each}"


def together(figures: Sequence[str | None], units: Sequence[str]) -> str:
    """Say a measure in several units, the smaller ones where there are any.

    >>> together(("6", "1", None), ("hour", "minute", "second"))
    'six hours one minute'
    """
    each = zip(figures, units, strict=True)
    return " ".join(named(number(part), "", unit, unit + "s") for part, unit in each if part)


def named(said: str, joint: str, one: str, many: str) -> str:
    """Hang a unit on its number, in the singular where a hyphen joins them.

    >>> named("two", " ", "foot", "feet"), named("six", "-", "foot", "feet")
    ('two feet', 'six-foot')
    """
    if "-" in joint:
        return f"{said}-{one}"
    return f"{said} {one if SINGLE.fullmatch(said) else many}"
