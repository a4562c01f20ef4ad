"""Whatever speaks on this machine by way of pyttsx3: eSpeak NG on Linux, the system's voices elsewhere."""

import os
import sys
from typing import ClassVar

from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engine import Engine, EngineVoice, Traits


def _speaker() -> type[Engine]:
    """Choose eSpeak NG where it is asked for by NARRATE_ESPEAK, and where there is nothing else."""
    if os.environ.get("NARRATE_ESPEAK") or sys.platform not in {"darwin", "win32"}:
        from narrate.speak.engines.espeak import Espeak

        return Espeak
    from narrate.speak.engines.system import SystemVoices

    return SystemVoices


class Pyttsx3Engine:
    """Speak with the voices of this machine."""

    traits: ClassVar[Traits] = _speaker().traits

    def __init__(self) -> None:
        self._speaker = _speaker()()

    def check(self) -> None:
        """Prove that there are voices."""
        self._speaker.check()

    def version(self) -> str:
        """Name the package, the driver and what it drives."""
        return self._speaker.version()

    def voices(self) -> tuple[EngineVoice, ...]:
        """List the voices by the names that `engine_voice` takes."""
        return self._speaker.voices()

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text in that voice."""
        return self._speaker.speak(text, voice)
