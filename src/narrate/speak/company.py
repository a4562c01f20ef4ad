"""All who speak, each in the studio of its engine."""

from collections.abc import Iterable
from contextlib import ExitStack
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.studio import Studio

if TYPE_CHECKING:
    from narrate.config.schema import SpeechTable


class Company:
    """Speak with any engine; each is loaded once, when it is first wanted, and stays until the end.

    Threads wait for each other.
    """

    def __init__(self, speech: "SpeechTable") -> None:
        self._speech = speech
        self._studios: dict[str, Studio] = {}
        self._doors = ExitStack()
        self._alone = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all engines; a later line would load its own again."""
        with self._alone:
            self._studios.clear()
            self._doors.close()

    def load(self, engines: Iterable[str]) -> None:
        """Let engines begin to load, and wait for none."""
        with self._alone:
            for engine in engines:
                self._studio(engine)

    def version(self, engine: str) -> str:
        """Return what an engine says of all that shapes its sound; it has proven then that it works here.

        Raises `EngineUnavailable`.
        """
        with self._alone:
            studio = self._studio(engine)
            studio.check()
            return studio.version()

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text in the voice; see `Studio.speak`."""
        with self._alone:
            return self._studio(voice.engine).speak(text, voice)

    def transcribe(self, texts: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
        """Tell in the IPA how the voice would say texts; see `Studio.transcribe`."""
        with self._alone:
            return self._studio(voice.engine).transcribe(texts, voice)

    def _studio(self, engine: str) -> Studio:
        if engine not in self._studios:
            self._studios[engine] = self._doors.enter_context(Studio(engine, self._speech))
        return self._studios[engine]
