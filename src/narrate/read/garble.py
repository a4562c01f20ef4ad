"""Notice text that Windows-1252 can decode but nobody wrote: another code page's letters as its signs."""

import re

_FEW = 0.15
"""No Western language prints a larger share of its letters with accents; Icelandic comes near."""
_HALF = 0.5
_ENOUGH = 40
_STRAY = 0.1

_SIGN_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘´·\xad\xa0–—…ºª](?=[^\W\d_])")  # noqa: RUF001 - marks
_LOW_QUOTE_AFTER_A_LETTER = re.compile(r"(?<=[a-z])[‚„](?=\W|$)")
_CAPITAL_IN_A_WORD = re.compile(r"(?<=[a-z])[À-ÖØ-ÞŠŽŸ](?=[a-z])")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")
_LETTER = re.compile(r"[^\W\d_]")


def first_garbled(text: str) -> int | None:
    """Find the character where text read as Windows-1252 shows that it is not, if it does.

    >>> first_garbled("“Été à la plage”, he said.") is None
    True
    >>> first_garbled("Привет, мир".encode("cp1251").decode("cp1252"))
    0
    >>> first_garbled("schön".encode("cp850").decode("cp1252"))
    3
    >>> first_garbled("it’s".encode("mac-roman").decode("cp1252"))
    2
    """
    accented = [found.start() for found in _ACCENTED.finditer(text)]
    if _too_many(len(accented), len(_LETTER.findall(text))):
        return accented[0]
    strange = _strange(text)
    high = sum(1 for sign in text if sign > "\x7f")
    return strange[0] if strange and len(strange) >= _STRAY * high else None


def _too_many(accented: int, letters: int) -> bool:
    share = accented / max(letters, 1)
    return (share > _HALF and accented > 3) or (share > _FEW and accented > _ENOUGH)  # noqa: PLR2004 - a word


def _strange(text: str) -> list[int]:
    kinds = (_SIGN_IN_A_WORD, _LOW_QUOTE_AFTER_A_LETTER, _CAPITAL_IN_A_WORD)
    return sorted(found.start() for kind in kinds for found in kind.finditer(text))
