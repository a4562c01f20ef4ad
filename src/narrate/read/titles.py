"""Titles that a listener would accept, from file names or from a story's own opening."""

import re
from unicodedata import name as name_of_sign
from unicodedata import normalize

from narrate.read.lettering import SMALL

_NAMELESS = re.compile(
    r"(?:untitled|unnamed|noname|(?:new)?(?:text)?(?:document|file)|text|txt|temp|tmp)?[\d()]*", re.IGNORECASE
)
_HASH = re.compile(r"(?=[a-f]*\d)[\da-f]{7,}", re.IGNORECASE)
_UUID = re.compile(r"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}", re.IGNORECASE)
_ORDER = re.compile(r"\d{1,3}(?:[_\-.)]+\s*|\s+[_\-.–—)]+\s*)(?=\S)|0\d*\s+(?=\S)")
_LOOSE_ORDER = re.compile(r"\d{1,3}\s+(?=\S)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ARTICLES = frozenset({"The", "A", "My", "Our"})
_LONG_HUMP = 4
_GLUED_NUMBER = re.compile(r"(?<=[a-z]{3})(?=\d+$)", re.IGNORECASE)
_PADDED = re.compile(r"\b(chapter|part|book|episode|story|tale|volume|act|scene) 0+(?=\d)", re.IGNORECASE)
_ROMAN = re.compile(r"i{2,3}|iv|vi{1,3}|ix|xi{1,3}|xiv|xvi{0,3}|xix", re.IGNORECASE)

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return the words of a title without capitals and marks, to tell it from others.

    >>> folded("THE MAN OF THE ISLAND."), folded("_Y-o-u-u Tom_")
    ('the man of the island', 'y o u u tom')
    """
    return " ".join(_WORD.findall(text.casefold()))


def readable(stem: str, *, numbered: bool = False) -> str:
    """Make a file's or folder's name a title; empty where it says nothing: a number, a hash, "untitled".

    `numbered` tells that the neighbours' names begin with numbers too, so that a leading one is mere order.

    >>> readable("02_the-lost key"), readable("THE_MAN_WHO"), readable("NorthangerAbbey"), readable("русалка")
    ('The Lost Key', 'The Man Who', 'Northanger Abbey', 'русалка')
    >>> readable("000_b6b4d7824c728f83"), readable("17"), readable("New Text Document (2)")
    ('', '', '')
    >>> readable("12 Angry Men"), readable("12 Angry Men", numbered=True), readable("2001 A Space Odyssey")
    ('12 Angry Men', 'Angry Men', '2001 A Space Odyssey')
    """
    bare = _without_order(normalize("NFC", stem).strip(), numbered=numbered)
    if _says_nothing(bare):
        return ""
    words = _PADDED.sub(r"\1 ", _GLUED_NUMBER.sub(" ", _apart(bare)))
    return _capitalised(words.split())


def _without_order(stem: str, *, numbered: bool) -> str:
    found = _ORDER.match(stem) or (_LOOSE_ORDER.match(stem) if numbered else None)
    return stem[found.end() :] if found else stem


def _says_nothing(stem: str) -> bool:
    whole = re.sub(r"[\s_\-.]+", "", stem)
    return bool(_NAMELESS.fullmatch(whole) or _HASH.fullmatch(whole) or _UUID.fullmatch(stem))


def _apart(stem: str) -> str:
    """Put blanks between the words of a name; a dash between blanks is the author's own."""
    if "." in stem and not re.search(r"[\s_-]", stem):
        stem = stem.replace(".", " ")
    blanked = re.sub(r"(?<=\S)-(?=\S)", " ", stem.replace("_", " "))
    return blanked if " " in blanked else _without_humps(blanked)


def _without_humps(stem: str) -> str:
    humps = _HUMP.split(stem)
    several = len(humps) > 2 or humps[0] in _ARTICLES or min(map(len, humps)) >= _LONG_HUMP  # noqa: PLR2004 - MacDonald has two
    return " ".join(humps) if several and stem.isascii() and stem.isalnum() else stem


def _capitalised(words: list[str]) -> str:
    """Give words the capitals of a title, unless their author gave them some."""
    shouted = len(words) > 1 and all(word.isupper() or not word.isalpha() for word in words)
    if any(word != word.lower() for word in words) and not shouted:
        return _raised(" ".join(words))
    last = len(words) - 1
    titled = [_in_title(word.lower(), inner=0 < place < last) for place, word in enumerate(words)]
    return " ".join(titled)


def _in_title(word: str, *, inner: bool) -> str:
    if _ROMAN.fullmatch(word):
        return word.upper()
    return word if inner and SMALL.fullmatch(word) else _raised(word)


def _raised(word: str) -> str:
    """Capitalise the first letter where it is a Latin one.

    >>> _raised("été"), _raised("русалка"), _raised("(the end)")
    ('Été', 'русалка', '(The end)')
    """
    at = next((place for place, sign in enumerate(word) if sign.isalpha()), None)
    if at is None or not name_of_sign(word[at], "").startswith("LATIN"):
        return word
    return word[:at] + word[at].upper() + word[at + 1 :]
