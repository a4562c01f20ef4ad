"""Prove before a book begins that every voice speaks, and find out how loud it is."""

from collections.abc import Iterable, Mapping

from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.model.voice import Speaker, Voice
from narrate.pipeline import work
from narrate.speak.clips import Clips, clip_address
from narrate.speak.company import Company
from narrate.store.address import address
from narrate.store.store import Store

KIND = "levels"


def rehearse(cast: Mapping[str, Voice], company: Company, store: Store) -> Mapping[str, Speaker]:
    """Hear every voice say the same; what was heard once is remembered.

    Raises `EngineUnavailable`, `VoiceUnavailable` or `LineNotSpoken`.
    """
    engines = sorted({voice.engine for voice in cast.values()})
    company.load(engines)
    versions = {engine: company.version(engine) for engine in engines}
    clips = Clips(store, company)
    return {name: _heard(voice, versions[voice.engine], clips, store) for name, voice in cast.items()}


def _heard(voice: Voice, version: str, clips: Clips, store: Store) -> Speaker:
    from narrate.master.loudness import CALIBRATION, voice_gain

    place = address(KIND, clip_address(CALIBRATION, voice, version), voice.volume)
    if kept := store.get(KIND, place):
        return Speaker(voice, version, float(kept))
    gain = round(voice_gain(clips.clip(CALIBRATION, voice, version), voice), 2)
    store.put(KIND, place, str(gain).encode())
    return Speaker(voice, version, gain)


def summon(configs: Iterable[Config]) -> list[str]:
    """Let the engines of all who may speak begin to load, wait for none, and return their names."""
    engines: set[str] = set()
    for config in configs:
        cast = cast_of(config, catalogue(config.voices.folder))
        own = {voice.engine for voice in cast.values()}
        work.company(config.speech).load(own)
        engines |= own
    return sorted(engines)
