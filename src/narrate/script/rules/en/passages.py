"""Where a passage stands: chapter and verse, act and scene."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.roman import NUMERAL, numeral
from narrate.script.rules.en.words import cardinal
from narrate.script.rules.table import listed, table

BOOKS = table(
    """
    Gen = Genesis; Exod | Ex = Exodus; Lev = Leviticus; Num = Numbers; Deut = Deuteronomy; Josh = Joshua
    Judg = Judges; Sam = Samuel; Chron = Chronicles; Neh = Nehemiah; Esth = Esther; Ps | Psa = Psalm
    Pss = Psalms; Prov = Proverbs; Eccles | Eccl = Ecclesiastes; Cant = Canticles; Isa = Isaiah
    Jer = Jeremiah; Lam = Lamentations; Ezek = Ezekiel; Dan = Daniel; Hos = Hosea; Obad = Obadiah
    Mic = Micah; Nah = Nahum; Hab = Habakkuk; Zeph = Zephaniah; Hag = Haggai; Zech = Zechariah
    Mal = Malachi; Ecclus = Ecclesiasticus; Macc = Maccabees; Tob = Tobit; Matt = Matthew; Rom = Romans
    Cor = Corinthians; Gal = Galatians; Eph = Ephesians; Phil = Philippians; Col = Colossians
    Thess = Thessalonians; Tim = Timothy; Philem = Philemon; Heb = Hebrews; Jas = James; Pet = Peter
    Rev = Revelation
    """
)
BOOKS |= {name: name for name in BOOKS.values()}
BOOKS |= {name: name for name in listed("Ruth Kings Ezra Job Joel Amos Jonah Mark Luke John Acts Titus Jude")}
BOOKS |= {"Revelations": "Revelations"}
WHICH = {"1": "First", "2": "Second", "3": "Third", "I": "First", "II": "Second", "III": "Third"}
LITTLE = r"(?=[ivxlc])c{0,2}(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})(?![a-z])"
VERSES = r"[0-9]{1,3}(?:(?:-|–|, ?)[0-9]{1,3}(?![0-9:]))*(?![\w:])"
REFERENCE = re.compile(
    rf"\b(?:(?P<which>[123]|I{{1,3}}) )?(?P<book>{'|'.join(sorted(BOOKS, key=len, reverse=True))})\b\.?,? "
    rf"(?:(?P<chapter>[0-9]{{1,3}}) ?(?::|\. ?) ?(?P<verses>{VERSES})"
    rf"|(?P<roman>{LITTLE})(?:[.:,] ?(?P<under>{VERSES})|(?=\b)(?<=[ivxlc]{{2}})(?:\.(?=[,;:)]| [a-z]))?))"
)
ANOTHER = re.compile(rf"(?:(?<=[;,] )|(?<=and )|(?<=or ))(?P<chapter>[0-9]{{1,3}}):(?P<verses>{VERSES})")
PLAY = re.compile(
    rf"(?<![\w.])(?P<act>(?=[IV]){NUMERAL})(?P<dot>[.,]) ?(?P<scene>(?=[ivx]){NUMERAL})"
    r"(?:(?P=dot) ?(?P<line>[0-9]+)(?:[-–](?P<last>[0-9]+))?)?(?!\w)"
)


def passages(text: str) -> Iterator[Rewrite]:
    """Say chapter and verse one after the other, under the full name of the book; acts and scenes likewise.

    >>> [found.spoken for found in passages("1 Cor. 13:4-7, Ps. xc., John 3, Job 1:6 and 2:1")]
    ['First Corinthians thirteen, four to seven', 'Psalm ninety', 'Job one, six', 'two, one']
    >>> [found.spoken for found in passages("John iii. 16; Hamlet, III. ii. 56")]
    ['John three, sixteen', 'three, two, fifty-six']
    """
    last = None
    for last in REFERENCE.finditer(text):
        yield Rewrite(*last.span(), _named(last), "passages")
    if last:
        for found in ANOTHER.finditer(text):
            said = f"{cardinal(int(found['chapter']))}, {_verses(found['verses'])}"
            yield Rewrite(*found.span(), said, "passages")
    for found in PLAY.finditer(text):
        counted = [numeral(found["act"]), numeral(found["scene"]), *filter(None, (int(found["line"] or 0),))]
        upto = f" to {cardinal(int(found['last']))}" if found["last"] else ""
        said = ", ".join(map(cardinal, counted)) + upto
        yield Rewrite(*found.span(), said, "passages")


def _named(found: re.Match[str]) -> str:
    which = f"{WHICH[found['which']]} " if found["which"] else ""
    chapter = int(found["chapter"]) if found["chapter"] else numeral(found["roman"])
    verses = found["verses"] or found["under"]
    said = f"{which}{BOOKS[found['book']]} {cardinal(chapter)}"
    return f"{said}, {_verses(verses)}" if verses else said


def _verses(printed: str) -> str:
    parts = (re.split("[-–]", part) for part in re.split(", ?", printed))
    return ", ".join(" to ".join(cardinal(int(verse)) for verse in part) for part in parts)
