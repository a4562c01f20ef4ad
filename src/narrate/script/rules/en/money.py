"""Sums of money, old and new."""

import re
from collections.abc import Iterator
from math import gcd

from narrate.model.script import Rewrite
from narrate.script.rules.en.fractions import AMOUNT, VULGAR, amount
from narrate.script.rules.en.words import FIGURES, cardinal, number
from narrate.script.rules.rule import MAYBE_DOT

COINS = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "¢": ("cent", "cents", "", ""),
    "c": ("cent", "cents", "", ""),
    "p": ("penny", "pence", "", ""),
    "L": ("pound", "pounds", "penny", "pence"),
    "Rs": ("rupee", "rupees", "paisa", "paise"),
}
COUNTRIES = {"US": "U.S", "A": "Australian", "C": "Canadian", "NZ": "New Zealand", "HK": "Hong Kong", "": ""}
SCALES = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand", "M": "million", "B": "billion"}
SCALES |= {"K": "thousand", "T": "trillion"}
SIGN = r"(?:[$£€¥₹]|Rs\.?(?= ?[0-9])|L(?=[1-9][0-9]{0,2},[0-9]{3}|[1-9][0-9]{2}))"
"""The L is what typists had for pounds."""
ONE_OF = r"(?<=\ba )|(?<=\ban )"
"""What tells that a measure is an adjective: `a $5 fine`."""
NOUN = (
    r"(?=-[a-z]| (?!(?:a|an|and|apiece|at|by|each|for|from|in|less|more|of|off|on|or|out|per|to|worth)\b)"
    "[a-z])"
)
SCALE = (
    r"(?: ?-?(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|mn|bn|[mk])\b"
    r"|(?P<capital>[MBKT])\b)?"
)
PRICED = (
    "bailout|bet|bills?|bond|bribe|budget|che(?:ck|que)s?|coins?|contract|deal|dinner|dress|fee|fine|fund|gift|grant|group"
    "|house|jackpot|judgment|lawsuit|loan|lottery|mansion|mortgage|notes?|offer|package|pieces?|plan|prize|project"
    "|question|ransom|reward|scheme|settlement|stake|suit|tickets?|tip|wager|watch|yacht"
)
"""What is known by its price."""
SUM = re.compile(
    rf"(?<![A-Za-z0-9])(?P<minus>[-−](?={SIGN}))?(?P<its>{ONE_OF})?"
    rf"(?P<country>US|A|C|NZ|HK|)(?P<sign>{SIGN}) ?(?P<first>{AMOUNT})(?P<cents>,[0-9]{{2}}(?![0-9,]))?"
    rf"(?:(?: ?[-–] ?)(?:{SIGN})?(?P<last>{AMOUNT}))?(?![0-9]){SCALE}"
    rf"(?P<one>(?=[ -](?:{PRICED})\b)|(?(its){NOUN}|(?!)))?"
)
SMALL = re.compile(
    rf"(?<![\w.,/-])(?P<its>{ONE_OF})?(?P<first>[0-9]+|[{VULGAR}])(?P<sign>¢|[cp]\b(?!\.? ?m\b|\.[0-9a-z])"
    rf"| ?cts?\b{MAYBE_DOT})(?P<one>(?(its){NOUN}|(?!)))?"
)
PENCE = rf"(?P<pence>[0-9]{{1,2}}[{VULGAR}]?|[{VULGAR}]|[13]/[24]) ?d\b{MAYBE_DOT}"
OLD = re.compile(
    rf"(?<![\w.,])(?:(?:£ ?(?P<pounds>{FIGURES})|(?P<livres>{FIGURES}) ?l)\.?,? ?)?"
    rf"(?P<shillings>[0-9]{{1,2}}) ?s\b"
    rf"(?:{MAYBE_DOT},? ?{PENCE}|(?P<dot>(?=\.))?{MAYBE_DOT})"
)
STROKE = re.compile(r"(?<![\w.,/])([0-9]{1,2})/[-–](?![\w-])")
PRICE = re.compile(
    r"\b(?:for|at|costs?|paid|pay|worth|price|him|her|me|ye|you|was|is) "
    r"(?P<shillings>[0-9]{1,2})/(?P<pence>[369])(?![\w/]|[.,][0-9]| of\b)"
)
OLD_PENCE = re.compile(
    r"(?<!s )(?<!s\. )(?<![\w.,£$/-])(?!(?<=the )[0-9]*[23]d [a-z]|[2-9][23]d\b|[0-9]*[23]d ?[0-9])"
    rf"{PENCE}(?! [A-Z])"
)
FARTHINGS = {"1/4": "a farthing", "¼": "a farthing", "1/2": "a halfpenny", "½": "a halfpenny"}
FARTHINGS |= {"3/4": "three farthings", "¾": "three farthings"}
DECADES = ("20", "30", "40", "50", "60", "70", "80", "90")


