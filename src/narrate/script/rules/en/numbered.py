"""Numbers by which a thing is known."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import digits, pairs

CALIBRE = re.compile(
    r"(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he )|(?<=\b[Hh]is )|(?<=\b[Hh]er )|(?<=\b[Mm]y ))\."
    r"(?P<number>22|25|30|32|38|44|45|50|303|308|357|410|455)"
    r"(?![\w%]|[.,]?[0-9]| (?:per|of|average|ratio|inch|inches)\b)"
)
"""What a gun is called by."""
NAMED = re.compile(
    r"\b(?P<after>Room|Flight|Boeing|Airbus|Highway|Interstate|Suite|Apartment|Apt\.|Rm\.|Area|Box) "
    r"(?P<number>[1-9][0-9](?!00)[0-9]{1,2})\b(?![.,/-]?[0-9])",
    re.IGNORECASE,
)
MODEL = re.compile(r"\b(?:Boeing|Airbus) A?(?P<first>[1-9][0-9]{2})-(?P<second>[1-9][0-9]{2})\b")
HOUSE = re.compile(
    r"(?<![\w.,/$£-])(?P<number>[1-9](?!00)[0-9]{2,3})(?=[A-Z]? (?:[NSEW]\.? |North |South |East |West )?"
    r"(?:[A-Z][\w'’]+ |[0-9]+(?:st|nd|rd|th) ){1,2}"
    r"(?:St|Ave|Rd|Dr|Blvd|Ln|Street|Avenue|Road|Lane|Drive|Pl|Ct|Sq|Pkwy|Terr"
    r"|Boulevard|Square|Terrace|Place|Court|Row)\b)"
)
CALLED = re.compile(
    r"\b(?:call|dial|ring|phon)(?:s|ed|ing|ling|led|e)? (?P<digits>[0-9]{3})\b(?![-., ]?[0-9])"
    r"(?! (?!and|at|for|from|if|in|now|on|or|to|when)[a-z])",
    re.IGNORECASE,
)


def names(text: str) -> Iterator[Rewrite]:
    """Say the number by which a room, a house, an aeroplane or a gun is known, and one that is dialled.

    >>> [found.spoken for found in names("Room 101, a .45, the .303, 411 Elm St., call 999, 12 Elm St.")]
    ['one oh one', 'forty-five', 'three oh three', 'four eleven', 'nine nine nine']
    """
    for pattern in (NAMED, CALIBRE, HOUSE):
        for found in pattern.finditer(text):
            start = found.start() if pattern is CALIBRE else found.start("number")
            end = found.end("number")
            apart = " " * text[end : end + 1].isalpha()
            yield Rewrite(start, end, pairs(int(found["number"])) + apart, "names")
    for found in MODEL.finditer(text):
        said = f"{pairs(int(found['first']))} {pairs(int(found['second']))}"
        yield Rewrite(found.start("first"), found.end(), said, "names")
    for found in CALLED.finditer(text):
        yield Rewrite(*found.span("digits"), digits(found["digits"]), "names")
