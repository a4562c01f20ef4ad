"""How the engine `pyttsx3` says no."""

from collections.abc import Iterable
from typing import Final

from narrate.errors import VoiceUnavailable
from narrate.nearest import did_you_mean

NAME: Final = "pyttsx3"
"""What errors call the engine: the name it is installed under."""


def unknown_voice(wanted: str, part: str, names: Iterable[str]) -> VoiceUnavailable:
    """Return the error for a voice of which a part is none of the names, with the nearest one.

    >>> print(unknown_voice("en-gb+belind", "belind", ["belinda", "boris"]))
    the speech engine 'pyttsx3' has no voice 'en-gb+belind'; did you mean "belinda"?
    """
    return VoiceUnavailable(NAME, wanted, did_you_mean(part, names) or "`narrate voices` lists them all")
