from dataclasses import replace

import pytest

from narrate.errors import VoiceUnavailable
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice
from narrate.speak.engines.system_names import best_fit
from narrate.testing.voices import TRIAL

MAC = (
    EngineVoice("com.apple.voice.Alex", "Alex", "en_US", "male"),
    EngineVoice("com.apple.voice.Anna", "Anna", "de_DE", "female"),
    EngineVoice("com.apple.voice.Daniel", "Daniel", "en_GB", "male"),
    EngineVoice("com.apple.voice.Kate", "Kate", "en_GB", "female"),
    EngineVoice("com.apple.voice.Samantha", "Samantha", "en_US", "female"),
)
WINDOWS = (
    EngineVoice(
        r"HKEY\TTS_MS_EN-US_DAVID_11.0", "Microsoft David Desktop - English (United States)", "en-US", "male"
    ),
    EngineVoice(
        r"HKEY\TTS_MS_EN-US_ZIRA_11.0", "Microsoft Zira Desktop - English (United States)", "en-US", "female"
    ),
    EngineVoice(r"HKEY\TTS_MS_FR-FR_X", "Microsoft Hortense", "Unknown Locale: 3", ""),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (replace(TRIAL, engine_voice="Samantha"), "Samantha"),
        (replace(TRIAL, engine_voice="samantha", gender="male"), "Samantha"),
        (replace(TRIAL, engine_voice="com.apple.voice.Kate"), "Kate"),
        (replace(TRIAL, engine_voice="en-gb-x-rp+f3", language="en-GB", gender="female"), "Kate"),
        (replace(TRIAL, engine_voice="en-gb-x-rp", language="en-GB", gender="male"), "Daniel"),
        (replace(TRIAL, engine_voice="en-us+f3", language="en", gender="female"), "Samantha"),
        (replace(TRIAL, engine_voice="en-us+Mr serious", language="en", gender="male"), "Alex"),
        (replace(TRIAL, language="en-AU", gender="female"), "Kate"),
        (replace(TRIAL, language="de-AT", gender="male"), "Anna"),
        (TRIAL, "Alex"),
    ],
)
def test_the_best_voice_of_a_mac_is_found(wanted: Voice, found: str) -> None:
    assert best_fit(wanted, MAC).name == found


def test_the_best_voice_of_windows_is_found() -> None:
    wanted = replace(TRIAL, name="eleanor", engine_voice="en-gb-x-rp+f3", language="en-GB", gender="female")
    assert "Zira" in best_fit(wanted, WINDOWS).name


def test_a_name_that_is_a_typing_error_is_refused_with_the_nearest() -> None:
    with pytest.raises(VoiceUnavailable, match='did you mean "Samantha"'):
        best_fit(replace(TRIAL, engine_voice="Samanta"), MAC)


@pytest.mark.parametrize("voices", [MAC, WINDOWS, ()])
def test_a_language_that_nobody_speaks_is_refused_with_what_to_do(voices: tuple[EngineVoice, ...]) -> None:
    with pytest.raises(VoiceUnavailable, match="no voice of this system speaks 'ja'; install one"):
        best_fit(replace(TRIAL, engine_voice="ja", language="ja"), voices)
