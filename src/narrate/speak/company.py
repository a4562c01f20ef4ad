"""All who speak in a book, each in the studio of its engine."""

from collections.abc import Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.studio import Studio

if TYPE_CHECKING:
    from narrate.config.schema import SpeechTable

AUDITION = "One."
"""What every voice says before a book begins."""


class Company:
    """Speak lines by the name of their voice; each engine is loaded once, and begins at once.

    Use it in a `with` statement, from one thread.
    """

    def __init__(self, voices: Mapping[str, Voice], speech: "SpeechTable") -> None:
        self._voices = voices
        self._studios = {
            engine: Studio(engine, speech) for engine in sorted({voice.engine for voice in voices.values()})
        }
        self._doors = ExitStack()

    def __enter__(self) -> Self:
        for studio in self._studios.values():
            self._doors.enter_context(studio)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._doors.close()

    def check(self) -> None:
        """Prove before a book begins that every engine works here and every voice speaks.

        Raises `EngineUnavailable`, `VoiceUnavailable` or `LineNotSpoken`.
        """
        for studio in self._studios.values():
            studio.check()
        for name in self._voices:
            self.speak(AUDITION, name)

    def speak(self, text: str, name: str) -> Clip:
        """Say the text in the voice of that name; see `Studio.speak`."""
        voice = self._voices[name]
        return self._studios[voice.engine].speak(text, voice)
