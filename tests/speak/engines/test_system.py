import platform
import subprocess
import sys

import pytest

from narrate.errors import EngineUnavailable
from narrate.speak.engines.system import SystemVoices, gender_of

PUBLIC_WAY = """
import ctypes, os
import espeakng_loader
ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()

from dataclasses import replace
from narrate.testing.voices import TRIAL
from narrate.speak.engines.system import SystemVoices
from narrate.speak.take import flaw

system = SystemVoices("espeak")
system.check()
"""


def told(script: str) -> str:
    """Run a script in a process of its own: pyttsx3's driver opens eSpeak for good, in its own way."""
    command = [sys.executable, "-c", PUBLIC_WAY + script]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]


def test_lines_are_spoken_one_after_the_other_by_pyttsx3s_public_way() -> None:
    script = """
texts = ["Good morning.", "Good morning, it is a fine day and nobody sees it.", "Good <b>morning</b>."]
clips = [system.speak(text, replace(TRIAL, engine_voice="roa/es", rate=180)) for text in texts]
print([flaw(clip, "words") for clip in clips], clips[0].rate, clips[1].frames > 2 * clips[0].frames)
"""
    assert told(script) == "['', '', ''] 22050 True"


def test_text_without_anything_to_say_gives_nothing_or_silence() -> None:
    script = """
print([flaw(system.speak(text, TRIAL), text) for text in ("", " ", "…", "\\x00")])
"""
    assert told(script) == "['', '', '', '']"


def test_its_version_names_package_driver_and_system() -> None:
    assert told("print(system.version())").endswith(f", espeak, {platform.system()} {platform.version()}")


def test_a_driver_that_is_not_there_cannot_work_here() -> None:
    with pytest.raises(EngineUnavailable, match="the system's own voices do not answer"):
        SystemVoices("sapi5").check()


@pytest.mark.parametrize(
    ("said", "gender"),
    [
        ("VoiceGenderFemale", "female"),
        ("Male", "male"),
        ("VoiceGenderNeuter", "neutral"),
        (None, ""),
        ("age", ""),
    ],
)
def test_genders_are_understood_however_a_driver_says_them(said: object, gender: str) -> None:
    assert gender_of(said) == gender
