"""What eSpeak NG calls its voices: `en-gb-x-rp`, `en-us+f3` with a variant, or a language alone."""

from collections.abc import Collection, Mapping
from typing import Final

from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice
from narrate.speak.engines.refusals import unknown_voice

FEMALE: Final = "+f1"
"""The variant for a woman's voice where none is named: eSpeak's own are men's, `f2` to `f5` have an echo."""


def catalogue(files: Mapping[str, EngineVoice]) -> dict[str, str]:
    """Map every name of every voice, in lower case, to its file.

    A file's own name comes before a language; a language that two voices share is the first one's.

    >>> catalogue({"gmw/en": EngineVoice("en", "English (Great Britain)", "en-gb")})
    {'gmw/en': 'gmw/en', 'en': 'gmw/en', 'en-gb': 'gmw/en', 'english (great britain)': 'gmw/en'}
    """
    names = [(file, file) for file in files]
    names += [(voice.id, file) for file, voice in files.items()]
    names += [(voice.language, file) for file, voice in files.items()]
    names += [(voice.name, file) for file, voice in files.items()]
    named: dict[str, str] = {}
    for name, file in names:
        named.setdefault(name.lower(), file)
    return named


def resolve(voice: Voice, files: Mapping[str, str], variants: Mapping[str, str]) -> str:
    """Return what eSpeak loads for a voice: a file, with a variant where one is wanted.

    A voice that names none of eSpeak's gets its language, or the nearest above it, and its gender.
    Raises `VoiceUnavailable` with the nearest names.

    >>> from dataclasses import replace
    >>> from narrate.testing.voices import TRIAL
    >>> resolve(replace(TRIAL, engine_voice="EN-GB+F2"), {"en-gb": "gmw/en"}, {"f2": "f2"})
    'gmw/en+f2'
    >>> resolve(replace(TRIAL, language="en-NZ", gender="female"), {"en": "gmw/en"}, {"f1": "f1"})
    'gmw/en+f1'
    """
    wanted = voice.engine_voice or _spoken(voice.language, files) + FEMALE * (voice.gender == "female")
    base, plus, variant = wanted.lower().partition("+")
    if base not in files:
        raise unknown_voice(wanted, base, (name for name in files if "/" not in name))
    if plus and variant not in variants:
        raise unknown_voice(wanted, variant, variants)
    return f"{files[base]}+{variants[variant]}" if plus else files[base]


def _spoken(language: str, files: Collection[str]) -> str:
    """Shorten a language tag until there is a voice for it; one for which there is none stays whole."""
    tags = language.split("-")
    shorter = ("-".join(tags[:length]) for length in range(len(tags), 0, -1))
    return next((tag for tag in shorter if tag.lower() in files), language)
