"""Abbreviations of books, letters and firms."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.rule import DOT
from narrate.script.rules.table import table

REFERENCES = table(
    """
    no | n° | № = number; nos = numbers; p | pg = page; pp = pages; vol = volume; vols = volumes
    ch | chap = chapter; chaps = chapters; fig = figure; figs = figures; sec | sect = section; bk = book
    pt = part; art = article; par = paragraph; fol = folio; app = appendix; ca | c = circa; l = line
    ll = lines; v = verse; vv = verses; sc = scene; cap = chapter; n = note; nn = notes; lat = latitude
    long = longitude; tel = telephone; ex = example; para = paragraph; paras = paragraphs; hwy = highway
    rte = route; mk = mark; res = resolution; rm = room; apt = apartment; wk = week
    """
)
REFERENCE = re.compile(
    rf"(?<![\w.'’])(?!(?-i:[CLN]\.))"
    rf"(?:(?P<dotted>{'|'.join(sorted(REFERENCES, key=len, reverse=True))})\.(?= ?"
    rf"(?:[0-9]|(?-i:[A-Z]{{1,2}}-?[0-9]+|[IVXLC]{{2,}}|[ivxl]{{2,}}|[VX](?![.'’])"
    r"|(?<=[a-z]{2}\. )I(?=[.,;)]| of\b))\b))|(?P<sign>№|n°)(?= ?[0-9])"
    r"|(?P<bare>pp?|nos|(?-i:No)|vol|chap|ch)(?= [0-9])|(?P<mark>(?-i:M[Kk])\.?)(?= ?[0-9IVX])) ?",
    re.IGNORECASE,
)
PER = re.compile(r"\bp\.(?= (?:hour|diem|annum|cent|day|week|month|year|ton|mile|head|lb)\b)")
ACT = re.compile(r"(?:[IVX]\.?|Vict\.),? $")
CHAPTER = re.compile(r"(?<=, )c\. ?[0-9]{1,2}\b(?! ?(?:AD|BC|A\.D|B\.C))")
USUAL = table(
    """
    per cent = per cent; vols = volumes; op. cit = op cit; loc. cit = loc cit
    et al = et al; et seq = et seq; ad lib = ad lib
    esp = especially; etc | &c = et cetera; vs = versus; viz = viz; cf = compare; ibid = ibid
    approx = approximately; govt = government; dept = department; assn = association
    univ = university; per ann = per annum; resp = respectively; abt = about; xmas = Christmas; retd = retired
    """
)
MONTHS = {"inst": "instant", "ult": "ultimo", "prox": "proximo"}
"""Of this month, the last and the next, after a day."""
ARMY = table(
    """
    div | divn = division; regt = regiment; bn | batt = battalion; bde = brigade
    cav = cavalry; inf = infantry; coy = company; sqdn = squadron; cent = century; cents = centuries
    min = minute; divs = divisions; regts = regiments
    bns | batts = battalions; coys = companies; sqdns = squadrons
    """
)
"""What an army is divided into, and a thousand years, after its number."""
DIVIDED = re.compile(
    rf"(?<=[0-9])(?:(?:st|nd|rd|th|d) | (?=[a-z]+s\.))(?P<unit>{'|'.join(ARMY)}){DOT}", re.IGNORECASE
)
USUALLY = re.compile(
    rf"(?<![\w.])(?P<word>{'|'.join(map(re.escape, USUAL))})(?:{DOT}|(?<=vs|tc|&c)(?![\w.])|(?<=mas)(?!\w))"
    rf"|(?<=st |nd |rd |th |[0-9]d )(?P<month>{'|'.join(MONTHS)}){DOT}",
    re.IGNORECASE,
)
FIRMS = {"Co": "Company", "Ltd": "Limited", "Inc": "Incorporated", "Bros": "Brothers", "Corp": "Corporation"}
FIRMS |= table(
    """
    Coll = College; Educ = Education; Hosp = Hospital; Mfg = Manufacturing; Ry | Rly = Railway; Soc = Society
    Assoc = Association; Acad = Academy
    """
)
FIRM = re.compile(
    rf"(?<=[\w&,'’.] )(?P<firm>{'|'.join(FIRMS)}){DOT}|\b(?P<first>Bros)\.(?= [A-Z])|(?<=& )"
    r"(?P<bare>Co)\b(?![-'’])|(?<=, )(?P<small>[Ll]td|[Ii]nc)\b(?!\.)"
)


def references(text: str) -> Iterator[Rewrite]:
    """Say what a number counts, only where there is one.

    >>> [found.spoken for found in references("No. 7, Vol. III, pp. 10-12, c. 1500. No. He")]
    ['Number ', 'Volume ', 'pages ', 'circa ']
    """
    for found in REFERENCE.finditer(text):
        printed = found["dotted"] or found["sign"] or found["bare"] or found["mark"].rstrip(".")
        said = "chapter" if _is_act(found) else REFERENCES[printed.lower()]
        shown = said.capitalize() if printed[0].isupper() else said
        yield Rewrite(*found.span(), shown + " ", "references")


def _is_act(found: re.Match[str]) -> bool:
    """Tell a chapter, as of an act of parliament, from a year: `9 Geo. IV., c. 31`, `lib. ii, c. 3`."""
    if found["dotted"] != "c":
        return False
    return bool(ACT.search(found.string, 0, found.start()) or CHAPTER.match(found.string, found.start()))


def usual(text: str) -> Iterator[Rewrite]:
    """Say the usual shortened words in full.

    >>> [found.spoken for found in usual("dogs, &c., the 4th inst., cats vs. dogs, etc.")]
    ['et cetera', 'instant', 'versus', 'et cetera']
    """
    for found in PER.finditer(text):
        yield Rewrite(*found.span(), "per", "usual")
    for found in DIVIDED.finditer(text):
        said = ARMY[found["unit"].lower()]
        yield Rewrite(
            found.start("unit"),
            found.end(),
            said.capitalize() if found["unit"][0].isupper() else said,
            "usual",
        )
    for found in USUALLY.finditer(text):
        word = found["word"]
        said = USUAL[word.lower()] if word else MONTHS[found["month"].lower()]
        yield Rewrite(*found.span(), said, "usual")


def firms(text: str) -> Iterator[Rewrite]:
    """Say what kind of firm it is, after its name.

    >>> [found.spoken for found in firms("Orr & Co., Dale Bros. Ltd.")]
    ['Company', 'Brothers', 'Limited']
    """
    for found in FIRM.finditer(text):
        yield Rewrite(
            *found.span(),
            FIRMS[(found["firm"] or found["first"] or found["bare"] or found["small"]).capitalize()],
            "firms",
        )
