"""Sound a foreign name letter by letter, as most languages of Europe would."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LETTERS: Final = {
    "tch": "tʃ", "sch": "ʃ", "zh": "ʒ", "kh": "x", "sh": "ʃ", "ch": "tʃ", "ts": "ts", "th": "θ",
    "ph": "f", "gh": "ɡ", "ng": "ŋ", "ee": "iː", "oo": "uː", "ou": "uː", "au": "aʊ", "ai": "aɪ",
    "ay": "aɪ", "ei": "eɪ", "ey": "eɪ", "oy": "ɔɪ", "qu": "kw", "ck": "k", "a": "ɑː", "b": "b",
    "c": "k", "d": "d", "e": "ɛ", "f": "f", "g": "ɡ", "h": "h", "i": "iː", "j": "dʒ", "k": "k",
    "l": "l", "m": "m", "n": "n", "o": "ɔ", "p": "p", "q": "k", "r": "ɹ", "s": "s", "t": "t", "u": "uː",
    "v": "v", "w": "w", "x": "ks", "y": "ɪ", "z": "z",
}  # fmt: skip
_PATTERN: Final = re.compile(r"(.)\1|" + "|".join(sorted(LETTERS, key=len, reverse=True)))
_VOWELS: Final = ("ɑ", "ɛ", "i", "ɔ", "u", "ɪ", "a", "e")


def spelt(word: str) -> str:
    """Return a first proposal in IPA, stressed on the last syllable but one; empty for other scripts.

    >>> spelt("Alimbekova"), spelt("Zhanna"), spelt("Ольга")
    ('ɑːliːmbɛˈkɔvɑː', 'ˈʒɑːnɑː', '')
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if sign.isalpha())
    return _stressed(list(_sounds(bare))) if bare.isascii() else ""


def _sounds(bare: str) -> Iterator[str]:
    for found in _PATTERN.finditer(bare):
        letters = found.group()
        yield LETTERS.get(letters) or LETTERS.get(letters[0], "")


def _stressed(sounds: list[str]) -> str:
    """Put the stress before the consonant that begins the last syllable but one."""
    vowels = [at for at, sound in enumerate(sounds) if sound.startswith(_VOWELS)]
    if not vowels:
        return "".join(sounds)
    at = vowels[-2] - 1 if len(vowels) > 2 else 0  # noqa: PLR2004 - all before the first vowel begins its syllable
    at += at in vowels
    return "".join([*sounds[:at], "ˈ", *sounds[at:]])
