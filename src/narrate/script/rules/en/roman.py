"""Roman numerals: of kings, of chapters, and alone."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import cardinal, ordinal
from narrate.script.rules.rule import MAYBE_DOT

VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_UPPER = "M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})"
NUMERAL = rf"(?=[IVXLCDMivxlcdm])(?:{_UPPER}|(?!mi?x)(?=[ivxl]+){_UPPER.lower()})"
RULERS = """
    Charles Henry Louis George Edward James William Richard Philip Philippe Francis Frederick Friedrich Napoleon
    Pius Leo Paul John Alexander Nicholas Peter Clement Gregory Innocent Benedict Boniface Urban Sixtus Julius
    Celestine Stephen Adrian Martin Eugene Honorius Elizabeth Mary Catherine Anne Isabella Margaret Christina
    Ferdinand Alfonso Alphonso Leopold Joseph Maximilian Otto Conrad Rudolf Rudolph Sigismund Albert Umberto
    Victor Emmanuel Amadeus Christian Gustavus Gustav Erik Harald Sweyn Svend Valdemar Napoléon François Inge Sverre Eric Haakon Sigurd Zog Mohammad Hussein Haile Olaf Magnus Carl Karl Canute David Robert Alexius
    Constantine Justinian Theodosius Basil Michael Leon Romanus Ptolemy Antiochus Seleucus Demetrius Darius Xerxes
    Artaxerxes Cyrus Cambyses Rameses Ramses Thutmose Thothmes Amenhotep Amenophis Seti Sargon Sennacherib
    Shalmaneser Tiglath-Pileser Nebuchadnezzar Mithridates Juba Selim Murad Amurath Mahomet Mohammed Mehmed
    Suleiman Bayezid Mustafa Abbas Ivan Vasily Casimir Ladislaus Wenceslas Bela Andrew Boris Carol Pedro Afonso
    Sancho Ramon Raymond Theobald Baldwin Bohemund Tancred Godfrey Humphrey Fulk Geoffrey Cosimo Lorenzo Frederic
    Guillaume Henri Jean Wilhelm Heinrich Ludwig Franz
""".split()
ROYAL = r"(?:King|Queen|Emperor|Empress|Pope|Tsar|Czar|Kaiser|Prince|Duke|Earl|Sultan|Pharaoh|Saint|Antipope)"
_NAMES = "|".join(f"{name}|{name.upper()}" for name in sorted(RULERS, key=len, reverse=True))
REGNAL = re.compile(
    rf"\b(?:(?P<royal>{ROYAL} )[A-Z][a-z-]+|{_NAMES}) (?P<numeral>{NUMERAL})(?![\w-]){MAYBE_DOT}"
)
NEITHER = re.compile(r"[,.;:)?!]|['’]s\b| (?:of [A-Z]|\()|\W*$")
"""What follows the first of a name, and hardly ever `I`."""
AM = re.compile(r" (?:am|have|had|will|shall|would|should|could|can|must|may|might|do|did|never|think|know|believe|say|said)\b|[\"“]")
COUNTED = (
    r"chapters?|chaps?\.?|ch\.?|books?|bk\.?|parts?|pt\.?|volumes?|vols?\.?|acts?|scenes?|sc\.?|cantos?|canto|psalms?|section|sect?\.?"
    r"|stave|letter|war|article|art\.?|appendix|figure|fig\.?|plate|table|phase|type|class|mark|no\.?|number|lesson"
    r"|lecture|sonnet|ode|epistle|idyll?|fit|stanza|series|title|division|episode|act|corps|column|pp?\.|page|line|item|level|stage|superbowl|bowl|grade|model|vatican|elegy|satire|eclogue|essay|tale|verse"
)
AFTER_NOUN = re.compile(rf"\b(?P<noun>(?i:{COUNTED})) (?P<numeral>{NUMERAL})(?![\w-]|['’](?!s))")
ALONE = re.compile(rf"[\[(]?(?P<numeral>(?=[IVXLC]{{2}}|M[IVXLCD]{{3}}|[ivx]{{2}}){NUMERAL})(?=[)\]]?(?:\.|:|—|$)(?:\s|$))")
PLURAL = re.compile(rf"(?<=[A-Za-z] )(?P<numeral>(?=[IVX]{{2}})(?!(?:XX|XXX|MIX)\b){NUMERAL})(?![\w-])(?P<dot>{MAYBE_DOT})(?P<mid>(?=,? [a-z]|,))?")
LETTERS = {"C", "D", "L", "M", "c", "d", "l", "m"}


def numeral(letters: str) -> int:
    """Read a Roman number.

    >>> numeral("XIV"), numeral("viiii"), numeral("MCMLXXXIV")
    (14, 9, 1984)
    """
    values = [VALUES[letter] for letter in letters.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def regnal(text: str) -> Iterator[Rewrite]:
    """Say the number of a king; the pronoun is not one, unless a title or what follows tells so.

    >>> [found.spoken for found in regnal("Louis XIV. fell; Charles I. of Spain, Queen Jane I was, To Henry I said")]
    ['the fourteenth', 'the first', 'the first']
    """
    for found in REGNAL.finditer(text):
        if found["numeral"] != "I" or _is_first(found):
            said = f"the {ordinal(numeral(found['numeral']))}"
            yield Rewrite(found.start("numeral"), found.end(), said, "regnal")


def _is_first(found: re.Match[str]) -> bool:
    place = found.end("numeral")
    return bool(NEITHER.match(found.string, place) or (found["royal"] and not AM.match(found.string, place)))


def chapters(text: str) -> Iterator[Rewrite]:
    """Say the number of a chapter, a part or a war; a single letter only where it is no word or name.

    >>> [found.spoken for found in chapters("CHAPTER XIV, act iii, World War II, Part I, for my part I think")]
    ['fourteen', 'three', 'two', 'one']
    """
    for found in AFTER_NOUN.finditer(text):
        if len(found["numeral"]) > 1 or _is_number(found):
            yield Rewrite(*found.span("numeral"), cardinal(numeral(found["numeral"])), "chapters")


def _is_number(found: re.Match[str]) -> bool:
    """Tell whether a single letter counts something: `Chapter V`, not `section C`."""
    if found["numeral"] in LETTERS:
        return found["noun"].lower() in {"chapter", "psalm", "canto", "sonnet"}
    if found["numeral"] in "Ii":
        return found["noun"][0].isupper() and NEITHER.match(found.string, found.end()) is not None
    return found["noun"][0].isupper() or found["noun"].endswith(".")


def numerals(text: str) -> Iterator[Rewrite]:
    """Say other numbers of more than one letter; within a sentence, a full stop tells of a king.

    >>> [found.spoken for found in (*numerals("VII"), *numerals("a Rocky III, and Ahab II., who"))]
    ['seven', 'three', 'the second']
    """
    if found := ALONE.match(text):
        yield Rewrite(*found.span("numeral"), cardinal(numeral(found["numeral"])), "numerals")
    for found in PLURAL.finditer(text):
        said = cardinal(numeral(found["numeral"]))
        if found["dot"] and found["mid"] is not None:
            said = f"the {ordinal(numeral(found['numeral']))}"
        yield Rewrite(found.start("numeral"), found.end("numeral") + len(found["dot"]), said, "numerals")
