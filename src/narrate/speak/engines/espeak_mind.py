"""Ask eSpeak NG what it would say."""

import ctypes
from collections.abc import Iterator
from typing import Final

from narrate.speak.engines.espeak_library import Library
from narrate.speak.engines.espeak_line import Line, flags_for, load
from narrate.speak.engines.espeak_prompt import Prompt

UTF_8: Final = 1
"""`espeakCHARS_UTF8`, as the text's mode."""
IN_IPA: Final = 2
"""Bit 1 of the phoneme mode."""


def transcribed(espeak: Library, lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Return the sounds of lines in the IPA, words with blanks between them."""
    return tuple(_transcribed(espeak, line) for line in lines)


def _transcribed(espeak: Library, line: Line) -> str:
    load(espeak, line)
    prompt = Prompt.of(line.text)
    _take_sounds(espeak, prompt)
    return " ".join(filter(None, map(str.strip, _clauses(espeak, prompt.text))))


def _take_sounds(espeak: Library, prompt: Prompt) -> None:
    """Say nothing in the prompt's way: whether brackets hold sounds stays as the last text had it."""
    binding, nothing = espeak.binding, b" "
    binding.SetSynthCallback(lambda *_: 0)
    binding.cSynth(nothing, 2, 0, binding.POS_CHARACTER, 0, flags_for(espeak, prompt), None, None)


def _clauses(espeak: Library, text: str) -> Iterator[str]:
    ask = espeak.binding.dll.espeak_TextToPhonemes
    ask.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    ask.restype = ctypes.c_char_p
    left = ctypes.c_char_p(text.encode())
    while left.value:
        yield (ask(ctypes.byref(left), UTF_8, IN_IPA) or b"").decode()
