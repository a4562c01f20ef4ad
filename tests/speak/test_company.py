from collections.abc import Callable
from dataclasses import replace

import pytest

from narrate.config.schema import SpeechTable
from narrate.errors import EngineUnavailable, VoiceUnavailable
from narrate.speak.company import Company
from narrate.testing.voices import TRIAL

Pids = Callable[[], list[int]]
Gone = Callable[[list[int]], bool]
SPEECH = SpeechTable(timeout=20, attempts=1)


def test_each_voice_speaks_with_its_engine_and_its_setting() -> None:
    voices = {
        "eleanor": replace(TRIAL, name="eleanor", engine="tone", engine_voice="alto"),
        "hugo": replace(TRIAL, name="hugo", engine="tone", engine_voice="tenor"),
        "rita": replace(TRIAL, name="rita", engine_voice="en-gb-x-rp+f1"),
    }
    with Company(voices, SPEECH) as company:
        company.check()
        clips = [company.speak("Good morning.", name) for name in voices]
        assert len({clip.pcm for clip in clips}) == 3


def test_an_engine_is_loaded_once_for_all_its_voices(pids: Pids, gone: Gone) -> None:
    voices = {name: replace(TRIAL, name=name, engine="hanging") for name in ("eleanor", "hugo")}
    with Company(voices, SPEECH) as company:
        assert pids() == []
        company.check()
        company.speak("Good morning.", "hugo")
        assert len(pids()) == 1
    assert gone(pids())


def test_a_voice_that_cannot_speak_is_found_before_the_book_begins() -> None:
    with (
        Company({"x": replace(TRIAL, engine="tone", engine_voice="bass")}, SPEECH) as company,
        pytest.raises(VoiceUnavailable, match="no voice 'bass'; it has alto, baritone"),
    ):
        company.check()


def test_an_engine_that_cannot_work_here_is_found_before_the_book_begins(pids: Pids, gone: Gone) -> None:
    with (
        Company({"x": replace(TRIAL, engine="refusing")}, SPEECH) as company,
        pytest.raises(EngineUnavailable, match="its model is missing"),
    ):
        company.check()
    assert gone(pids())
