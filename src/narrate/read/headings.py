"""Which lines of a plain text are headings: small rules that would rather miss one than take prose for it."""

import re
from typing import NamedTuple

from narrate.read import abroad, english
from narrate.read.lettering import LONGEST_TITLE, SENTENCE_END, is_capitalised, is_quoted_title, is_title
from narrate.read.numerals import number, spelled, value

TITLE, PART, CHAPTER, SECTION = 1, 2, 3, 4
"""Levels, from the highest down."""

_LONGEST_LABEL = 300
_SENTENCE_WORDS = 8

_NUMBERED = ((PART, english.PARTS), (CHAPTER, english.CHAPTERS), (SECTION, english.SECTIONS))
_COUNTED = re.compile(
    r"(?P<number>\d{1,3}|[IVXLC]{1,9})(?P<gap>[.:)]+(?: ?[-–—]+)? *| ?[-–—]+ ?| {2,})"
    r"(?P<rest>[^\W\d_a-z].*|[\"“‘'].*)"
)
_FRAMED = re.compile(r"\[ (?P<inside>\S.*?) \]|[-–—]+ ?(?P<between>[^-–—]+?) ?[-–—]+")
_LETTERED = re.compile(r"appendix [A-Z\d]", re.IGNORECASE)
_BOXED = re.compile(r"\[ ?(?P<inside>\S.*?) ?\]|([-–—]+) ?(?P<between>\w.*\w\.?) ?\2")
"""What may enclose a label, but not a number."""
_SIGN = re.compile(r"(?:§|#|[Nn][or°º]\.?|NO\.?) ?(?=[\dIVXLC])")
_FRAME = re.compile(
    r"(?:the |first |second )?(?:prolog|prólogo|prelude|[eé]p[ií]log|пролог|эпилог)", re.IGNORECASE
)
_MARKED = re.compile(r"([_=*+~]{1,3})(?P<words>[^_=*+~].*[^_=*+~])\1")
_SENTENCE_INSIDE = re.compile(r"(?<=[a-z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?] [A-Z]")
_MARKS, _EDGES = tuple("_=*+~"), tuple("[-–—")


class Label(NamedTuple):
    """What a heading says of itself."""

    level: int
    kind: str
    """Part, volume, chapter … in small letters; empty where it is a bare number."""
    number: int | None
    """None where it has a name instead, or is the last."""
    rest: str
    """The title behind it."""


def label(text: str) -> Label | None:
    """Read a heading that says what it is: "Chapter 12: The Sea", "PART TWO", "Prologue".

    >>> label("The Second Book: Ashore"), label("BOOK I. CHAPTER IV.")
    (Label(level=2, kind='book', number=2, rest='Ashore'), Label(level=3, kind='chapter', number=4, rest=''))
    """
    if len(text) > _LONGEST_LABEL:
        return None
    bare = _unboxed(unmarked(text))
    return (_english(bare) if english.OPENING.match(bare) else None) or _foreign(bare)


def _english(bare: str) -> Label | None:
    if named := english.NAMED.fullmatch(bare):
        allowed = may_follow(named["rest"] or "", ".")
        return Label(CHAPTER, "", None, named["rest"] or "") if allowed else None
    for level, pattern in _NUMBERED:
        if found := pattern.fullmatch(bare):
            rest = found["rest"] or ""
            if deeper := label(rest) if level == PART else None:
                return deeper
            kind = found["kind"] or found["of"]
            worth = value(found["number"] or found["first"])
            return Label(level, kind.lower(), worth, rest) if may_follow(rest, found["gap"], kind) else None
    return None


def _foreign(bare: str) -> Label | None:
    word = abroad.labelled(bare)
    found = english.AFTER.fullmatch(bare, word.end) if word else None
    if not word or not found or not may_follow(found["rest"] or "", found["gap"], word.kind):
        return None
    return Label(PART if word.part else CHAPTER, word.kind.lower(), word.number, found["rest"] or "")


def label_level(text: str) -> int | None:
    """Return the level of a heading that says what it is.

    >>> [label_level(text) for text in ("CHAPTER I.", "Chapter Twenty-One", "Part the First--Ashore")]
    [3, 3, 2]
    >>> [label_level(text) for text in ("Chapter Two was hard to write.", "Part of the plan", "Act as if")]
    [None, None, None]
    """
    found = label(text)
    return found.level if found else None


