"""eSpeak NG by way of pyttsx3's binding: samples and word times straight from the synthesiser.

pyttsx3's driver writes a WAV file for every line and sleeps ten milliseconds over it; its binding does
neither.  What eSpeak says differs a little from call to call, because its pitch flutter runs on from line to
line and nothing resets it; said in a fresh copy of the process, a line is the same whatever was said before.
"""

import ctypes
import os
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from narrate.errors import VoiceUnavailable
from narrate.model.audio import BYTES_PER_FRAME, Clip, WordMark
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice, Traits
from narrate.speak.engines import fresh
from narrate.speak.engines.espeak_library import Library, library
from narrate.speak.engines.espeak_names import catalogue, name_for, resolve
from narrate.speak.engines.plain import plain

GENDERS: Final = ("", "male", "female")
VARIANTS: Final = b"variant"
"""The language under which eSpeak lists the variants of its voices."""
FULL: Final = 100
"""Volume: the loudness of a voice is set when levels are, not here."""


class Word(NamedTuple):
    """What eSpeak tells of a word as it begins."""

    frame: int
    position: int
    """In the text, counted from one."""
    length: int


class Espeak:
    """Speak with eSpeak NG, which is loaded with the first question."""

    traits: ClassVar[Traits] = Traits(deterministic=fresh.POSSIBLE, word_times=True)

    def check(self) -> None:
        """Speak a word."""
        self.speak("One.", Voice("check"))

    def version(self) -> str:
        """Name pyttsx3, eSpeak NG, and the voices and dictionaries by a fingerprint."""
        number = self._library.binding.Info().decode()
        return f"pyttsx3 {version('pyttsx3')}, eSpeak NG {number}, data {_fingerprint(self._library.data)}"

    def voices(self) -> tuple[EngineVoice, ...]:
        """List the voices; each takes a variant after a plus sign."""
        return tuple(self._files.values())

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text; word times count the characters of the text as it came."""
        file = resolve(name_for(voice), self._names, self._variants, loosely=not voice.engine_voice)
        say = partial(_say, self._library, plain(text), file, voice)
        return fresh.in_a_copy(say) if fresh.POSSIBLE else say()

    @cached_property
    def _library(self) -> Library:
        return library()

    @cached_property
    def _files(self) -> dict[str, EngineVoice]:
        return {file: voice for file, voice in _listed(self._library, None)}

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
        # the language stands between its priority, one byte, and the next one's
        yield file, EngineVoice(
            id=file.rpartition("/")[2].lower(),
            name=voice.name.decode(),
            language=voice.languages[1:].decode(),
            gender=GENDERS[voice.gender],
        )


def _say(espeak: Library, text: str, file: str, voice: Voice) -> Clip:
    sound, words = bytearray(), list[Word]()
    espeak.binding.SetSynthCallback(partial(_hear, espeak, sound, words))
    _set(espeak, file, voice)
    letters = text.encode()
    flags = espeak.binding.CHARS_UTF8 | espeak.binding.ENDPAUSE
    failed = espeak.binding.cSynth(letters, len(letters) + 1, 0, espeak.binding.POS_CHARACTER, 0, flags, None, None)
    if failed:
        raise RuntimeError(f"eSpeak NG returned {failed}")
    return Clip(bytes(sound), espeak.rate, tuple(_marks(words, text, len(sound) // BYTES_PER_FRAME)))


def _set(espeak: Library, file: str, voice: Voice) -> None:
    binding = espeak.binding
    refused = binding.SetVoiceByName(file.encode())
    if refused or binding.GetCurrentVoice().contents.identifier.decode() != file:
        raise VoiceUnavailable("pyttsx3", file, "eSpeak NG lists it but does not take it; choose another")
    binding.SetParameter(binding.RATE, voice.rate)
    binding.SetParameter(binding.PITCH, voice.pitch)
    binding.SetParameter(binding.VOLUME, FULL)


def _hear(
    espeak: Library, sound: bytearray, words: list[Word], samples: object, count: int, events: "Iterable[object]"
) -> int:
    """Take a buffer of samples, and the events that fall in it, from the synthesiser."""
    ...
