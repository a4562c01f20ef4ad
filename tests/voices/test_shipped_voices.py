import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.config.schema import SpeechTable
from narrate.config.voices import catalogue, shipped_folder
from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.company import Company
from narrate.testing.voices import TRIAL

NAMES = sorted(path.stem for path in shipped_folder().glob("*.toml"))
SEED = Path(__file__).parents[2] / "seeds" / "000_b6b4d7824c728f83.txt"
PASSAGE = " ".join(SEED.read_text(encoding="utf-8").split("\n\n")[:3])
NAMELESS = "a woman whose file names no voice of the engine"
TOLERANCE = 0.1
"""How far the pace of a passage may be from the rate asked for: words are long or short."""

on_espeak = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring their own voices")


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Voice]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("nobody")))
        yield dict(catalogue(None))


@pytest.fixture(scope="module")
def clips(voices: dict[str, Voice]) -> dict[str, Clip]:
    cast = {**voices, NAMELESS: replace(TRIAL, gender="female")}
    with Company(SpeechTable()) as company:
        return {name: company.speak(PASSAGE, voice) for name, voice in cast.items()}


def test_a_rehearsal_and_a_good_choice_of_speakers_ship(voices: dict[str, Voice]) -> None:
    assert list(voices) == NAMES
    assert {"eleanor", "rehearsal"} <= set(NAMES)
    assert {voice.gender for voice in voices.values()} == {"female", "male", "neutral"}
    assert {voice.language for voice in voices.values()} >= {"en-GB", "en-GB-scotland", "en-US"}


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_voice_says_who_it_is(voices: dict[str, Voice], name: str) -> None:
    voice = voices[name]
    assert voice.description[0].isupper()
    assert len(voice.description) <= 80
    assert voice.language.startswith("en")


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_voice_speaks(clips: dict[str, Clip], name: str) -> None:
    samples = memoryview(clips[name].pcm).cast("h")
    assert max(samples) > 2_000


@on_espeak
@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_voice_keeps_its_pace(voices: dict[str, Voice], clips: dict[str, Clip], name: str) -> None:
    minutes = clips[name].frames / clips[name].rate / 60
    pace = len(PASSAGE.split()) / minutes
    assert pace == pytest.approx(voices[name].rate, rel=TOLERANCE)


@on_espeak
def test_no_two_shipped_voices_are_the_same(clips: dict[str, Clip]) -> None:
    assert len({clip.pcm for clip in clips.values()}) == len(clips)


@on_espeak
@pytest.mark.parametrize("name", [*NAMES, NAMELESS])
def test_a_shipped_voice_has_no_echo_so_that_every_measure_finds_the_same_end(
    clips: dict[str, Clip], name: str
) -> None:
    samples = [abs(sample) for sample in memoryview(clips[name].pcm).cast("h")]
    peak = max(samples)
    ends = []
    for level in (-38, -55):
        loud = peak * 10 ** (level / 20)
        ends.append(max(place for place, sample in enumerate(samples) if sample > loud))
    assert (ends[1] - ends[0]) * 1000 / clips[name].rate <= 5
