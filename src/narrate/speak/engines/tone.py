"""An engine that hums: for rehearsals and tests, on any machine, the same samples everywhere."""

import math
import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import ClassVar

from narrate.errors import VoiceUnavailable
from narrate.model.audio import Clip, WordMark
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice, Traits

NAME = "tone"
RATE = 22_050
LEAD, TRAIL = RATE // 20, RATE // 5
"""Frames of digital silence at the edges, as real engines leave them."""
GAP = RATE // 50
"""Frames between two words."""
FADE = RATE // 200
"""Frames in which a tone comes and goes."""
LETTERS_A_WORD = 5.4
"""Mean length of an English word with the blank after it: what a rate in words a minute counts."""
LOUDNESS = 9_000
FALL = 0.84
"""Two and a bit semitones: how a sentence's last word is lower than the others."""
VOICES = ("alto", "baritone", "soprano", "tenor")
WORD = re.compile(r"\w+(?:['’]\w+)*")
SENTENCE_END = re.compile(r"\s*[.!?…]")


class ToneEngine:
    """Hum a tone for every word: as long as its letters, as high as the voice."""

    traits: ClassVar[Traits] = Traits(longest=1_000, deterministic=True, word_times=True)

    def check(self) -> None:
        """Have nothing to miss."""

    def version(self) -> str:
        """Return a name that changes with the sound."""
        return "tone 1"

    def voices(self) -> tuple[EngineVoice, ...]:
        """List four registers."""
        return tuple(EngineVoice(id=name, name=name.capitalize()) for name in VOICES)

    def speak(self, text: str, voice: Voice) -> Clip:
        """Hum the text; without a word in it, for a third of a second, nothing."""
        if voice.engine_voice and voice.engine_voice not in VOICES:
            raise VoiceUnavailable(NAME, voice.engine_voice, f"it has {', '.join(VOICES)}")
        sound, marks = bytearray(2 * LEAD), []
        for word in WORD.finditer(text):
            marks.append(WordMark(len(sound) // 2, word.start(), word.end()))
            sound += _tone(
                _hertz(voice, falls=_falls(text, word.end())), _frames(word[0], voice.rate)
            ) + bytes(2 * GAP)
        return Clip(bytes(sound + bytes(2 * TRAIL)), RATE, tuple(marks))


def _falls(text: str, end: int) -> bool:
    return SENTENCE_END.match(text, end) is not None


def _hertz(voice: Voice, *, falls: bool) -> int:
    own = 110 + blake2b(voice.engine_voice.encode(), digest_size=1).digest()[0] / 2
    return round(own * 2 ** ((voice.pitch - 50) / 50) * (FALL if falls else 1))


def _frames(word: str, words_a_minute: int) -> int:
    seconds = (len(word) + 1) * 60 / (max(words_a_minute, 1) * LETTERS_A_WORD)
    return max(round(seconds * RATE) - GAP, 2 * FADE)


def _tone(hertz: int, frames: int) -> bytes:
    """Cut the tone from an endless one: its middle as it is, its ends faded by hand."""
    body = _second(hertz) * (frames // RATE + 1)
    ramp = [step / FADE for step in range(FADE)]
    rise = array("h", _scaled(body[:FADE], ramp))
    fall = array("h", _scaled(body[frames - FADE : frames], reversed(ramp)))
    return (rise + body[FADE : frames - FADE] + fall).tobytes()


def _scaled(samples: "array[int]", gains: Iterable[float]) -> Iterator[int]:
    return (int(sample * gain) for sample, gain in zip(samples, gains, strict=True))


@cache
def _second(hertz: int) -> "array[int]":
    """Return one second, in which a whole number of waves fits, so that it can be repeated."""
    turn = 2 * math.pi * hertz / RATE
    return array("h", (round(LOUDNESS * math.sin(turn * frame)) for frame in range(RATE)))
