"""Headings that say what they are in other languages than English, with their ordinals."""

import re
from functools import cache
from typing import NamedTuple

from narrate.read.numerals import value


class _Tongue(NamedTuple):
    parts: str
    chapters: str
    ordinals: tuple[str, ...]
    """Patterns, from the first on."""


_TONGUES = (
    _Tongue(
        "teil|buch|band|abteilung|abschnitt",
        "kapitel|akt|aufzug",
        tuple(
            rf"{stem}e[rsn]?"
            for stem in (
                *("erst", "zweit", "dritt", "viert", "fünft", "sechst", "sieb(?:en)?t", "acht", "neunt"),
                *("zehnt", "elft", "zwölft", "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt"),
                *("achtzehnt", "neunzehnt", "zwanzigst"),
            )
        ),
    ),
    _Tongue(
        "partie|livre|tome",
        "chapitre|acte|conte",
        (
            *("premi(?:er|ère)", "(?:seconde?|deuxième)", "troisième", "quatrième", "cinquième", "sixième"),
            *("septième", "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième"),
            *("quatorzième", "quinzième", "seizième", "dix-septième", "dix-huitième", "dix-neuvième"),
            "vingtième",
        ),
    ),
    _Tongue(
        "parte|libro|tomo",
        "cap[ií]tulo|acto|jornada",
        (
            *("primer[oa]?", "segund[oa]", "tercer[oa]?", "cuart[oa]", "quint[oa]", "sext[oa]"),
            *("s[ée]ptim[oa]", "octav[oa]", "(?:noven|non)[oa]", "d[ée]cim[oa]", "und[ée]cim[oa]"),
            "duod[ée]cim[oa]",
        ),
    ),
    _Tongue(
        "parte|libro|tomo|volume",
        "capitolo|atto|giornata",
        (
            *("prim[oa]", "second[oa]", "terz[oa]", "quart[oa]", "quint[oa]", "sest[oa]", "settim[oa]"),
            *("ottav[oa]", "non[oa]", "decim[oa]", "und(?:ic|)ecim[oa]|undicesim[oa]", "dodicesim[oa]"),
        ),
    ),
    _Tongue(
        "parte|livro|tomo",
        "cap[ií]tulo|ato",
        (
            *("primeir[oa]", "segund[oa]", "terceir[oa]", "quart[oa]", "quint[oa]", "sext[oa]"),
            *("s[ée]tim[oa]", "oitav[oa]", "non[oa]", "d[ée]cim[oa]"),
        ),
    ),
    _Tongue(
        "deel|boek",
        "hoofdstuk|bedrijf",
        (
            *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende"),
            *("tiende", "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende"),
            *("zeventiende", "achttiende", "negentiende", "twintigste"),
        ),
    ),
    _Tongue(
        "часть|том|книга",
        "глава|действие",
        (
            *("перв(?:ая|ый|ое)", "втор(?:ая|ой|ое)", "третья|третий|третье", "четв[её]рт(?:ая|ый|ое)"),  # noqa: RUF001 - Cyrillic
            *("пят(?:ая|ый|ое)", "шест(?:ая|ой|ое)", "седьм(?:ая|ой|ое)", "восьм(?:ая|ой|ое)"),  # noqa: RUF001 - Cyrillic
            *("девят(?:ая|ый|ое)", "десят(?:ая|ый|ое)", "одиннадцат(?:ая|ый|ое)", "двенадцат(?:ая|ый|ое)"),  # noqa: RUF001 - Cyrillic
        ),
    ),
)
NAMED = (
    "prolog(?:o|ue)?|prólogo|epilogo?|epílogo|épilogue|vorwort|nachwort|einleitung|préface|avant-propos"
    "|prefacio|prefácio|prefazione|introducción|introdução|introduzione|conclusión|conclusione"
    "|voorwoord|voorrede|inleiding|пролог|эпилог|предисловие"
)
"""Names of chapters without a number."""


class Word(NamedTuple):
    """What a heading begins with."""

    part: bool
    """Whether it is one of a part, not of a chapter."""
    kind: str
    number: int | None
    end: int
    """Where its title may begin."""


@cache
def _pattern(tongue: _Tongue) -> re.Pattern[str]:
    kinds = rf"{tongue.parts}|{tongue.chapters}"
    ordinals = "|".join(tongue.ordinals)
    return re.compile(
        rf"(?:(?P<kind>{kinds}) +(?:(?P<number>\d{{1,4}}|[ivxlcdm]{{1,9}})|(?P<after>{ordinals}))"
        rf"|(?:(?P<figure>\d{{1,3}})\.|(?:d[aei][sre] )?(?P<before>{ordinals})) +(?P<of>{kinds}))(?![\w’'])",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    """Return what tells most texts from headings, before every tongue is asked."""
    words = "|".join(f"{tongue.parts}|{tongue.chapters}|{'|'.join(tongue.ordinals)}" for tongue in _TONGUES)
    return re.compile(rf"\d{{1,3}}\. |d[aei][sre] |{words}", re.IGNORECASE)


def labelled(text: str) -> Word | None:
    """Read the words in which a heading says what it is, whatever follows them.

    >>> labelled("Zweiter Teil"), labelled("CHAPITRE PREMIER")[1:]
    (Word(part=True, kind='Teil', number=2, end=12), ('CHAPITRE', 1, 16))
    >>> labelled("Die erste Stunde"), labelled("Parte de la noche")
    (None, None)
    """
    if not _opening().match(text):
        return None
    for tongue in _TONGUES:
        if found := _pattern(tongue).match(text):
            kind = found["kind"] or found["of"]
            part = re.fullmatch(tongue.parts, kind, re.IGNORECASE) is not None
            return Word(part, kind, _worth(found, tongue), found.end())
    return None


def _worth(found: re.Match[str], tongue: _Tongue) -> int | None:
    if figures := found["number"] or found["figure"]:
        return value(figures)
    word = found["after"] or found["before"]
    counts = (at for at, one in enumerate(tongue.ordinals, 1) if re.fullmatch(one, word, re.IGNORECASE))
    return next(counts, None)
