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
    voices = (
        replace(TRIAL, name="eleanor", engine="tone", engine_voice="alto"),
        replace(TRIAL, name="hugo", engine="tone", engine_voice="tenor"),
        replace(TRIAL, name="rita", engine_voice="en-gb-x-rp+f1"),
    )
    with Company(SPEECH) as company:
        clips = [company.speak("Good morning.", voice) for voice in voices]
        assert len({clip.pcm for clip in clips}) == 3


def test_an_engine_is_loaded_once_for_all_its_voices(pids: Pids, gone: Gone) -> None:
    voices = [replace(TRIAL, name=name, engine="hanging") for name in ("eleanor", "hugo")]
    with Company(SPEECH) as company:
        assert pids() == []
        company.version("hanging")
        for voice in voices:
            company.speak("Good morning.", voice)
        assert len(pids()) == 1
    assert gone(pids())


def test_an_engine_that_cannot_work_here_says_so_when_it_is_asked_what_it_is(pids: Pids, gone: Gone) -> None:
    with Company(SPEECH) as company, pytest.raises(EngineUnavailable, match="its model is missing"):
        company.version("refusing")
    assert gone(pids())


def test_a_voice_that_an_engine_has_not_is_refused() -> None:
    bass = replace(TRIAL, engine="tone", engine_voice="bass")
    with Company(SPEECH) as company, pytest.raises(VoiceUnavailable, match="no voice 'bass'; it has alto"):
        company.speak("Good morning.", bass)


def test_a_company_that_went_home_comes_back_for_another_line(pids: Pids, gone: Gone) -> None:
    voice = replace(TRIAL, engine="hanging")
    with Company(SPEECH) as company:
        first = company.speak("Good morning.", voice)
        company.close()
        assert gone(pids())
        assert company.speak("Good morning.", voice) == first
        assert len(pids()) == 2
