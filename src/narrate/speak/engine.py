"""The contract of a speech engine."""

from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

from narrate.model.audio import Clip
from narrate.model.voice import Voice

Notation = Literal["respelling", "ipa", "espeak"]
"""Letters alone, the International Phonetic Alphabet, or eSpeak's names of sounds."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the rest of the house may expect of an engine."""

    longest: int | None = None
    """Characters that one call should take; longer sentences are cut at clauses before they arrive."""
    deterministic: bool = False
    """Whether the same line gives the same samples whenever it is spoken."""
    word_times: bool = False
    """Whether clips carry the frames at which their words begin."""
    notation: Notation = "respelling"
    """How it takes sounds beside letters, annotated as `speak.wording` tells; not at all by default."""
    weighs: bool = False
    """Whether it heeds the weights of words, marked as `speak.weights` tells."""
    transcribes: bool = False
    """Whether it is a `Transcriber`."""
    threads: int = 1
    """Processor threads that one engine keeps busy."""


@dataclass(frozen=True, slots=True)
class EngineVoice:
    """One of an engine's own voices."""

    id: str
    name: str
    language: str = ""
    gender: str = ""


class Engine(Protocol):
    """Speak text; found by the entry-point group `narrate.engines`, made without arguments.

    An engine lives alone in a process of its own (the booth): it may hang, crash or print, and the
    studio outside will notice.  It is made once, then asked for many lines, one at a time.
    """

    traits: ClassVar[Traits]

    def check(self) -> None:
        """Prove that it can work here, or raise `EngineUnavailable`: what is missing and how to get it."""
        ...

    def version(self) -> str:
        """Name and version of all that shapes the sound, for content addresses."""
        ...

    def voices(self) -> tuple[EngineVoice, ...]:
        """List the voices that `Voice.engine_voice` may name."""
        ...

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text in that voice; raise `VoiceUnavailable` where there is no such voice."""
        ...


class Transcriber(Engine, Protocol):
    """Tell also what would be said."""

    def transcribe(self, texts: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
        """Return the sounds of each text in the IPA; raise what `speak` raises."""
        ...
