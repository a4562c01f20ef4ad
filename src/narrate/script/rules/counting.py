"""Numbers and abbreviations of a language of which only the words are known."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from narrate.model.script import Rewrite
from narrate.script.rules.rule import DOT, Rule

MOST = 25
"""Figures of the longest number that is said as one."""
YEARS = range(1100, 2000)


@cache
def worded(number: int, language: str, kind: str = "cardinal") -> str:
    """Say a number in a language: `cardinal`, `ordinal` or `year`.

    >>> worded(21, "de"), worded(1984, "de", "year"), worded(3, "fr", "ordinal")
    ('einundzwanzig', 'neunzehnhundertvierundachtzig', 'troisième')
    """
    from num2words import num2words

    return str(num2words(number, lang=language, to=kind))


def numbers(language: str, point: str, *, apart: str, says: str) -> Rule:
    """Make a rule for whole numbers and decimals.

    `point` stands before decimals and is called `says`; `apart` are the signs between thousands.

    >>> [found.spoken for found in numbers("de", ",", apart=".", says="Komma")("1.200 und 2,5 seit 1914.")]
    ['eintausendzweihundert', 'zwei Komma fünf', 'neunzehnhundertvierzehn']
    """
    sign = re.escape(point)
    figures = rf"[0-9]{{1,3}}(?:[{apart}\u00a0\u202f][0-9]{{3}})+(?![0-9])|[0-9]+"
    pattern = re.compile(rf"(?<![^\W_])({figures})(?:{sign}([0-9]+))?(?![^\W_])")

    def rule(text: str) -> Iterator[Rewrite]:
        for found in pattern.finditer(text):
            whole = re.sub(r"[^0-9]", "", found[1])
            if len(whole) <= MOST:
                kind = "year" if whole == found[1] and int(whole) in YEARS and not found[2] else "cardinal"
                said = worded(int(whole), language, kind)
                decimals = (worded(int(figure), language) for figure in found[2] or "")
                parts = (said, says, *decimals) if found[2] else (said,)
                yield Rewrite(*found.span(), " ".join(parts), "numbers")

    return rule


def shortened(words: Mapping[str, str], before: str = "") -> Rule:
    """Make a rule for abbreviations with a full stop, which stays where it ends the line.

    `before` is a pattern of what must follow.

    >>> [found.spoken for found in shortened({"Hr": "Herr", "usw": "und so weiter"})("Hr. Ott usw.")]
    ['Herr', 'und so weiter']
    """
    ordered = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w.])(?P<word>{'|'.join(map(re.escape, ordered))}){DOT}{before}")

    def rule(text: str) -> Iterator[Rewrite]:
        for found in pattern.finditer(text):
            yield Rewrite(*found.span(), words[found["word"]], "shortened")

    return rule


def signs(words: Mapping[str, str]) -> Rule:
    """Make a rule for signs that have words.

    >>> [found.spoken for found in signs({"%": "Prozent", "&": "und"})("5% für Ott & Sohn")]
    [' Prozent', 'und']
    """
    pattern = re.compile(f"[{re.escape(''.join(words))}]")

    def rule(text: str) -> Iterator[Rewrite]:
        for found in pattern.finditer(text):
            before = text[: found.start()][-1:].strip() and " "
            after = " " if text[found.end() :][:1].isalnum() else ""
            yield Rewrite(*found.span(), f"{before}{words[found[0]]}{after}", "signs")

    return rule
