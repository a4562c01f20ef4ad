"""Printer's marks that an engine stumbles over, or that a listener would hear as noise."""

import re
import unicodedata
from collections.abc import Iterator

from narrate.model.script import Rewrite

UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f]+"
)
LETTERS = re.compile(
    "[^\\W\\d_][\u0300-\u036f]+"
    "|[\ufb00-\ufb06\uff10-\uff5a\u2160-\u217f\U0001d400-\U0001d7ff]+"
    "|[\u02bc\u2010\u2011]"
)
DIGITS = re.compile("(?:(?![0-9])\\d)+|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\U0001f100-\U0001f10c]")
DASH = re.compile(r"(?<=[^\W_][^\W_])([\"”’')\]]*)[ \u00a0]*(?:—|--)[ \u00a0]*(?=[\"“‘'(]*[^\W\d_])")
MARKS = re.compile(r"(?<!\d)[*~]+|[*~]+(?!\d)|^\s*[■▪●◦▶►➤✓❖]\s*")
PICTURE = "\u2600-\u2775\u2794-\u27bf\u2b50\u2b55\U0001f000-\U0001f0ff\U0001f10d-\U0001faff"
"""Signs and emoji, without the circled digits among them."""
PICTURES = re.compile(f"(?<![ \u00a0])[ \u00a0]*+[{PICTURE}][\u200d\ufe0f{PICTURE}]*")
BREAKS = re.compile("(?<!\\s)[^\\S\r\n\v\f\x85\u2028\u2029]*+[\r\n\v\f\x85\u2028\u2029]\\s*+")

PLAIN = re.compile(r"(?:[A-Za-z0-9 ,.;:?!'\"’‘“”()]|-(?!-))*+")
"""What none of these rules would touch; most sentences are nothing else."""

LIKE = {"\u02bc": "'", "\u2010": "-", "\u2011": "-"}
"""Apostrophe and hyphens that only look like the plain ones."""


def is_plain(text: str) -> bool:
    """Tell, more quickly than they would, whether none of these rules has anything to do.

    >>> is_plain("“Well-known,” she said; it's 5 (five)."), is_plain("No--never.")
    (True, False)
    """
    return PLAIN.fullmatch(text) is not None


def unseen(text: str) -> Iterator[Rewrite]:
    r"""Take out what nobody sees, such as zero-width and control characters: some tear a word in two.

    >>> [(found.start, found.spoken) for found in unseen("in\u200btent")]
    [(2, '')]
    """
    for found in UNSEEN.finditer(text):
        yield Rewrite(*found.span(), "", "unseen")


def letters(text: str) -> Iterator[Rewrite]:
    r"""Write accents, ligatures and letters of other widths and faces as plain letters.

    >>> [found.spoken for found in letters("cafe\u0301, \uff28\uff49, \u2167")]
    ['é', 'Hi', 'VIII']
    """
    for found in LETTERS.finditer(text):
        plain = LIKE.get(found.group()) or unicodedata.normalize("NFKC", found.group())
        if plain != found.group():
            yield Rewrite(*found.span(), plain, "letters")


def digits(text: str) -> Iterator[Rewrite]:
    r"""Write digits of other scripts and in circles as plain ones, for which eSpeak has words.

    >>> [found.spoken for found in digits("\u2776 and \u0663\u0665 in 1914")]
    ['1', '35']
    """
    for found in DIGITS.finditer(text):
        plain = "".join(str(int(unicodedata.numeric(digit))) for digit in found.group())
        yield Rewrite(*found.span(), plain, "digits")


def dashes(text: str) -> Iterator[Rewrite]:
    """Breathe at a dash between words: without white space around it eSpeak runs on.

    >>> [(found.start, found.end) for found in dashes("never—not once, d—n it, in 1914—18")]
    [(5, 6)]
    """
    for found in DASH.finditer(text):
        yield Rewrite(found.end(1), found.end(), ", ", "dashes")


def marks(text: str) -> Iterator[Rewrite]:
    """Drop stars, tildes and bullets, of which eSpeak says the names; `2*3` keeps its star.

    >>> [(found.start, found.spoken) for found in marks("K.* and 2*3")]
    [(2, '')]
    """
    for found in MARKS.finditer(text):
        yield Rewrite(*found.span(), "", "marks")


def pictures(text: str) -> Iterator[Rewrite]:
    """Pass over emoji and other small pictures in silence.

    >>> [(found.start, found.end) for found in pictures("Hello 🙂 there")]
    [(5, 7)]
    """
    for found in PICTURES.finditer(text):
        yield Rewrite(*found.span(), "", "pictures")


def breaks(text: str) -> Iterator[Rewrite]:
    r"""Read on over a line break inside a line.

    >>> [found.spoken for found in breaks("to\n  be")]
    [' ']
    """
    for found in BREAKS.finditer(text):
        yield Rewrite(*found.span(), " ", "breaks")
