"""Titles before and after names."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.rule import DOT
from narrate.script.rules.table import table

BEFORE_NAMES = table(
    """
    Mr = Mister; Mrs = Missus; Messrs = Messers; Dr = Doctor; Drs = Doctors; Mme = Madame; Mmes = Mesdames
    Mssrs = Messers; Mlle | Mdlle = Mademoiselle; Mlles | Mdlles = Mesdemoiselles
    Lieut | Lt = Lieutenant; Capt = Captain; Col = Colonel; Gen = General
    Maj = Major; Sergt | Sgt = Sergeant; Cpl | Corp = Corporal; Pte | Pvt = Private; Adm = Admiral
    Brig = Brigadier; Cmdr | Comdr | Cdr = Commander; Rev | Revd = Reverend; Hon = Honourable
    Rt = Right; Asst = Assistant; Atty = Attorney; Commr = Commissioner
    Prof = Professor; Gov = Governor; Pres = President; Sen = Senator; Supt = Superintendent
    Insp = Inspector; Rep = Representative; Reps = Representatives; Sens = Senators; Amb = Ambassador
    Br = Brother; Ald = Alderman; Const = Constable
    Bp = Bishop; Abp | Archbp = Archbishop; Fr = Father; Det = Detective; Thos = Thomas
    Wm = William; Jas = James; Geo = George; Chas = Charles; Jos = Joseph; Jno = John; Edw = Edward
    Robt = Robert; Saml = Samuel; Benj = Benjamin; Danl = Daniel
    """
)
BARE = ("Mr", "Mrs", "Dr", "Messrs", "Mme", "Mlle", "Lt", "Capt", "Sgt", "mr", "mrs", "dr")
"""Those that are also printed without a full stop."""
ANYWHERE = (
    "Mr",
    "Mrs",
    "Messrs",
    "Mme",
    "Mlle",
    "Dr",
    "Capt",
    "Supt",
    "Wm",
    "Thos",
    "Chas",
    "Jas",
    "Jno",
    "Robt",
    "Saml",
    "Danl",
)
"""Those that are plain without a name."""
AFTER_NAMES = table("Jr | Jun | jr | jun = Junior; Sr | Sen = Senior; Esq | esq = Esquire")
NAME = r"(?=(?:[“\"‘’'(]|(?:de|du|van|von|le|la|d['’]) ?)*[A-Z])"
BEFORE = re.compile(
    rf"\b(?:(?P<dotted>{'|'.join(sorted(BEFORE_NAMES, key=len, reverse=True))})(?:\.(?=[ -]?{NAME}"
    r"|-[A-Z])|(?=-[A-Z][a-z]+\. ))"
    rf"|(?P<bare>{'|'.join(BARE)})(?= {NAME})|(?P<anywhere>{'|'.join(ANYWHERE)}){DOT})",
)
AFTER = re.compile(rf"(?<=[A-Za-z]),? (?P<title>{'|'.join(AFTER_NAMES)})\b{DOT}")
HONOURED = re.compile(r"\bHon['’]ble\b")
MS = re.compile(rf"\bMs\.(?= {NAME})")
OFFICE = re.compile(
    rf"\b(?:the|our|this|that) "
    rf"(?P<office>Insp|Sergt|Sgt|Col|Capt|Gen|Lieut|Lt|Prof|Gov|Pres|Sen|Maj|Rev){DOT}"
)
SECRETARY = re.compile(r"\bSec\.(?= of (?:State|War|the)\b)")
MONSIEUR = re.compile(r"\b(?P<both>M?)M\. (?=(?:de |du |d['’]|[Ll][ea] )?[A-Z][a-zé]{2})")
NO_NAME = re.compile(r"(?:^|[“\"‘'(—]|[,;:] |(?<![\w’'])[a-z][\w’']*[,;:]? )$")
"""What may stand before a title, and not before a middle initial."""


def titles(text: str) -> Iterator[Rewrite]:
    """Say titles and shortened first names in full.

    >>> [found.spoken for found in titles("Mr. Dale, Dr Grey, Lieut.-Col. Hay, Orr, Jr., and Gen. 3")]
    ['Mister', 'Doctor', 'Lieutenant', 'Colonel', 'Junior']
    """
    for found in BEFORE.finditer(text):
        printed = found["dotted"] or found["bare"] or found["anywhere"]
        yield Rewrite(*found.span(), BEFORE_NAMES[printed[0].upper() + printed[1:]], "titles")
    for found in AFTER.finditer(text):
        yield Rewrite(found.start("title"), found.end(), AFTER_NAMES[found["title"]], "titles")
    for found in OFFICE.finditer(text):
        yield Rewrite(found.start("office"), found.end(), BEFORE_NAMES[found["office"]], "titles")
    for found in SECRETARY.finditer(text):
        yield Rewrite(*found.span(), "Secretary", "titles")
    for found in MS.finditer(text):
        yield Rewrite(*found.span(), "Ms", "titles")
    for found in HONOURED.finditer(text):
        yield Rewrite(*found.span(), "Honourable", "titles")


def monsieur(text: str) -> Iterator[Rewrite]:
    """Say `M.` in full before a surname, and leave it where it is an initial.

    >>> [found.spoken for found in monsieur("said M. Dupont to MM. Le Brun; John M. Hay")]
    ['Monsieur ', 'Messieurs ']
    """
    for found in MONSIEUR.finditer(text):
        if NO_NAME.search(text[: found.start()]):
            yield Rewrite(*found.span(), "Messieurs " if found["both"] else "Monsieur ", "monsieur")
