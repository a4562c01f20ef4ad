"""Roman numerals: of chapters, in rows, and alone."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import cardinal, ordinal, year
from narrate.script.rules.rule import MAYBE_DOT
from narrate.script.rules.table import listed

VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_UPPER = "M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})"
NUMERAL = rf"(?=[IVXLCDMivxlcdm])(?:{_UPPER}|(?!mi?x)(?=[ivxl]+){_UPPER.lower()})"
NEITHER = re.compile(r"[,.;:)?!]|['’]s\b| (?:of [A-Z]|and (?:[A-Z]\w+ )?[IVX]+\b|\()|\W*$")
"""What follows the first of a name, and hardly ever `I`."""
SURNAME = re.compile(r"\. ?[A-Z]")
OF_A_BOOK = re.compile(r" (?:is|of|to|and|we|he|she|they|the|begins|ends|opens|closes|deals)\b")
AM = re.compile(
    r" (?:am|have|had|will|shall|would|should|could|can|must|may|might|do|did|never|think|know"
    r"|believe|say|said)\b|[\"“]"
)
COUNTED = frozenset(
    listed("""
    chapter chapters chap chaps ch book books bk bks part parts pt pts volume volumes vol vols act acts scene
    scenes sc canto cantos psalm psalms section sections sec sect stave staves letter war article articles art
    appendix figure figures fig figs plate plates table tables phase type class mark no nos number numbers
    lesson lessons lecture lectures sonnet sonnets ode odes epistle epistles idyl idyll fit stanza stanzas
    series title division episode corps column columns p pp page pages line lines item level stage bowl grade
    mk model vatican elegy satire satires eclogue eclogues essay essays tale tales verse verses
    """)
)
"""What is counted, and never crowned."""
AFTER_NOUN = re.compile(
    rf"\b(?P<noun>[A-Za-z]+\.?) (?P<numeral>{NUMERAL})"
    rf"(?:(?<=[IVX]{{2}})(?P<letter>[a-d]))?(?!\w|['’](?!s))"
    rf"(?:\.(?=[-–][IVX]))?(?:(?P<link> ?[-–] ?| and | to |, )"
    rf"(?P<second>(?=[IVX]|[ivx]{{2}}|(?<=[-–])[ivx]){NUMERAL})"
    r"(?![\w-]))?(?!-[A-Z0-9])(?P<dot>\.(?=[,;:]| [a-z(]))?"
)
WORLD = re.compile(r"\b(?:World|Gulf|Punic|Balkan) $")
WORLD_WAR = re.compile(r"\bWW ?(II?|[12])\b")
ALONE = re.compile(
    rf"[\[(]?(?P<numeral>(?=[IVXLC]{{2}}|M[IVXLCD]{{3}}|[ivx]{{2}}){NUMERAL})(?=[)\]]?(?:\.|:|—|$)(?:\s|$))"
)
NAMED = re.compile(
    rf"(?:(?<=[A-Za-z.] )|(?<=[;,] )|(?<=[(])(?=[IVX]+\)))(?P<numeral>(?=[IVX]{{2}})(?!X{{2,3}}\b(?!\)))"
    rf"(?!IV(?:s\b| (?:drip|line|bag|fluid|needle|tube|pole|stand))){NUMERAL})(?P<th>st|nd|rd|th)?"
    rf"(?!\w|-[A-Z0-9])(?P<dot>{MAYBE_DOT})"
    r"(?P<mid>(?=,? [a-z]|,))?"
)
YEAR = re.compile(rf"\bM(?=[IVXLCD]{{4}}|[IVXLCDM]{{5}}){NUMERAL}(?!\w)")
OF_A_NAME = re.compile(r"\b[A-Z]\w+ $")
SERIES = re.compile(r"(?<![\w.'’])(?P<numeral>[IVX])(?:\.(?=,| [a-z])|(?=\)))")
ROW = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
HEADING = re.compile(r"(?P<numeral>[IVXLC])(?=(?:\.|:|—|$)(?:\s|$))")
INITIAL = re.compile(r"[A-Z]\.")
LETTERS = {"C", "D", "L", "M", "c", "d", "l", "m"}


def numeral(letters: str) -> int:
    """Read a Roman number.

    >>> numeral("XIV"), numeral("viiii"), numeral("MCMLXXXIV")
    (14, 9, 1984)
    """
    values = [VALUES[letter] for letter in letters.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def chapters(text: str) -> Iterator[Rewrite]:
    """Say the number of a chapter, a part or a war; a single letter only where it is no word or name.

    >>> [found.spoken for found in chapters("CHAPTER XIV, acts iii-v, World War I, Part I, my part I think")]
    ['fourteen', 'three to five', 'one', 'one']
    """
    for found in AFTER_NOUN.finditer(text):
        if found["noun"].lower().rstrip(".") in COUNTED and _is_number(found):
            said = cardinal(numeral(found["numeral"])) + (
                f" {found['letter'].upper()}" if found["letter"] else ""
            )
            if found["second"]:
                link = found["link"] if found["link"].strip(" -–") else " to "
                said += link + cardinal(numeral(found["second"]))
            yield Rewrite(found.start("numeral"), found.end(), said, "chapters")
    for found in WORLD_WAR.finditer(text):
        yield Rewrite(*found.span(), f"World War {'two' if found[1] in {'II', '2'} else 'one'}", "chapters")


def _is_number(found: re.Match[str]) -> bool:
    """Tell whether a single letter counts something: `Chapter V`, not `section C`."""
    noun, place = found["noun"], found.end()
    if len(found["numeral"]) > 1:
        return True
    if noun.lower().startswith("no") or INITIAL.fullmatch(noun):
        return False
    if found["numeral"] in LETTERS:
        return noun.lower() in {"chapter", "psalm", "canto", "sonnet"}
    if found["second"] or found["numeral"] not in "Ii":
        return noun[0].isupper() or noun.endswith((".", "s"))
    if noun == "War":
        return not AM.match(found.string, place) and WORLD.search(found.string, 0, found.start()) is not None
    return noun[0].isupper() and bool(
        NEITHER.match(found.string, place) or OF_A_BOOK.match(found.string, place)
    )


def numerals(text: str) -> Iterator[Rewrite]:
    """Say other numbers of more than one letter; within a sentence, a full stop tells of a king.

    >>> [found.spoken for found in (*numerals("VII"), *numerals("a Rocky III, the XIXth, and Ahab II., who"))]
    ['seven', 'three', 'nineteenth', 'the second']
    """
    if found := ALONE.match(text):
        value = numeral(found["numeral"])
        said = year(value) if value > 1000 else cardinal(value)
        yield Rewrite(*found.span("numeral"), said, "numerals")
    for found in YEAR.finditer(text):
        yield Rewrite(*found.span(), year(numeral(found[0])), "numerals")
    for found in NAMED.finditer(text):
        value = numeral(found["numeral"])
        said = cardinal(value)
        if found["th"] or text[: found.start()].lower().endswith("the "):
            said = ordinal(value)
        elif found["dot"] and found["mid"] is not None and OF_A_NAME.search(text, 0, found.start()):
            said = f"the {ordinal(value)}"
        yield Rewrite(*found.span(), said, "numerals")


def series(text: str) -> Iterator[Rewrite]:
    """Say a single letter as a number where the one before or after it stands in the same line.

    >>> [found.spoken for found in series("there are: I., the Ox; II., the Ass; and I. Ott")]
    ['one']
    >>> list(series("I, as V. I. Ott says, am here"))
    []
    """
    counted = set(re.findall(r"(?<![\w.'’])[IVX]{1,4}(?=\.[, ]|\))", text))
    for found in SERIES.finditer(text):
        at = ROW.index(found["numeral"])
        if counted & {*ROW[max(0, at - 1) : at], *ROW[at + 1 : at + 2]} and not SURNAME.match(
            text, found.end()
        ):
            yield Rewrite(*found.span(), cardinal(at + 1), "numerals")


def headings(text: str) -> Iterator[Rewrite]:
    """Say a single letter at the head of a title as its number.

    >>> [found.spoken for title in ("I", "V. The Storm", "I, Claudius") for found in headings(title)]
    ['one', 'five']
    """
    if found := HEADING.match(text):
        yield Rewrite(*found.span("numeral"), cardinal(numeral(found["numeral"])), "headings")
