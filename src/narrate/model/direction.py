"""What an author asks of the reading at one place: SSML's elements, their attributes resolved."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The elements of SSML 1.1 that are done, by their names."""

    BREAK = "break"
    EMPHASIS = "emphasis"
    PHONEME = "phoneme"
    SAY_AS = "say-as"
    SUB = "sub"
    VOICE = "voice"


WHOLE = frozenset({Kind.PHONEME, Kind.SAY_AS, Kind.SUB})
"""Those whose words are said as one, and never divided."""


@dataclass(frozen=True, slots=True)
class Direction:
    """One element and the words it is about."""

    kind: Kind
    start: int
    """First character in the block's text."""
    end: int
    """One past the last; equal to `start` for a break."""
    value: str = ""
    """The strength of a break, the level of an emphasis, the sounds in IPA, how to say, what to say instead,
    or the name of a voice."""
    form: str = ""
    """In which order a date stands: `mdy`."""
    milliseconds: int | None = None
    """The silence of a break; None where its strength tells."""
    languages: tuple[str, ...] = ()
    """BCP 47 tags of which a voice speaks one, the best first."""
    gender: str = ""
    """That of a voice."""
