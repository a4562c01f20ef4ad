"""eSpeak NG by way of pyttsx3's binding: samples and word times straight from the synthesiser.

pyttsx3's driver writes a WAV file for every line and sleeps ten milliseconds over it; its binding does
neither.  A line is the same whatever was said before: this process never speaks itself.  One copy of it says
all that leaves nothing behind, and any other line has a copy of its own (see `espeak_memory`).
"""

import ctypes
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import ClassVar, Final

from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice, Traits
from narrate.speak.engines import espeak_memory, fresh
from narrate.speak.engines.espeak_library import Library, library
from narrate.speak.engines.espeak_line import Line, say
from narrate.speak.engines.espeak_mind import transcribed
from narrate.speak.engines.espeak_names import catalogue, resolve
from narrate.speak.engines.fresh import Copy
from narrate.speak.engines.literal import literal
from narrate.speak.weights import is_weighed

GENDERS: Final = ("", "male", "female")
VARIANTS: Final = b"variant"
"""The language under which eSpeak lists the variants of its voices."""


class Espeak:
    """Speak with eSpeak NG, which is loaded with the first question."""

    traits: ClassVar[Traits] = Traits(
        longest=1_000,
        deterministic=fresh.POSSIBLE,
        word_times=True,
        notation="espeak",
        weighs=True,
        transcribes=True,
    )

    def __init__(self) -> None:
        self._copy: Copy[Line, Clip] | None = None

    def check(self) -> None:
        """Open the library and find voices."""
        self.voices()

    def version(self) -> str:
        """Name pyttsx3, eSpeak NG, and the voices and dictionaries by a fingerprint."""
        number = self._library.binding.Info().decode()
        return f"pyttsx3 {version('pyttsx3')}, eSpeak NG {number}, data {_fingerprint(self._library.data)}"

    def voices(self) -> tuple[EngineVoice, ...]:
        """List the voices; each takes a variant after a plus sign."""
        return tuple(self._files.values())

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text; word times count the characters of the text as it came."""
        file = resolve(voice, self._names, self._variants)
        line = Line(literal(text), file, voice.rate, voice.pitch)
        if not fresh.POSSIBLE:
            return say(self._library, line)
        if self._forget and espeak_memory.leaves_nothing(file, voice.rate) and not is_weighed(text):
            return self._speaker().ask(line)
        return fresh.in_a_copy(partial(self._say_anew, line))

    def transcribe(self, texts: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
        """Return what would be said of each text, in the IPA."""
        file = resolve(voice, self._names, self._variants)
        lines = tuple(Line(literal(text), file, voice.rate, voice.pitch) for text in texts)
        work = partial(transcribed, self._library, lines)
        return fresh.in_a_copy(work) if fresh.POSSIBLE else work()

    def _say_anew(self, line: Line) -> Clip:
        espeak_memory.seed(self._library.binding.dll)
        if self._forget:
            self._forget()
        return say(self._library, line)

    def _speaker(self) -> Copy[Line, Clip]:
        """Return the copy that stays."""
        if self._copy is None or self._copy.closed:
            self._copy = Copy(self._say_anew)
        return self._copy

    @cached_property
    def _forget(self) -> Callable[[], None] | None:
        return espeak_memory.forgetter(self._library.binding.dll)

    @cached_property
    def _library(self) -> Library:
        return library()

    @cached_property
    def _files(self) -> dict[str, EngineVoice]:
        return dict(_listed(self._library, None))

    @cached_property
    def _names(self) -> dict[str, str]:
        return catalogue(self._files)

    @cached_property
    def _variants(self) -> dict[str, str]:
        names = (file.removeprefix("!v/") for file, _ in _listed(self._library, VARIANTS))
        return {name.lower(): name for name in names}


def _listed(espeak: Library, language: bytes | None) -> Iterator[tuple[str, EngineVoice]]:
    wanted = espeak.binding.VOICE(languages=language)
    for voice in espeak.binding.ListVoices(ctypes.byref(wanted) if language else None):
        file = voice.identifier.decode()
        yield (
            file,
            EngineVoice(
                id=file.rpartition("/")[2].lower(),
                name=voice.name.decode(),
                language=voice.languages[1:].decode(),  # after a byte that ranks it
                gender=GENDERS[voice.gender],
            ),
        )


def _fingerprint(folder: Path) -> str:
    """Hash the names and sizes of all files: their contents would take a tenth of a second."""
    files = sorted((str(path.relative_to(folder)), path.stat().st_size) for path in folder.rglob("*"))
    return blake2b(repr(files).encode(), digest_size=6).hexdigest()