def old_money(text: str) -> Iterator[Rewrite]:
    """Say pounds, shillings and pence.

    >>> [found.spoken for found in old_money("£3 10s., 2s. 6d. and 4d. for it")]
    ['three pounds ten shillings', 'two shillings and sixpence', 'fourpence']
    """
    for found in OLD.finditer(text):
        alone = found["dot"] is not None and found["shillings"] not in DECADES
        if found["pounds"] or found["livres"] or found["pence"] or alone:
            yield Rewrite(*found.span(), " ".join(_old(found)), "old money")
    for found in STROKE.finditer(text):
        yield Rewrite(*found.span(), _coins(found[1], "shilling", "shillings"), "old money")
    for found in PRICE.finditer(text):
        shillings, pence = int(found["shillings"]), int(found["pence"])
        if shillings > pence or gcd(shillings, pence) > 1:
            said = f"{cardinal(shillings)} and {cardinal(pence)}"
            yield Rewrite(found.start("shillings"), found.end(), said, "old money")
    for found in OLD_PENCE.finditer(text):
        yield Rewrite(*found.span(), _pence(found["pence"]), "old money")


def _old(found: re.Match[str]) -> Iterator[str]:
    if pounds := found["pounds"] or found["livres"]:
        yield _coins(pounds, "pound", "pounds")
    yield _coins(found["shillings"], "shilling", "shillings")
    if found["pence"]:
        yield f"and {_pence(found['pence'])}"


def _pence(printed: str) -> str:
    if printed == "0":
        return "no pence"
    if printed == "1":
        return "one penny"
    if printed in FARTHINGS:
        return FARTHINGS[printed]
    if printed.isdecimal():
        return cardinal(int(printed)) + ("pence" if int(printed) <= 12 else " pence")
    return f"{amount(printed)} {'pence' if printed[0] in '123456789' else 'penny'}"


def money(text: str) -> Iterator[Rewrite]:
    """Say the sum before the coin.

    >>> [found.spoken for found in money("$5.50, £1.20, $3 million, $1")]
    ['five dollars and fifty cents', 'one pound twenty', 'three million dollars', 'one dollar']
    >>> [found.spoken for found in money("$5-10, a $5 bill, 5p, 50¢")]
    ['five to ten dollars', 'five dollar', 'five pence', 'fifty cents']
    """
    for found in SUM.finditer(text):
        coin = COINS[found["sign"].rstrip(".")][0]
        whose = " ".join((*filter(None, (COUNTRIES[found["country"]],)), coin))
        said = "minus " * bool(found["minus"]) + re.sub(rf"\b{coin}", whose, _sum(found))
        yield Rewrite(*found.span(), said, "money")
    for found in SMALL.finditer(text):
        one, many = COINS[found["sign"].strip()[0]][:2]
        yield Rewrite(
            *found.span(),
            _coins(found["first"], one, one if found["one"] is not None and one != "penny" else many),
            "money",
        )


def _sum(found: re.Match[str]) -> str:
    sign = found["sign"].rstrip(".")
    one, many = COINS[sign][:2]
    first, last, scale = found["first"], found["last"], found["scale"] or found["capital"]
    if last and not scale and "." in first:
        return f"{_priced(first, sign)} to {_priced(last, sign)}"
    if found["cents"]:
        return _priced(first + found["cents"].replace(",", "."), sign)
    if scale or last or (found["one"] is not None and "." not in first):
        upto = f" to {amount(last)}" if last else ""
        scaled = f" {SCALES.get(scale, scale)}" if scale else ""
        return f"{amount(first)}{upto}{scaled} {one if found['one'] is not None else many}"
    return _priced(first, sign)


def _priced(printed: str, sign: str) -> str:
    one, many, *cents = COINS[sign]
    whole, _, rest = printed.partition(".")
    if len(rest) != 2:
        return _coins(printed, one, many)
    return _with_cents(whole, int(rest), (one, many), cents)


def _with_cents(whole: str, rest: int, coin: tuple[str, str], cents: list[str]) -> str:
    small, large = _coins(str(rest), *cents), _coins(whole or "0", *coin)
    if not rest:
        return large
    if whole in {"", "0"}:
        return small
    if coin[0] == "pound" and rest > 9:
        return f"{large} {cardinal(rest)}"
    return f"{large} and {small}"


def _coins(printed: str, one: str, many: str) -> str:
    said = amount(printed) if printed[-1] not in "0123456789" or "/" in printed else number(printed)
    return f"{said} {one if said in {'one', 'one half', 'one quarter'} else many}"
