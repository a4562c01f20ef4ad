"""Say one line with eSpeak NG, in the process that calls."""

from dataclasses import dataclass
from typing import Final

from narrate.errors import EngineUnavailable, VoiceUnavailable
from narrate.model.audio import Clip
from narrate.speak.engines.espeak_ear import Ear
from narrate.speak.engines.espeak_library import Library
from narrate.speak.engines.espeak_prompt import Prompt
from narrate.speak.engines.refusals import NAME

FULL: Final = 100
"""Volume: the loudness of a voice is set when levels are, not here."""


@dataclass(frozen=True, slots=True)
class Line:
    """What to say, and with which settings of eSpeak."""

    text: str
    file: str
    """What eSpeak loads for the voice: a file, and a variant after a plus sign."""
    rate: int
    """Words a minute."""
    pitch: int


def say(espeak: Library, line: Line) -> Clip:
    """Return a line's sound and the places of its words."""
    ear, prompt, binding = Ear(), Prompt.of(line.text), espeak.binding
    binding.SetSynthCallback(ear.hear)
    load(espeak, line)
    letters, flags = prompt.text.encode(), flags_for(espeak, prompt) | binding.ENDPAUSE
    failed = binding.cSynth(letters, len(letters) + 1, 0, binding.POS_CHARACTER, 0, flags, None, None)
    if failed:
        raise EngineUnavailable(NAME, f"eSpeak NG returned {failed} instead of speaking")
    return Clip(bytes(ear.sound), espeak.rate, tuple(prompt.placed(ear.marks(prompt.text))))


def flags_for(espeak: Library, prompt: Prompt) -> int:
    """Tell eSpeak to take what stands in double brackets for sounds, where we have put such there."""
    binding = espeak.binding
    return int(binding.CHARS_UTF8 | (binding.PHONEMES if prompt.sounds else 0))


def load(espeak: Library, line: Line) -> None:
    """Set voice, rate and pitch; raises `VoiceUnavailable`."""
    binding = espeak.binding
    refused = binding.SetVoiceByName(line.file.encode())
    if refused or binding.GetCurrentVoice().contents.identifier.decode() != line.file:
        raise VoiceUnavailable(NAME, line.file, "eSpeak NG lists it but cannot load it; choose another")
    binding.SetParameter(binding.RATE, line.rate)
    binding.SetParameter(binding.PITCH, line.pitch)
    binding.SetParameter(binding.VOLUME, FULL)
