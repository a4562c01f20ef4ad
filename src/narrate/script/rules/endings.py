"""What English hangs on a word: how a plural, a possessive or a shortened verb sounds after it."""

import re
from typing import Final

ENDING: Final = re.compile(r"['’](s|ll|d|ve|re|m)(?!\w)", re.IGNORECASE)
HISSING: Final = ("s", "z", "ʃ", "ʒ")
VOICELESS: Final = ("p", "t", "k", "f", "θ")
AFTER_ANY: Final = {"ll": "əl", "ve": "əv", "re": "ə", "m": "əm"}
STOPS: Final = ("t", "d")


def with_ending(ipa: str, ending: str) -> str:
    """Hang an ending on the sounds of a word.

    >>> [with_ending(sounds, "s") for sounds in ("ˈkæt", "ˈdɒɡ", "ˈdʒɔːdʒ")]
    ['ˈkæts', 'ˈdɒɡz', 'ˈdʒɔːdʒɪz']
    >>> with_ending("ˈænə", "ll"), with_ending("ˈpæt", "d")
    ('ˈænəəl', 'ˈpætəd')
    """
    ending = ending.lower()
    if ending == "s":
        return ipa + _hiss(ipa)
    if ending == "d":
        return ipa + ("əd" if ipa.endswith(STOPS) else "d")
    return ipa + AFTER_ANY[ending]


def _hiss(ipa: str) -> str:
    if ipa.endswith(HISSING):
        return "ɪz"
    return "s" if ipa.endswith(VOICELESS) else "z"
