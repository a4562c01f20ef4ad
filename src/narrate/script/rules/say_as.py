"""How something is said of which its author tells what it is: in any language that has words for numbers."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from narrate.script.rules.counting import worded

Way = Callable[[str, str], str]
"""Takes what is printed and in which form; an empty string where it has no answer."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def ways(language: str) -> Mapping[str, Way]:
    """Give what is known of any language that has numbers in words.

    >>> known = ways("de")
    >>> known["ordinal"]("3.", ""), known["digits"]("07", ""), known["characters"]("A4", "")
    ('dritte', 'null sieben', 'A vier')
    """
    return {
        "cardinal": partial(_counted, language, "cardinal"),
        "number": partial(_counted, language, "cardinal"),
        "ordinal": partial(_counted, language, "ordinal"),
        "digits": partial(_digits, language),
        "telephone": partial(_telephone, language),
        **dict.fromkeys(("characters", "spell-out", "verbatim"), partial(_characters, language)),
    }


def whole(printed: str) -> int | None:
    """Read a whole number, in figures or Roman letters; None where it has decimals or is none.

    >>> whole("1,200"), whole("XIV"), whole("3rd"), whole("-4"), whole("2.50")
    (1200, 14, 3, -4, None)
    """
    found = re.fullmatch(r"([-+−]?)(\d{1,3}(?:([., \u00a0\u202f])\d{3})*|\d+)(?:\D{0,2}\.?)", printed)
    if found:
        value = int(re.sub(r"\D", "", found[2]))
        return -value if found[1] in {"-", "−"} else value
    values = [_ROMAN.get(letter.upper(), 0) for letter in printed]
    if not all(values):
        return None
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _counted(language: str, kind: str, printed: str, _form: str) -> str:
    value = whole(printed)
    return "" if value is None else worded(value, language, kind)


def _digits(language: str, printed: str, _form: str) -> str:
    return " ".join(worded(int(sign), language) for sign in printed if sign.isdecimal())


def _telephone(language: str, printed: str, form: str) -> str:
    return ", ".join(_digits(language, group, form) for group in re.findall(r"\d+", printed))


def _characters(language: str, printed: str, _form: str) -> str:
    """Say letters as letters, figures one by one, and leave other signs to the voice."""
    runs = re.findall(r"[^\W\d_]+|\d|[^\w\s]|_", printed)
    return " ".join(worded(int(run), language) if run.isdecimal() else ".".join(run.upper()) for run in runs)
