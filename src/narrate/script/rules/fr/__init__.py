"""How French is read."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.counting import numbers, shortened, signs, worded
from narrate.script.rules.rule import Rule
from narrate.script.rules.table import table

NAMED = table("M = Monsieur; MM = Messieurs; St = Saint; Ste = Sainte")
WORDS = table(
    """
    Dr = Docteur; etc = et cetera
    p. ex = par exemple; c.-à-d = c’est-à-dire; cf = confer; env = environ; chap = chapitre; vol = volume
    av = avenue; bd = boulevard
    """
)
BARE = table("Mme = Madame; Mmes = Mesdames; Mlle = Mademoiselle; Mlles = Mesdemoiselles; Mgr = Monseigneur")
TITLE = re.compile(rf"\b(?:{'|'.join(sorted(BARE, key=len, reverse=True))})\b")
ORDINAL = re.compile(r"(?<![\w.,])([0-9]{1,3})(ers?|[eè]?res?|[eè]mes?|es?|nde?)\b")


def ordinals(text: str) -> Iterator[Rewrite]:
    """Say ordinal numbers.

    >>> [found.spoken for found in ordinals("le 1er mai, la 1re fois, le 19e siècle")]
    ['premier', 'première', 'dix-neuvième']
    """
    for found in ORDINAL.finditer(text):
        first = "première" if "re" in found[2] else "premier"
        said = first if found[1] == "1" else worded(int(found[1]), "fr", "ordinal")
        yield Rewrite(*found.span(), said, "ordinals")


def titles(text: str) -> Iterator[Rewrite]:
    """Say titles that are printed without a full stop.

    >>> [found.spoken for found in titles("Mme Roux et Mlle Petit")]
    ['Madame', 'Mademoiselle']
    """
    for found in TITLE.finditer(text):
        yield Rewrite(*found.span(), BARE[found[0]], "titles")


def rules(_region: str) -> tuple[Rule, ...]:
    """Give the rules, which are the same in every region."""
    return (
        ordinals,
        titles,
        shortened(NAMED, before=r"(?= (?:de |d[’']|du )?[A-ZÉÈÀ])"),
        shortened(WORDS),
        numbers("fr", ",", apart=" .", says="virgule"),
        signs({"%": "pour cent", "€": "euros", "&": "et"}),
    )
