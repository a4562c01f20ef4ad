"""Whether a sentence ends at a gap: rules in order, the first with an opinion decides, Punkt the rest."""

import re
from collections.abc import Callable
from itertools import dropwhile

from narrate.model.words import speakable
from narrate.script import punkt
from narrate.script.gaps import Gap
from narrate.script.words import (
    ADDRESSED,
    AFTER_CLOCK,
    BEFORE_NUMBERS,
    CLOCK,
    LETTERED,
    NAMES_AND_WORDS,
    NEVER_LAST,
    NO_SPEECH,
    NUMBERED,
    PARTICLES,
    PARTS,
    SPEECH_PHRASES,
    SPEECH_VERBS,
    STARTERS,
    TITLES,
)

Rule = Callable[[Gap], bool | None]
"""True: a sentence ends here.  False: it goes on.  None: no opinion."""

ROMAN = r"(?=[ivxl]+\b)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
HESITATION = 3
"""Dots of an ellipsis inside a sentence; one more is the full stop."""

LABEL = re.compile(rf"[\W_]*(?:\d{{1,3}}|[a-z]|{ROMAN})[.)]*\Z", re.IGNORECASE)
NUMBER = re.compile(rf"[\d§£$€#]|[a-z]-?\d|{ROMAN}\b", re.IGNORECASE)
OLD_MONEY = re.compile(r"(?:£\s?[\d,]+|\b\d+[lsd])\.\Z")
OLD_COINS = re.compile(r"\d*[\d¼½¾]\s?[sd]\b")
PLURAL = re.compile(r"\b(?:MM|SS)\.\Z")
"""Messieurs and saints: in capitals, for the same letters are millimetres."""
MEASURE = re.compile(
    r"\b(?P<its>an?\s)?[\d.,/¼½¾]+\s?(?:in|ft|yds?|mm|cm|kg|lbs?|oz|cwt|qrs?|gal|h|m|min|sec)\.\Z"
)
LONGITUDE = re.compile(r"\d+\s?°")
WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.\Z")
DAY = re.compile(r"\d|the \d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)")
FIRST = re.compile(r"I(?:[.,;:)]|[-–][IVX]| of\b| and I)")
"""The number, and hardly ever the pronoun."""
WHO = re.compile(r"(?<=\w), who [^.!?,]{3,60},")
ADDRESS = re.compile(r"\w+(?: (?:him|her|them|me|us|you))?[.,;:!?]")
INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
BARE_TIME = re.compile(
    r"\W*(?:at|by|about|around|till|until|from|before|after)(?: \S+){0,2} [ap]\.m\.\Z", re.IGNORECASE
)
WITHIN = re.compile(r"\b(?:of|with|a|the|his|her|their) [\"“‘][^\"“”‘]{1,24}\Z")
CRY = re.compile(r"(?:\w[^\s.!?]*\s?){1,3}[!?]+[\"”’] [a-z]")
ASIDE = re.compile(r"[(\[][^()\[\].!?]*[)\]][.,;:!?]")


def nothing_more(gap: Gap) -> bool | None:
    """Keep marks without a word beside the sentence they follow."""
    return None if speakable(gap.after) else False


def label(gap: Gap) -> bool | None:
    """Keep the number or letter of an item with the item: `1. The first`."""
    return False if not gap.quoted and LABEL.match(gap.before) else None


def exclaimed(gap: Gap) -> bool | None:
    """Keep a cry together that is a word of its sentence: `The shout of "Fire! Fire!" went up`."""
    cry = gap.mark != "." and not gap.quoted and WITHIN.search(gap.before) and CRY.match(gap.after)
    return False if cry else None


def aside(gap: Gap) -> bool | None:
    """Keep a parenthesis whose stop stands outside it, such as a reference, with its sentence."""
    return False if ASIDE.match(gap.after) and (gap.quoted or gap.dots) else None


def interrupted(gap: Gap) -> bool | None:
    """Go on where a parenthesis breaks in: `"You may not--" ("I have," said Ann) "--know." she said`."""
    return False if gap.quoted and gap.mark[0] in "-—–" and gap.after.startswith("(") else None


def lower_case(gap: Gap) -> bool | None:
    """Go on where a small letter follows, as in `"Stop!" cried the miller`."""
    if gap.small and not gap.quoted:
        return None
    return False if gap.following[:1].islower() and not gap.following[1:2].isupper() else None


def tag_with_a_name(gap: Gap) -> bool | None:
    """Keep a quotation and its tag together, as in `"Why?" Martha asked`."""
    tagged = gap.quoted and gap.mark != "." and (_is_tag(gap.after) or _is_tag(WHO.sub("", gap.after)))
    return False if tagged else None


