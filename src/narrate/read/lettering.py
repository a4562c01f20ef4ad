"""How titles are lettered: which lines read like one, by their capitals, their marks and their length."""

import re

LONGEST_TITLE = 80
"""Characters."""
_MOST_WORDS = 12
SMALL = re.compile(
    r"a|an|the|and|but|or|nor|of|in|on|at|to|for|by|from|with|as"
    r"|into|over|under|upon|without|per|via|is|de|la|le",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_QUOTED = re.compile(r"[\"“‘«„']([^\"“”«»„]+)[\"”’»“']")
_TALK = tuple("\"'“‘«„‹–—-")


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
    return bool(quoted and is_title(quoted[1]) and not SENTENCE_END.search(quoted[1]))


def _short(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and len(line.split()) <= _MOST_WORDS


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
