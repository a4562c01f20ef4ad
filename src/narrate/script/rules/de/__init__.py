"""How German is read."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.counting import numbers, shortened, signs, worded
from narrate.script.rules.rule import Rule
from narrate.script.rules.table import table

WORDS = table(
    """
    bzw = beziehungsweise; ca = circa; d. h | d.h = das heißt; Dr = Doktor; etc = et cetera
    evtl = eventuell; ggf = gegebenenfalls; Hr = Herr; Hrn = Herrn; Jh = Jahrhundert
    Prof = Professor; Str = Straße
    u. a | u.a = unter anderem; usw = und so weiter; vgl = vergleiche; z. B | z.B = zum Beispiel
    """
)
NUMBERED = table("Kap = Kapitel; Nr = Nummer; S = Seite; Bd = Band")
NAMED = table("St = Sankt; Hl = Heiliger")
MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)"
DAY = re.compile(
    r"(?:(?P<bent>\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Dd]en|[Dd]em|[Ii]m|[Ss]eit|[Ii]ns?) ))?\b"
    rf"(?P<day>[0-9]{{1,2}})\.(?= {MONTH})"
)


def ordinals(text: str) -> Iterator[Rewrite]:
    """Say the day before its month.

    >>> [found.spoken for found in ordinals("Am 3. Mai, der 21. Juni")]
    ['dritten', 'einundzwanzigste']
    """
    for found in DAY.finditer(text):
        said = worded(int(found["day"]), "de", "ordinal") + ("n" if found["bent"] else "")
        yield Rewrite(found.start("day"), found.end(), said, "ordinals")


def rules(_region: str) -> tuple[Rule, ...]:
    """Give the rules, which are the same in every region."""
    return (
        ordinals,
        shortened(WORDS),
        shortened(NUMBERED, before=r"(?= ?[0-9])"),
        shortened(NAMED, before=r"(?= [A-ZÄÖÜ])"),
        numbers("de", ",", apart=".", says="Komma"),
        signs({"%": "Prozent", "€": "Euro", "&": "und", "§": "Paragraph"}),
    )
