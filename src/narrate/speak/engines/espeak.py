"""eSpeak NG by way of pyttsx3's binding: samples and word times straight from the synthesiser.

pyttsx3's driver writes a WAV file for every line and sleeps ten milliseconds over it; its binding does
neither.  What eSpeak says differs a little from call to call, because its pitch flutter runs on from line to
line and nothing resets it; said in a fresh copy of the process, a line is the same whatever was said before.
"""

import ctypes
from collections.abc import Iterator
from functools import cached_property, partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import ClassVar, Final

from narrate.errors import EngineUnavailable, VoiceUnavailable
from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice, Traits
from narrate.speak.engines import fresh
from narrate.speak.engines.espeak_ear import Ear
from narrate.speak.engines.espeak_library import Library, library
from narrate.speak.engines.espeak_names import catalogue, resolve
from narrate.speak.engines.plain import plain
from narrate.speak.engines.refusals import NAME

GENDERS: Final = ("", "male", "female")
VARIANTS: Final = b"variant"
"""The language under which eSpeak lists the variants of its voices."""
FASTEST: Final = 449
"""Words a minute; from 450 on eSpeak squeezes the finished sound and tells wrong times for its words."""
FULL: Final = 100
"""Volume: the loudness of a voice is set when levels are, not here."""


class Espeak:
    """Speak with eSpeak NG, which is loaded with the first question."""

    traits: ClassVar[Traits] = Traits(deterministic=fresh.POSSIBLE, word_times=True)

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
        say = partial(_say, self._library, plain(text), resolve(voice, self._names, self._variants), voice)
        return fresh.in_a_copy(say) if fresh.POSSIBLE else say()

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


def _say(espeak: Library, text: str, file: str, voice: Voice) -> Clip:
    ear, letters, binding = Ear(), text.encode(), espeak.binding
    binding.SetSynthCallback(ear.hear)
    _set(espeak, file, voice)
    flags = binding.CHARS_UTF8 | binding.ENDPAUSE
    failed = binding.cSynth(letters, len(letters) + 1, 0, binding.POS_CHARACTER, 0, flags, None, None)
    if failed:
        raise EngineUnavailable(NAME, f"eSpeak NG returned {failed} instead of speaking")
    return Clip(bytes(ear.sound), espeak.rate, tuple(ear.marks(text)))


def _set(espeak: Library, file: str, voice: Voice) -> None:
    binding = espeak.binding
    refused = binding.SetVoiceByName(file.encode())
    if refused or binding.GetCurrentVoice().contents.identifier.decode() != file:
        raise VoiceUnavailable(NAME, file, "eSpeak NG lists it but cannot load it; choose another")
    binding.SetParameter(binding.RATE, min(voice.rate, FASTEST))
    binding.SetParameter(binding.PITCH, voice.pitch)
    binding.SetParameter(binding.VOLUME, FULL)


def _fingerprint(folder: Path) -> str:
    """Hash the names and sizes of all files: their contents would take a tenth of a second."""
    files = sorted((str(path.relative_to(folder)), path.stat().st_size) for path in folder.rglob("*"))
    return blake2b(repr(files).encode(), digest_size=6).hexdigest()