def _is_tag(after: str) -> bool:
    words = after.split(maxsplit=8)[:8]
    if not words or not words[0][0].isupper() or words[0].lower() in STARTERS:
        return False
    rest = list(dropwhile(lambda word: word[0].isupper() or word in PARTICLES, words))
    if rest and words[-len(rest) - 1].endswith(("the", "'s", "’s")):
        rest = rest[1:]
    if rest and rest[0].endswith("ly"):
        rest = rest[1:]
    if rest and rest[0].rstrip(".,;:!?") in ADDRESSED:
        return ADDRESS.match(" ".join(rest)) is not None
    verb, then = ([word.strip(".,;:!?—-") for word in rest] + ["", ""])[:2]
    return (verb in SPEECH_VERBS and then not in NO_SPEECH) or f"{verb} {then}" in SPEECH_PHRASES


def before_a_number(gap: Gap) -> bool | None:
    """Read `No. 5`, `vol. ii` and `Mar. 3` as one, and `No. I won't.` as two."""
    if gap.mark != "." or gap.last not in BEFORE_NUMBERS:
        return None
    if gap.next.split("'")[0].split("’")[0] == "I":
        return False if gap.last in PARTS and FIRST.match(gap.following) else None
    return False if NUMBER.match(gap.following) else None


def old_money(gap: Gap) -> bool | None:
    """Keep pounds, shillings and pence together, as in `£3. 10s. 6d.` of old."""
    return False if OLD_MONEY.search(gap.before) and OLD_COINS.match(gap.after) else None


def measure(gap: Gap) -> bool | None:
    """Keep `7 cwt. 2 qrs.` together, and the thing with its size in `a 6.5 mm. Carcano`."""
    if gap.last == "long":
        return False if LONGITUDE.match(gap.after) else None
    found = MEASURE.search(gap.before) if gap.mark == "." else None
    return False if found and (gap.following[:1].isdigit() or found["its"]) else None


def weekday(gap: Gap) -> bool | None:
    """Keep a shortened day of the week with its date."""
    return False if WEEKDAY.search(gap.before) and DAY.match(gap.after) else None


def never_last(gap: Gap) -> bool | None:
    """Keep a form of address with the name it announces."""
    kept = gap.mark == "." and (gap.last in NEVER_LAST or PLURAL.search(gap.before))
    return False if kept else None


def titled(gap: Gap) -> bool | None:
    """Keep a title with a name that is a word as well, as in `Det. Will Roe`."""
    return False if gap.last in TITLES and gap.next in NAMES_AND_WORDS else None


def ellipsis(gap: Gap) -> bool | None:
    """Take three dots for a hesitation, unless a sentence plainly starts after them."""
    if not gap.dots:
        return None
    if gap.dots > HESITATION or gap.quoted or _starts(gap):
        return True
    return not (gap.spaced or gap.next == "I" or gap.next.startswith(("I'", "I’")))


def _starts(gap: Gap) -> bool:
    return gap.next.lower() in STARTERS and not gap.next.startswith(("I'", "I’"))


def strong(gap: Gap) -> bool | None:
    """End at `!`, `?` and at a stop with which a quotation closes."""
    return True if gap.mark != "." or gap.quoted else None


def clock(gap: Gap) -> bool | None:
    """End after `5 p.m.` unless a day, a month or a zone follows, or nothing but the time came before."""
    if gap.last not in CLOCK or not gap.next[:1].isupper():
        return None
    return not (BARE_TIME.match(gap.before) or gap.next.lower() in AFTER_CLOCK)


def initial(gap: Gap) -> bool | None:
    """Tell the `H. G.` of a name from the end of a sentence such as `you and I.` or `Henry V.` can be."""
    if not INITIALS.fullmatch(gap.last):
        return None
    if gap.last == "i" and gap.last_but_one.islower():
        return True
    if gap.last_but_one.lower() in LETTERED:
        return True
    if gap.last in "ivx" and gap.last_but_one.lower() in NUMBERED:
        return True
    return _starts(gap)


RULES: tuple[Rule, ...] = (
    nothing_more,
    label,
    exclaimed,
    aside,
    interrupted,
    lower_case,
    tag_with_a_name,
    before_a_number,
    old_money,
    measure,
    weekday,
    never_last,
    titled,
    ellipsis,
    strong,
    clock,
    initial,
)


def ends_sentence(gap: Gap) -> bool:
    """Decide whether a sentence ends at this gap."""
    opinions = (rule(gap) for rule in RULES)
    decided = next((opinion for opinion in opinions if opinion is not None), None)
    return punkt.ends_sentence(f"{gap.last}.", gap.next) if decided is None else decided
