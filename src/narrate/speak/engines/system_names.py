"""Choose one of an operating system's voices: the one named, or the one that best fits an eSpeak name."""

import re
from collections.abc import Sequence

from narrate.errors import VoiceUnavailable
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice
from narrate.speak.engines.refusals import NAME, unknown_voice

ESPEAK_NAME = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*(\+.+)?", re.IGNORECASE)
"""What the shipped voices are called; another system has voices of its own for them."""


def best_fit(wanted: Voice, voices: Sequence[EngineVoice]) -> EngineVoice:
    """Return the voice named by id or name, else the first of the best by language and gender.

    Raises `VoiceUnavailable` where a name is none of them and no eSpeak name either, and where no voice
    speaks the language.

    >>> from dataclasses import replace
    >>> from narrate.testing.voices import TRIAL
    >>> anna, alex = EngineVoice("a", "Anna", "de_DE", "female"), EngineVoice("b", "Alex", "en_US", "male")
    >>> best_fit(replace(TRIAL, engine_voice="en-gb+f3"), [anna, alex]).name
    'Alex'
    >>> best_fit(replace(TRIAL, engine_voice="anna"), [anna, alex]).name
    'Anna'
    """
    named = [
        voice for voice in voices if wanted.engine_voice.lower() in {voice.id.lower(), voice.name.lower()}
    ]
    if named:
        return named[0]
    if wanted.engine_voice and not ESPEAK_NAME.fullmatch(wanted.engine_voice):
        raise unknown_voice(wanted.engine_voice, wanted.engine_voice, (voice.name for voice in voices))
    return _speaker_of(wanted, voices)


def _speaker_of(wanted: Voice, voices: Sequence[EngineVoice]) -> EngineVoice:
    tag = _tag(wanted.language)
    speakers = [voice for voice in voices if _tag(voice.language)[0] == tag[0]]
    if not speakers:
        advice = f"no voice of this system speaks {wanted.language!r}; install one, or set `engine_voice`"
        raise VoiceUnavailable(NAME, wanted.engine_voice or wanted.language, advice)
    region = _tag(wanted.engine_voice.partition("+")[0])[1:2] or tag[1:2]
    return max(speakers, key=lambda voice: (_suits(wanted, voice), _tag(voice.language)[1:2] == region))


def _suits(wanted: Voice, voice: EngineVoice) -> int:
    """Rank a gender that is asked for above an untold one, and that above the other.

    >>> from dataclasses import replace
    >>> from narrate.testing.voices import TRIAL
    >>> she, he, it = (EngineVoice("", "", gender=gender) for gender in ("female", "male", ""))
    >>> [_suits(replace(TRIAL, gender="female"), voice) for voice in (he, it, she)]
    [-1, 0, 1]
    """
    if not wanted.gender or not voice.gender:
        return 0
    return 1 if wanted.gender == voice.gender else -1


def _tag(language: str) -> list[str]:
    return language.lower().replace("_", "-").split("-")
