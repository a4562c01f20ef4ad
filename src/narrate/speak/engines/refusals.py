"""How the engine `pyttsx3` says no."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from narrate.errors import VoiceUnavailable

NAME: Final = "pyttsx3"
"""What errors call the engine: the name it is installed under."""


def unknown_voice(wanted: str, part: str, names: Iterable[str]) -> VoiceUnavailable:
    """Return the error for a voice of which a part is none of the names, with the nearest of them.

    >>> print(unknown_voice("en-gb+f9", "f9", ["f1", "f2", "m1"]))
    the speech engine 'pyttsx3' has no voice 'en-gb+f9'; the nearest to f9 are f2, f1.
    """
    near = get_close_matches(part.lower(), [name.lower() for name in names], n=3, cutoff=0.4)
    advice = f"the nearest to {part} are {', '.join(near)}" if near else "`narrate voices` lists them all"
    return VoiceUnavailable(NAME, wanted, advice)
