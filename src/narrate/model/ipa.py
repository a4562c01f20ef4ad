"""The letters of the International Phonetic Alphabet, and what of a transcription is a matter of taste."""

import re
import unicodedata
from typing import Final

LETTERS: Final = frozenset(
    "abcdefhijklmnopqrstuvwxyzæçðøħŋœβθχɐɑɒɓɔɕɖɗɘəɚɛɜɝɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢᵻ"
    "ǀǁǂǃ"
)
"""As the IPA's chart of 2020 has them, and eSpeak's ᵻ."""
MARKS: Final = frozenset("ˈˌːˑ.‿|‖ʰʱʲʷˠˤⁿˡ˞ʼ̤̥̬̪̩̯̃̊̈̽˘̝̞̘̙̹̜̟̠̰̆̚͜͡\u0329\u030d˥˦˧˨˩↗↘ ()-")
"""Stress, length, ties, breaks, tones and what is written above, below and beside a letter."""
VOWELS: Final = frozenset("aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ")
_ALIKE: Final = str.maketrans({"g": "ɡ", "'": "ˈ", "’": "ˈ", ",": "ˌ", ":": "ː"})
_TASTE: Final = str.maketrans(dict.fromkeys(".‿͜͡|‖()-˞ "))
_STRESSED: Final = re.compile(f"([ˈˌ])([^ˈˌ{''.join(sorted(VOWELS))}]*)")


def written(ipa: str) -> str:
    """Write what typewriters have as the IPA has it.

    >>> written("'gA:".lower())
    'ˈɡaː'
    """
    return unicodedata.normalize("NFD", ipa.strip()).replace("c\u0327", "\u00e7").translate(_ALIKE)


def strange(ipa: str) -> str:
    """Return what is no letter or mark of the IPA; an empty string where all is well.

    >>> strange("ˈkuzkoː"), strange("kUz_ko3")
    ('', 'U_3')
    """
    signs = dict.fromkeys(written(ipa))
    return "".join(sign for sign in signs if sign not in LETTERS and sign not in MARKS)


def alike(one: str, other: str) -> bool:
    """Tell whether two transcriptions name the same sounds, stress before the syllable or before its vowel.

    >>> alike("ˈstrɛ.ta", "strˈɛta"), alike("ˈstrɛta", "strɛˈta")
    (True, False)
    """
    return _bare(one) == _bare(other)


def _bare(ipa: str) -> str:
    return _STRESSED.sub(r"\2\1", written(ipa).translate(_TASTE))
