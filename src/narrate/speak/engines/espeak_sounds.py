"""Write IPA in eSpeak NG's names of sounds, as the tables of its English voices know them.

See https://github.com/espeak-ng/espeak-ng/blob/master/docs/phonemes.md.  Every name used here
was heard in each English voice; one that a voice lacks would silence the rest of the word.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from narrate.model.ipa import written

ENGLISH: Final[Mapping[str, str]] = {
    # vowels
    "iː": "i:", "i": "i", "ɪ": "I", "eː": "e:", "e": "E", "ɛ": "E", "ɛː": "e@", "æ": "a", "a": "a",
    "aː": "A:", "ɑː": "A:", "ɑ": "A:", "ɒ": "0", "ɔː": "O:", "ɔ": "O", "oː": "o:", "o": "o", "ʊ": "U",
    "uː": "u:", "u": "u", "ʌ": "V", "ɐ": "a#", "ə": "@", "ɜː": "3:", "ɜ": "3:", "ɚ": "3", "ɝ": "3:",
    "ᵻ": "I2",
    # diphthongs
    "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "əʊ": "oU", "oʊ": "oU", "aʊ": "aU", "ɪə": "i@", "iə": "i@",
    "eə": "e@", "ɛə": "e@", "ʊə": "U@", "aɪə": "aI@", "aʊə": "aU@",
    # consonants
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "f": "f", "v": "v", "θ": "T", "ð": "D",
    "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m", "n": "n", "ŋ": "N", "l": "l", "ɹ": "r",
    "j": "j", "w": "w", "tʃ": "tS", "dʒ": "dZ", "x": "x", "ç": "C", "ɾ": "*", "ʔ": "?", "ɲ": "n^",
    "ʎ": "l^", "ɣ": "Q", "β": "B", "c": "c", "q": "q", "n̩": "@|n", "l̩": "@L", "m̩": "@|m",
}  # fmt: skip
"""Sounds that English voices have."""

NEAREST: Final[Mapping[str, str]] = {
    "y": "uː", "ʏ": "ʊ", "ø": "ɜː", "œ": "ɜː", "ɶ": "a", "ɨ": "ɪ", "ʉ": "uː", "ɯ": "ʊ", "ɤ": "ʌ",
    "ɵ": "ə", "ɘ": "ə", "ɞ": "ɜː", "r": "ɹ", "ʁ": "ɹ", "ʀ": "ɹ", "ɻ": "ɹ", "ɽ": "ɾ", "ɺ": "ɾ", "ɰ": "ɣ",
    "ɫ": "l", "ɬ": "l", "ɭ": "l", "ɮ": "l", "ʟ": "l", "ʍ": "w", "ɥ": "j", "ʝ": "j", "χ": "x", "ħ": "h",
    "ɦ": "h", "ʜ": "h", "ɧ": "ʃ", "ɕ": "ʃ", "ʂ": "ʃ", "ʑ": "ʒ", "ʐ": "ʒ", "ɸ": "f", "ʋ": "v", "ɱ": "m",
    "ɳ": "n", "ɴ": "ŋ", "ʈ": "t", "ɖ": "d", "ɟ": "ɡ", "ɢ": "ɡ", "ɓ": "b", "ɗ": "d", "ʄ": "ɡ", "ɠ": "ɡ",
    "ʛ": "ɡ", "ʙ": "b",
}  # fmt: skip
"""Sounds that English has not, and the English ones that are closest."""

AMERICAN: Final[Mapping[str, str]] = {"ɐ": "V", "ɒ": "A:"}
"""What General American says otherwise."""

_STRESS: Final = {"ˈ": "'", "ˌ": ","}
_VOWELS: Final = frozenset("iIeEaA0OoUuV@3")
"""What the names of vowels begin with."""


def mnemonics(ipa: str, language: str) -> str:
    """Write sounds for a voice of a language, those that it lacks as the nearest.

    An empty string where its language is none whose sounds are known here.

    >>> mnemonics("kəˈzæn", "en-GB"), mnemonics("led", "en-US"), mnemonics("kəˈzæn", "de")
    ("k|@|z|'a|n", "l|'E|d", '')
    """
    if language.lower().split("-")[0] != "en":
        return ""
    table = {**ENGLISH, **(AMERICAN if language.lower().startswith("en-us") else {})}
    return " ".join("|".join(_named(word, table)) for word in written(ipa).split())


def lacking(ipa: str, language: str) -> tuple[str, ...]:
    """Return the sounds for which a voice of the language says others.

    >>> lacking("ˈyːbɐ", "en-GB")
    ('y',)
    """
    if not mnemonics(ipa, language):
        return ()
    return tuple(dict.fromkeys(sound for sound in _sounds(written(ipa)) if sound in NEAREST))


def _named(word: str, table: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of a word's sounds; stress goes before its vowel, where eSpeak has it.

    A word of which no syllable is stressed, as dictionaries write those of one, is stressed on its first.
    """
    stress = "" if _STRESS.keys() & set(word) else "'"
    for sound in _sounds(word):
        if sound in _STRESS:
            stress = _STRESS[sound]
            continue
        name = table[NEAREST.get(sound, sound)]
        if name[0] in _VOWELS:
            name, stress = stress + name, ""
        yield name


def _sounds(word: str) -> Iterator[str]:
    """Divide a word into sounds, the longest first; what is only a mark falls away."""
    return (found.group() for found in _pattern().finditer(word))


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted({*ENGLISH, *NEAREST, *_STRESS}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))
