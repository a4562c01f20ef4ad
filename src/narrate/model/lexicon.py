"""What the listener says of words: how they sound, and where that holds."""

from dataclasses import dataclass

from narrate.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Entry:
    """How a word or phrase is said."""

    printed: str
    """In small letters for any case; with capitals as it stands and in ALL CAPITALS."""
    say: str = ""
    """A respelling."""
    ipa: str = ""
    """Sounds, for engines that take them."""
    language: str = ""
    """BCP 47 tag of the voices that say it so; those of a wider tag include the narrower ones."""
    voice: str = ""
    """Name of the one voice that says it so."""
    after: tuple[str, ...] = ()
    """Words or phrases of which one must come right before it."""
    before: tuple[str, ...] = ()
    """Words or phrases of which one must come right after it."""
    expect: str = ""
    """IPA that the engine is expected to say, for `narrate lexicon test`."""

    def is_for(self, voice: Voice) -> bool:
        """Tell whether a voice says it so.

        >>> from narrate.testing.voices import TRIAL
        >>> Entry("tomato", language="en").is_for(TRIAL), Entry("tomato", language="en-US").is_for(TRIAL)
        (True, False)
        """
        return self.voice in {"", voice.name} and speaks(voice.language, self.language)


def speaks(tongue: str, wanted: str) -> bool:
    """Tell whether a language is the wanted one or a kind of it.

    >>> speaks("en-GB", "en"), speaks("en", "en-GB"), speaks("eng", "en"), speaks("de", "")
    (True, False, False, True)
    """
    return not wanted or f"{tongue}-".lower().startswith(f"{wanted}-".lower())
