import subprocess
import sys
from dataclasses import replace

import pytest

from narrate.speak.engine import Engine
from narrate.speak.engines.pyttsx3 import Pyttsx3Engine
from narrate.testing.engines import EngineContract
from narrate.testing.voices import TRIAL


class TestPyttsx3Engine(EngineContract):
    def make(self) -> Engine:
        return Pyttsx3Engine()


CHOICE = """
import sys
import narrate.speak.engines.espeak, narrate.speak.engines.system
sys.platform = sys.argv[1]
from narrate.speak.engines.pyttsx3 import Pyttsx3Engine
engine = Pyttsx3Engine()
print(type(engine).__name__, engine.traits.word_times)
"""


@pytest.mark.parametrize(
    ("platform", "wanted", "speaker"),
    [
        ("linux", "", "Espeak True"),
        ("freebsd14", "", "Espeak True"),
        ("darwin", "", "SystemVoices False"),
        ("win32", "", "SystemVoices False"),
        ("darwin", "system", "Espeak True"),
    ],
)
def test_every_system_has_its_speaker(
    platform: str, wanted: str, speaker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NARRATE_ESPEAK", wanted)
    told = subprocess.run(
        [sys.executable, "-c", CHOICE, platform], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == speaker


def test_a_shipped_voice_speaks() -> None:
    assert (
        Pyttsx3Engine().speak("One.", replace(TRIAL, name="eleanor", engine_voice="en-gb-x-rp+f1")).frames > 0
    )
