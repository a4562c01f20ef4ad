"""Which lines of a plain text are headings: small rules that would rather miss one than take prose for it."""

import re

from narrate.read.numerals import NUMBER, number

TITLE, PART, CHAPTER, SECTION = 1, 2, 3, 4
"""Levels, from the highest down."""

_LONGEST_LABEL = 300
_LONGEST_TITLE = 80
_MOST_WORDS = 12
_SENTENCE_WORDS = 8

_KINDS = (
    (PART, "part|book|volume|act"),
    (CHAPTER, "chapter|chap\\.?|stave|canto|letter|story|tale|episode|lesson"),
    (SECTION, "section|scene"),
)
_NAMED = re.compile(
    r"(?:prologue|epilogue|preface|foreword|introduction|afterword|interlude|postscript|dedication|conclusion"
    r"|acknowledge?ments|appendix(?: [A-Z\d]{1,4})?|author[’']s note|a note from the author|about the author)"
    r"(?:\.|(?:[:.]| [-–—]|[–—]) ?(?P<rest>\S.*))?",
    re.IGNORECASE,
)
_TITLE_AFTER = r"(?![\w’'])(?P<gap>[.:)]*(?: ?[-–—]+)? ?)(?P<rest>\S.*)?"
_NUMBERED = tuple(
    (
        level,
        re.compile(rf"(?:{words}) {NUMBER}{_TITLE_AFTER}", re.IGNORECASE),
    )
    for level, words in _KINDS
)
SMALL = re.compile(
    r"a|an|the|and|but|or|nor|of|in|on|at|to|for|by|from|with|as"
    r"|into|over|under|upon|without|per|via|is|de|la|le",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_SENTENCE_INSIDE = re.compile(r"(?<=[a-z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?] [A-Z]")
_QUOTED = re.compile(r"[\"“‘«„']([^\"“”«»„]+)[\"”’»“']")
_TALK = tuple("\"'“‘«„‹–—-")


def label_level(text: str) -> int | None:
    """Return the level of a heading that says what it is: "Chapter 12: The Sea", "PART TWO", "Prologue".

    >>> [label_level(text) for text in ("CHAPTER I.", "Chapter Twenty-One", "Part the First--Ashore")]
    [3, 3, 2]
    >>> [label_level(text) for text in ("Chapter Two was hard to write.", "Part of the plan", "Act as if")]
    [None, None, None]
    """
    if len(text) > _LONGEST_LABEL:
        return None
    if named := _NAMED.fullmatch(text):
        return CHAPTER if _may_follow(named["rest"], "parted") else None
    for level, pattern in _NUMBERED:
        if (found := pattern.fullmatch(text)) and _may_follow(found["rest"], found["gap"].strip()):
            return level
    return None


def _may_follow(rest: str | None, gap: str) -> bool:
    """Tell whether words after a label are its title: after a mark nearly any, after a blank capitals."""
    if rest is None:
        return True
    if gap:
        begins = not rest[0].islower() or is_capitalised(f"The {rest}")
        return begins and not _SENTENCE_INSIDE.search(rest)
    return is_capitalised(rest) and not _SENTENCE_END.search(rest)


def is_bare_label(text: str) -> bool:
    """Tell whether a heading has a label only, so that a title may follow on the next line.

    >>> is_bare_label("CHAPTER I."), is_bare_label("XII"), is_bare_label("Chapter 1: The Sea")
    (True, True, False)
    """
    if number(text) is not None:
        return True
    return any((found := pattern.fullmatch(text)) and not found["rest"] for _, pattern in _NUMBERED)


def is_title(line: str) -> bool:
    """Tell whether a short line that stands alone reads like a title and not like a sentence.

    >>> [is_title(line) for line in ("The Lost Key", "WHO GOES THERE?", "A Room with a View", "Русалка")]
    [True, True, True, True]
    >>> [is_title(line) for line in ("It was late.", "“Fire!”", "He looked up", "Dear Tom,", "17")]
    [False, False, False, False, False]
    """
    if (
        not _short(line)
        or line.startswith(_TALK)
        or (line.endswith((",", ";", ":", ".", "…")) and not line.isupper())
    ):
        return False
    return any(sign.isalpha() for sign in line) and (line.isupper() or is_capitalised(line))


def is_quoted_title(line: str) -> bool:
    """Tell a title in quotes below a bare label, as in Treasure Island, from words that somebody says.

    >>> [is_quoted_title(line) for line in ('"Pieces of Eight"', "“The End”", '"Who Goes There?"', '"Yes"')]
    [True, True, False, True]
    """
    quoted = _QUOTED.fullmatch(line)
    return bool(quoted and is_title(quoted[1]) and not _SENTENCE_END.search(quoted[1]))


def _short(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and len(line.split()) <= _MOST_WORDS


def is_capitalised(text: str) -> bool:
    """Tell whether every word of weight begins with a capital, the first one whatever its weight.

    >>> [is_capitalised(text) for text in ("The Hound of the Baskervilles", "The hound", "of Mice and Men")]
    [True, False, False]
    """
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return (
        bool(words)
        and not words[0][0].islower()
        and all(not word[0].islower() or SMALL.fullmatch(word) for word in words)
    )


def is_sentence(text: str) -> bool:
    """Tell prose from a heading where a mark below it could mean either.

    >>> [is_sentence(text) for text in ("He never came back to the house again.", "Chapter 1.", "Gone!")]
    [True, False, False]
    """
    if label_level(text):
        return False
    ends = _SENTENCE_END.search(text) or text.endswith((",", ";"))
    return len(text) > _LONGEST_TITLE or bool(ends and len(text.split()) >= _SENTENCE_WORDS)
