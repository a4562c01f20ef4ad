"""The entries of a list of contents, and the forms in which a heading may repeat one."""

import re
from typing import NamedTuple

from narrate.read.headings import CHAPTER, PART, Label, counted, label, may_follow, unmarked
from narrate.read.lettering import is_title
from narrate.read.numerals import number, spelled
from narrate.read.titles import folded

_PAGE = re.compile(
    r"(?:\s*(?:[.·…_]\s*){2,}|\s{2,}|\s*\t\s*)(?:p(?:age|\.)? ?)?(?:\d{1,4}|[ivxlc]{1,7})\.?$"
    r"|\s*(?:[.·…_]\s*){3,}$"
)
_LOOSE_PAGE = re.compile(r"(?<=[^\W_])[.,]? \d{1,4}$")
_NUMBERED = re.compile(r"(?P<number>\d{1,3}|[IVXLC]{1,7})[.):]?[ \t]+(?P<rest>\S.*)")
"""In a list the blank is enough to tell a number from its title."""
_SPELLED = re.compile(r"(?P<number>[A-Z][A-Za-z-]+)\.?(?: {2,}|\t)(?P<rest>\S.*)")
_TAILED = re.compile(r"(?P<title>[^\W\d_a-z][^a-z,]+), [^\W\d_A-Z].*[^\W_]")
"""A title in capitals, and what a list adds to it in small letters."""


class Entry(NamedTuple):
    """One line of a list, or a heading that it may promise."""

    level: int
    number: str
    """What is counted and how far, "part 2"; empty where it has a title only."""
    titles: frozenset[str]
    """Its words without capitals and marks, with and without its number."""
    paged: bool
    """Whether it ends with the number of a page."""

    @property
    def keys(self) -> frozenset[str]:
        """All forms in which it may come again."""
        return self.titles | {self.number} if self.number else self.titles


def entry(line: str) -> Entry | None:
    """Read a line as an entry: a label, a number with a title, a title, or anything with its page.

    >>> entry("IV. The Door . . . . 41").number, sorted(entry("IV. The Door . . . . 41").titles)
    ('chapter 4', ['iv the door', 'the door'])
    >>> entry("It was late.")
    """
    bare = _PAGE.sub("", unmarked(line))
    paged = bare != unmarked(line)
    found = label(bare) or counted(bare) or _numbered(bare)
    if not (found or paged or is_title(bare.rstrip("."))):
        return None
    said = (bare, found.rest if found else bare)
    titles = {folded(text) for title in said for text in (title, _LOOSE_PAGE.sub("", title))}
    return Entry(found.level if found else CHAPTER, _counts(found), frozenset(titles - {""}), paged)


def listed(line: str) -> Entry | None:
    """Read a line of a list, where a number may stand before anything that begins like a title.

    >>> listed("II The rope and what came of it").number, listed("I said so, and went home again, to bed.")
    ('chapter 2', None)
    >>> sorted(listed("THE ROPE, by which a boy was saved").titles)
    ['the rope']
    """
    bare = _PAGE.sub("", unmarked(line))
    if tailed := _TAILED.fullmatch(bare):
        return entry(tailed["title"])
    found = _NUMBERED.fullmatch(bare)
    known = entry(line)
    if (known and known.number) or found is None or not may_follow(found["rest"], "."):
        return known
    titles = frozenset({folded(bare), folded(found["rest"])})
    paged = known is not None and known.paged
    return Entry(CHAPTER, f"chapter {number(found['number'])}", titles, paged)


def _numbered(bare: str) -> Label | None:
    found = _NUMBERED.fullmatch(bare) or _SPELLED.fullmatch(bare)
    if found is None or not is_title(found["rest"].rstrip(".")):
        return None
    counts = number(found["number"]) or spelled(found["number"])
    return Label(CHAPTER, "", counts, found["rest"]) if counts else None


def _counts(found: Label | None) -> str:
    """Say what is counted and how far; chapters, letters and bare numbers are the same.

    >>> _counts(Label(PART, "book", 2, "")), _counts(Label(CHAPTER, "stave", 1, "")), _counts(None)
    ('book 2', 'chapter 1', '')
    """
    if found is None or found.number is None:
        return ""
    return f"{found.kind if found.level == PART else 'chapter'} {found.number}"
