"""How English says something of which its author tells what it is."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from narrate.script.rules.en.dates import MONTHS, SHORT
from narrate.script.rules.en.dialect import americanised
from narrate.script.rules.en.fractions import amount
from narrate.script.rules.en.measures import measures
from narrate.script.rules.en.money import money
from narrate.script.rules.en.times import times
from narrate.script.rules.en.words import cardinal, digits, number, ordinal, year
from narrate.script.rules.rule import Rule, replaced
from narrate.script.rules.say_as import Way, whole
from narrate.script.rules.table import table

SIGNS: Final = table(
    """
    . = dot; , = comma; - = dash; _ = underscore; / = slash; @ = at; # = hash; & = and; + = plus; * = star
    : = colon; ! = exclamation mark; ? = question mark; % = percent; ' | ’ = apostrophe; ( | ) = bracket
    """
)
EXTENSION: Final = re.compile(r"x|ext\.?", re.IGNORECASE)
CODES: Final = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹", "CAD": "C$", "AUD": "A$"}


def ways(*, british: bool) -> Mapping[str, Way]:
    """Give what can be told of something: dates in the order of the region where no other is given.

    >>> known = ways(british=False)
    >>> known["date"]("3/5/1984", "dmy"), known["cardinal"]("1984", ""), known["characters"]("A4-b", "")
    ('May third, nineteen eighty-four', 'one thousand nine hundred eighty-four', 'ay four dash B')
    """
    known: Mapping[str, Way] = {
        "cardinal": _cardinal,
        "number": _cardinal,
        "ordinal": _ordinal,
        "digits": lambda printed, _form: digits(re.sub(r"\D", "", printed)),
        "telephone": _telephone,
        "date": partial(_date, british=british),
        "time": partial(_ruled, times, lambda printed: re.sub(r"\s*[.h]\s*(?=\d)", ":", printed)),
        "currency": partial(_ruled, money, _signed),
        "unit": partial(_ruled, measures, str),
        "fraction": _fraction,
        **dict.fromkeys(("characters", "spell-out", "verbatim"), _characters),
    }
    return known if british else {name: _american(way) for name, way in known.items()}


def _american(way: Way) -> Way:
    return lambda printed, form: americanised(way(printed, form))


def _cardinal(printed: str, _form: str) -> str:
    value = whole(printed)
    bare = printed.lstrip("-+−")
    said = number(bare) if value is None else cardinal(abs(value))
    return f"minus {said}" if printed[0] in "-−" else said


def _ordinal(printed: str, _form: str) -> str:
    value = whole(printed)
    return "" if value is None else ordinal(value)


def _telephone(printed: str, _form: str) -> str:
    line, *extension = (
        ", ".join(map(digits, re.findall("[0-9]+", part))) for part in EXTENSION.split(printed)
    )
    said = ", extension ".join([line, *extension])
    return f"plus {said}" if printed.lstrip().startswith("+") else said


def _fraction(printed: str, _form: str) -> str:
    return amount(re.sub(r"\s*([/⁄])\s*", r"\1", printed).replace("+", " "))


def _date(printed: str, form: str, *, british: bool) -> str:
    """Say a date whose parts are in a known order; of one that makes no sense, nothing."""
    parts = dict(zip(form, re.findall(r"\d+|[^\W\d_]+", printed), strict=True)) if form else {}
    month = _month(parts["m"]) if "m" in parts else ""
    if not parts or ("m" in parts and not month) or not _is_day(parts.get("d", "1")):
        return ""
    day = ordinal(int(parts["d"])) if "d" in parts else ""
    which = year(int(parts["y"])) if "y" in parts else ""
    if day and month:
        day, month = (f"the {day} of {month}", "") if british else (f"{month} {day}", "")
    said = f"{day}{month}"
    return ", ".join(filter(None, (said, which))) if day else " ".join(filter(None, (said, which)))


def _month(printed: str) -> str:
    if printed.isdecimal():
        return MONTHS[int(printed) - 1] if 1 <= int(printed) <= len(MONTHS) else ""
    return SHORT.get(printed.lower(), "")


def _is_day(printed: str) -> bool:
    return printed.isdecimal() and 1 <= int(printed) <= 31


def _signed(printed: str) -> str:
    """Put the sign of a currency before the sum, as print has it."""
    for code, sign in CODES.items():
        if code in printed.upper():
            return sign + re.sub(code, "", printed, flags=re.IGNORECASE).strip()
    return re.sub(r"^(\S*\d)\s?([$£€¥₹])$", r"\2\1", printed)


def _ruled(rule: Rule, prepared: Callable[[str], str], printed: str, _form: str) -> str:
    """Say what one rule says of all of it; nothing where it says nothing."""
    text = prepared(printed)
    said = replaced(text, rule(text))
    return "" if said == text else said


def _characters(printed: str, _form: str) -> str:
    runs = re.findall(r"[^\W\d_]+|\d|[^\w\s]|_", printed)
    return " ".join(map(_character, runs))


def _character(run: str) -> str:
    if run.isdecimal():
        return cardinal(int(run))
    spelt = ".".join(run.upper())
    return "ay" if spelt == "A" else SIGNS.get(run, spelt)
