"""The voices that macOS and Windows bring, by pyttsx3's public way: a file a line."""

import platform
import tempfile
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from narrate.errors import EngineUnavailable
from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice, Traits
from narrate.speak.engines.literal import without_markup
from narrate.speak.engines.refusals import NAME
from narrate.speak.engines.sound_file import sound_in
from narrate.speak.engines.system_names import best_fit

if TYPE_CHECKING:
    import pyttsx3.engine


class SystemVoices:
    """Speak with one of pyttsx3's drivers, the system's own where none is named."""

    traits: ClassVar[Traits] = Traits(longest=1_000)

    def __init__(self, driver: str | None = None) -> None:
        self._driver = driver

    @cached_property
    def _engine(self) -> "pyttsx3.engine.Engine":
        try:
            import pyttsx3

            return pyttsx3.init(self._driver)
        except Exception as error:
            raise EngineUnavailable(NAME, f"the system's own voices do not answer ({error})") from error

    def check(self) -> None:
        """Find voices."""
        if not self.voices():
            raise EngineUnavailable(NAME, "this system has no voices; install one in its settings for speech")

    def version(self) -> str:
        """Name pyttsx3, its driver and the system whose voices speak."""
        return f"pyttsx3 {version('pyttsx3')}, {self._engine}, {platform.system()} {platform.version()}"

    def voices(self) -> tuple[EngineVoice, ...]:
        """List the system's voices."""
        return self._voices

    @cached_property
    def _voices(self) -> tuple[EngineVoice, ...]:
        return tuple(self._listed())

    def _listed(self) -> Iterator[EngineVoice]:
        for voice in self._engine.getProperty("voices"):
            languages = [str(language) for language in voice.languages]
            yield EngineVoice(
                voice.id, voice.name or voice.id, next(iter(languages), ""), gender_of(voice.gender)
            )

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text; pitch is the voice's own, word times are not told."""
        self._engine.setProperty("voice", best_fit(voice, self.voices()).id)
        self._engine.setProperty("rate", voice.rate)
        with tempfile.TemporaryDirectory(prefix="narrate-") as folder:
            said = Path(folder) / "said"
            self._engine.save_to_file(without_markup(text) or " ", str(said))
            self._engine.runAndWait()
            return sound_in(said)


def gender_of(told: object) -> str:
    """Understand what drivers say: `VoiceGenderFemale`, `Male`, `VoiceGenderNeuter`, None."""
    words = str(told).lower()
    genders = {"female": "female", "male": "male", "neuter": "neutral"}
    return next((gender for ending, gender in genders.items() if words.endswith(ending)), "")
