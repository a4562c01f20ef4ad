import ctypes
import sys

import espeakng_loader
import pytest

from narrate.config.schema import VoiceFile
from narrate.config.voices import catalogue
from narrate.speak.engines.espeak_memory import forgetter, leaves_nothing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no ELF and no /proc")


def test_every_shipped_voice_leaves_nothing_behind() -> None:
    voices = [voice for voice in catalogue(None).values() if voice.engine == VoiceFile().engine]
    assert all(leaves_nothing(f"gmw/{voice.engine_voice}", voice.rate) for voice in voices)


def test_the_counters_of_the_wheels_library_can_be_set_back() -> None:
    forget = forgetter(ctypes.CDLL(espeakng_loader.get_library_path()))
    assert forget is not None
    forget()


def test_a_library_that_was_stripped_tells_nothing(stripped: dict[str, str]) -> None:
    assert forgetter(ctypes.CDLL(stripped["NARRATE_ESPEAK"])) is None


def test_another_library_than_espeak_tells_nothing() -> None:
    class Stranger(ctypes.CDLL):
        espeak_Synth = ctypes.CDLL(None).puts  # noqa: N815 - eSpeak's name

    assert forgetter(Stranger(None)) is None
