"""Numbers of kings, and of sons who are called as their fathers were."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.roman import AM, NEITHER, NUMERAL, SURNAME, numeral
from narrate.script.rules.en.words import ordinal
from narrate.script.rules.rule import MAYBE_DOT
from narrate.script.rules.table import listed, table

RULERS = listed(
    """
    Charles Henry Louis George Edward James William Richard Philip Philippe Francis Frederick
    Friedrich Napoleon Pius Leo Paul John Alexander Nicholas Peter Clement Gregory Innocent Benedict
    Boniface Urban Sixtus Julius Celestine Stephen Adrian Martin Eugene Honorius Elizabeth Mary
    Catherine Anne Isabella Margaret Christina Ferdinand Alfonso Alphonso Leopold Joseph Maximilian
    Otto Conrad Rudolf Rudolph Sigismund Albert Umberto Victor Emmanuel Amadeus Christian Gustavus
    Gustav Erik Harald Sweyn Svend Valdemar Napoléon François Inge Sverre Eric Haakon Sigurd Zog
    Mohammad Hussein Haile Olaf Magnus Carl Karl Canute David Robert Alexius Constantine Justinian
    Theodosius Basil Michael Leon Romanus Ptolemy Antiochus Seleucus Demetrius Darius Xerxes
    Artaxerxes Cyrus Cambyses Rameses Ramses Thutmose Thothmes Amenhotep Amenophis Seti Sargon
    Sennacherib Shalmaneser Tiglath-Pileser Nebuchadnezzar Mithridates Juba Selim Murad Amurath
    Mahomet Mohammed Mehmed Suleiman Bayezid Mustafa Abbas Ivan Vasily Casimir Ladislaus Wenceslas
    Bela Andrew Boris Carol Pedro Afonso Sancho Ramon Raymond Theobald Baldwin Bohemund Tancred
    Godfrey Humphrey Fulk Geoffrey Cosimo Lorenzo Frederic Guillaume Henri Jean Wilhelm Heinrich
    Ludwig Franz Alaric Clovis Pepin Lothair Childeric Olav Hakon Ethelred
    Faisal Farouk Rainier Baudouin Felipe Carlos Menelik Agesilaus Archidamus
    """
)
STATUTES = table(
    "Will. = William; Hen. = Henry; Vict. = Victoria; Eliz. = Elizabeth; Edw. | Ed. = Edward"
    "; Car. = Charles; Jac. = James"
)
"""Kings and queens as acts of parliament are dated by them."""
KINGS = frozenset((*RULERS, *map(str.upper, RULERS), "Geo.", "Chas.", "Wm.", "Jas.", *STATUTES))
NAMESAKES = KINGS | frozenset(
    listed("""
    Malcolm Kenneth Duncan Donald Alfred Edmund Juan Walter Edwin Arthur Oscar Samuel Thomas Benjamin Daniel
    Harold Harry Frank Fred Franklin Theodore Cornelius Chester Clarence Howard Russell Lawrence Patrick
    """)
)
"""Names that sons have from their fathers: a single letter after them is no number."""
ROYAL = r"King|Queen|Emperor|Empress|Pope|Tsar|Czar|Kaiser|Prince|Duke|Earl|Sultan|Pharaoh|Saint|Antipope"
REGNAL = re.compile(
    rf"\b(?P<royal>(?:{ROYAL}) )?(?P<name>[A-ZÉ][\w-]+\.?) "
    rf"(?P<numeral>(?=[IVX]+(?:st|nd|rd|th)?\b){NUMERAL})(?:st|nd|rd|th)?(?![\w-])"
    rf"(?: and (?P<second>[IVX]{{2,}})\b)?{MAYBE_DOT}"
)
NAMESAKE = re.compile(
    r"\b(?P<name>[A-Z][a-z]+) (?P<initial>(?:[A-Z]\.? )+)?[A-Z][\w'’]+,? (?P<numeral>I{2,3}|IV)(?![\w-])"
)


def regnal(text: str) -> Iterator[Rewrite]:
    """Say the number of a king; the pronoun is not one, unless a title or what follows tells so.

    >>> [found.spoken for found in regnal("Louis XIV. fell; Charles I. of Spain, Queen Jane I, Henry I said")]
    ['the fourteenth', 'the first', 'the first']
    """
    for found in REGNAL.finditer(text):
        if _is_king(found):
            said = f"the {ordinal(numeral(found['numeral']))}"
            if found["second"]:
                said += f" and {ordinal(numeral(found['second']))}"
            yield Rewrite(found.start("numeral"), found.end(), said, "regnal")
            if found["name"] in STATUTES:
                yield Rewrite(*found.span("name"), STATUTES[found["name"]], "regnal")
    for found in NAMESAKE.finditer(text):
        if found["initial"] or found["name"] in NAMESAKES:
            yield Rewrite(*found.span("numeral"), f"the {ordinal(numeral(found['numeral']))}", "regnal")


def _is_king(found: re.Match[str]) -> bool:
    """Tell a number from an initial, and the first of a name from the pronoun."""
    letters, place = found["numeral"], found.end("numeral")
    known = KINGS if len(letters) == 1 else NAMESAKES
    if not (found["royal"] or found["name"] in known):
        return False
    if found["royal"] or len(letters) > 1:
        return letters != "I" or not AM.match(found.string, place)
    if SURNAME.match(found.string, place):
        return False
    return letters != "I" or NEITHER.match(found.string, place) is not None