def counted(text: str) -> Label | None:
    """Read a heading that is a number, alone or before a title: "XII.", "2. The Door".

    >>> counted("XII."), counted("IV. THE DOOR").rest, counted("1984 was dull"), counted("I went home")
    (Label(level=3, kind='', number=12, rest=''), 'THE DOOR', None, None)
    """
    bare = unsigned(unmarked(text))
    if (worth := _bare_number(bare)) is not None:
        return Label(CHAPTER, "", worth, "")
    found = _COUNTED.fullmatch(bare)
    if found is None or not (is_title(found["rest"].rstrip(".")) or is_quoted_title(found["rest"])):
        return None
    return Label(CHAPTER, "", number(found["number"]), found["rest"])


def _bare_number(text: str) -> int | None:
    found = _FRAMED.fullmatch(text)
    bare = found["inside"] or found["between"] if found else text
    worth = number(bare)
    return spelled(bare) if worth is None else worth


def unmarked(text: str) -> str:
    """Take the marks of emphasis from around a line.

    >>> unmarked("_CHAPTER I_"), unmarked("=The Door=."), unmarked("a_b")
    ('CHAPTER I', '=The Door=.', 'a_b')
    """
    found = _MARKED.fullmatch(text) if text.startswith(_MARKS) else None
    return found["words"].strip() if found else text


def unsigned(text: str) -> str:
    """Take away the sign that makes a number one.

    >>> unsigned("§ 12"), unsigned("No. IV.--THE DOOR."), unsigned("No"), unsigned("Nor I")
    ('12', 'IV.--THE DOOR.', 'No', 'Nor I')
    """
    return _SIGN.sub("", text, count=1) if _SIGN.match(text) else text


def _unboxed(text: str) -> str:
    found = _BOXED.fullmatch(text) if text.startswith(_EDGES) else None
    return (found["inside"] or found["between"]) if found else text


def is_frame(text: str) -> bool:
    """Tell the heading of what stands around a story and may have chapters of its own.

    >>> is_frame("EPILOGUE"), is_frame("Prologue: 1799"), is_frame("PREFACE")
    (True, True, False)
    """
    return _FRAME.match(unmarked(text)) is not None and label_level(text) == CHAPTER


def may_follow(rest: str, gap: str, kind: str = "") -> bool:
    """Tell whether words after a label are its title: after a mark nearly any, after a blank capitals."""
    if not rest:
        return True
    if gap.strip():
        small = kind.islower() and gap.strip() not in {".", ")"}
        begins = not rest[0].islower() or small or is_capitalised(f"The {rest}")
        return begins and not _SENTENCE_INSIDE.search(rest)
    if len(gap) > 1 or gap == "\t":
        return rest[0].isupper() and not rest.endswith((".", ",", ";", ":"))
    return is_capitalised(rest) and not SENTENCE_END.search(rest)


def is_bare_label(text: str) -> bool:
    """Tell whether a heading has a label only, so that a title may follow on the next line.

    >>> is_bare_label("CHAPTER I."), is_bare_label("XII"), is_bare_label("Chapter 1: The Sea")
    (True, True, False)
    >>> is_bare_label("[ 12 ]"), is_bare_label("— II —"), is_bare_label("[12]")
    (True, True, False)
    >>> is_bare_label("Appendix A"), is_bare_label("Appendix A: Tides"), is_bare_label("Appendix")
    (True, False, False)
    """
    if _bare_number(unsigned(unmarked(text))) is not None:
        return True
    found = label(text)
    return bool(found and not found.rest and (found.kind or _LETTERED.match(unmarked(text))))


def is_sentence(text: str) -> bool:
    """Tell prose from a heading where a mark below it could mean either.

    >>> [is_sentence(text) for text in ("He never came back to the house again.", "Chapter 1.", "Gone!")]
    [True, False, False]
    """
    if label_level(text):
        return False
    ends = SENTENCE_END.search(text) or text.endswith((",", ";"))
    return len(text) > LONGEST_TITLE or bool(ends and len(text.split()) >= _SENTENCE_WORDS)
