"""How English is read: one topic a module, in the order in which they are asked."""

import re
from collections.abc import Mapping

from narrate.script.rules.en.dates import calendar, dates, numeric
from narrate.script.rules.en.degrees import degrees
from narrate.script.rules.en.dialect import american
from narrate.script.rules.en.editions import editions
from narrate.script.rules.en.figures import codes, figures, ordinals
from narrate.script.rules.en.fractions import fractions
from narrate.script.rules.en.initials import acronyms, initials
from narrate.script.rules.en.kings import regnal
from narrate.script.rules.en.lengths import lengths, sizes
from narrate.script.rules.en.measures import measures
from narrate.script.rules.en.money import money, old_money
from narrate.script.rules.en.numbered import names
from narrate.script.rules.en.passages import passages
from narrate.script.rules.en.places import counties, saints, streets
from narrate.script.rules.en.ranges import phones, ranges, ratios
from narrate.script.rules.en.roman import chapters, headings, numerals, series
from narrate.script.rules.en.say_as import ways as known_ways
from narrate.script.rules.en.shortened import firms, references, usual
from narrate.script.rules.en.signs import addresses, powers, signs
from narrate.script.rules.en.times import times
from narrate.script.rules.en.titles import monsieur, titles
from narrate.script.rules.en.uncounted import uncounted
from narrate.script.rules.en.years import decades, eras, spans, years
from narrate.script.rules.rule import Rule, where
from narrate.script.rules.say_as import Way

FIGURES = re.compile("[0-9¼½¾⅐-⅞]")
CAPITALS = re.compile(r"[IVXLCDM]{2}|[A-Z][A-Za-z]*\.? [IVXLC]\b|\. [IVX]\b|\b[ivxlc]{2,}(?![a-z])|WW[12]")
PASSAGES = re.compile(r"[0-9]:[0-9]|\. ?[0-9]|[IV][.,] ?[ivx]|\. [ivxlc]|[a-z] [ivxlc]+\b[.:,]")
STOPS = re.compile(
    r"\.\W*\w|[&№°]|\b(?:[A-Z][a-z]{1,4}|MSS?|al|cit|seq|ff|lib|etc|esq|jr|jun|viz|cf|inst|ult|prox|approx"
    r"|univ|dept|govt|assn|ibid)\.\W*$|\b(?:[MD]rs?|Messrs|Mme|Mlle|Lt|Capt|Sgt|[md]rs?|[Ss]t|[Mm]t|Ft) [A-Z]"
    r"|[NSEW] of [A-Z]|\b(?:vs|etc|Ave|Blvd|Rd|[Ll]td|[Ii]nc|Co)\b|\b(?:pp?|nos|No|vol|chap|ch) [0-9]"
)
"""Where an abbreviation may stand; the full stop at the end of a line is one of few."""
SIGNS = re.compile(
    "[&+=@§%#°/×±÷^²³→]|->|\\b[A-DF][-−][ ,.;)]|www"
    "|[.](?:com|org|net|edu|gov|txt|pdf|html?|docx?|jpe?g|png|exe|zip|mp3|csv)\\b"
)

AMERICAN: tuple[Rule, ...] = (dates(""), numeric(day_first=False))
BRITISH: tuple[Rule, ...] = (dates("the "), numeric(day_first=True))
"""What differs beyond the `and` within numbers."""

IN_FIGURES: tuple[Rule, ...] = (
    phones, names, times, old_money, money, spans, decades, eras, degrees, measures, lengths, sizes,
    fractions, ratios, ranges, ordinals, years, codes, figures,
)  # fmt: skip
IN_WORDS: tuple[Rule, ...] = (
    streets,
    counties,
    saints,
    titles,
    monsieur,
    editions,
    references,
    usual,
    uncounted,
    firms,
    calendar,
    initials,
)

BRITISH_SPEAKING = frozenset(("GB", "UK", "IE", "AU", "NZ", "ZA", "IN"))

HEADINGS: tuple[Rule, ...] = (headings,)
"""What is asked before all other rules where the line is a heading."""


def rules(region: str) -> tuple[Rule, ...]:
    """Give the rules of a region, American where it is not known for others.

    >>> [found.spoken for rule in rules("GB") for found in rule("He was 110.")]
    ['one hundred and ten']
    >>> [found.spoken for rule in rules("US") for found in rule("He was 110.")]
    ['one hundred ten']
    """
    british = region in BRITISH_SPEAKING
    counted = (*(BRITISH if british else AMERICAN), *IN_FIGURES)
    numbers = (
        where(PASSAGES, (passages,)),
        where(FIGURES, counted),
        where(CAPITALS, (regnal, chapters, numerals, series)),
    )
    return (
        where(SIGNS, (addresses, powers)),
        *(numbers if british else map(american, numbers)),
        where(STOPS, IN_WORDS),
        acronyms,
        where(SIGNS, (signs,)),
    )


def ways(region: str) -> Mapping[str, Way]:
    """Give the ways in which a region says what its author names.

    >>> ways("GB")["date"]("5/3", "md")
    'the third of May'
    """
    return known_ways(british=region in BRITISH_SPEAKING)
