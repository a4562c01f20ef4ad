"""Initials and words that are said letter by letter."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.rule import END
from narrate.script.rules.table import listed

DOTTED = re.compile(
    r"(?<![\w.])(?:[A-Z]\.(?: (?=[A-Z]\.))?){2,}(?![A-Za-z]|['’][a-z])"
    r"|(?<![\w.])(?:Ph|Litt|Ll)\.D\.(?!['’][a-z])"
)
LAST = re.compile(END)
INITIAL = re.compile(
    r"(?<![\w.'’])(?<![A-Z]\. )(?P<letter>[B-HJ-Z]|(?<=[A-Z][a-z] )[AI])\."
    r"(?=,? [A-Z][\w'’]|,| & | and [A-Z]\.)(?! ?[A-Z]\.)"
)
CAPITALS = re.compile(r"(?<![\w.'’&-])[A-Z]{2,5}\b(?![.'’]?[A-Z]|['’][a-z])")
"""A plural or a possessive is left whole, for a voice would stumble over its end."""
VOWELS = re.compile(r"[AEIOUY]")
ROMAN = re.compile(r"[IVXLCDM]+")
SPELT = frozenset(
    listed("""
    AAA ABC AI AFL API BCE CD CEO CFO CIA CIO CPU CV DC DIY DNA DOA ECG EEC EKG EU FAQ FBI GI GOP
    GPU HIV IBM ICU ID IOU IPO IQ IRA IRS ISBN ITV IUCN KO MD MIA MIT MOT NBA NRA OED PTA RAF RNA
    SOS SUV UAE UCLA UDT UFO UHF UK UN UPI URL USA USAF USB USO USS USSR VIP YMCA YWCA
    """)
)
"""Those with a vowel that are none the less said letter by letter."""
WORDS = frozenset(
    listed("""
    MR MRS DR ST LTD JR SR MT FT RD VS PP CH PHD HM HMM MM MMM SH SHH PST PSST BRR BRRR GRR GRRR TSK
    NTH TH PFFT ZZ ZZZ LB LBS
    """)
)
"""Those without a vowel that are not."""


def initials(text: str) -> Iterator[Rewrite]:
    """Run initials together, so that no voice falls at their full stops.

    >>> [found.spoken for found in initials("J. R. R. Tolkien, the U.S.A. today, Ann B. Hale, by J. Roe")]
    ['J.R.R', 'U.S.A', 'B', 'J']
    """
    for found in DOTTED.finditer(text):
        said = found[0].replace(" ", "").removesuffix(".")
        yield Rewrite(found.start(), found.end() - bool(LAST.match(text, found.end())), said, "initials")
    for found in INITIAL.finditer(text):
        yield Rewrite(*found.span(), found["letter"], "initials")


def acronyms(text: str) -> Iterator[Rewrite]:
    """Spell what nobody could say as a word, and what nobody does; a line in capitals is shouted.

    >>> [found.spoken for found in acronyms("The FBI, NASA, the BBC. SHH!")], list(acronyms("THE FBI"))
    (['F.B.I', 'B.B.C'], [])
    """
    if text.isupper():
        return
    for found in CAPITALS.finditer(text):
        word = found[0]
        if word in SPELT or not (VOWELS.search(word) or word in WORDS or ROMAN.fullmatch(word)):
            yield Rewrite(*found.span(), ".".join(word), "acronyms")
