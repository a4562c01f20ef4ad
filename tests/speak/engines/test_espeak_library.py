import shutil
import subprocess
import sys
from pathlib import Path

import espeakng_loader
import pytest

SPEAK = """
from narrate.errors import NarrateError
from narrate.testing.voices import TRIAL
from narrate.speak.engines.espeak import Espeak
try:
    print("frames", Espeak().speak("One.", TRIAL).frames)
except NarrateError as error:
    print("refused", error)
"""
LIBRARY = Path(espeakng_loader.get_library_path())
DATA = Path(espeakng_loader.get_data_path())


def spoken(**environment: str) -> str:
    """Speak in a process of its own: the library is opened once in each."""
    told = subprocess.run(
        [sys.executable, "-c", SPEAK], capture_output=True, text=True, check=True, env=environment
    )
    return told.stdout.strip()


def test_the_library_of_the_wheel_needs_nothing_from_the_environment() -> None:
    assert spoken().startswith("frames ")


def test_a_library_can_be_named_by_its_path() -> None:
    assert spoken(NARRATE_ESPEAK=str(LIBRARY), ESPEAK_DATA_PATH=str(DATA)).startswith("frames ")


def test_a_library_at_a_path_of_ones_own_is_the_one_that_speaks(tmp_path: Path) -> None:
    own = shutil.copy(LIBRARY, tmp_path / "mine.so")
    assert spoken(NARRATE_ESPEAK=str(own), ESPEAK_DATA_PATH=str(DATA)).startswith("frames ")


def test_a_library_that_does_not_find_its_data_is_refused_not_fatal() -> None:
    told = spoken(NARRATE_ESPEAK=str(LIBRARY))
    assert told.startswith(
        "refused the speech engine 'pyttsx3' cannot work here: eSpeak NG does not find its data"
    )


@pytest.mark.parametrize("wanted", ["/no/such/library.so", __file__])
def test_what_is_no_library_is_refused_with_a_cure(wanted: str) -> None:
    told = spoken(NARRATE_ESPEAK=wanted)
    assert told.startswith(
        "refused the speech engine 'pyttsx3' cannot work here: no eSpeak NG library could be loaded"
    )
    assert "pip install espeakng-loader" in told


def test_the_systems_own_is_used_where_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "libespeak-ng.so.1").symlink_to(LIBRARY)
    told = spoken(NARRATE_ESPEAK="system", LD_LIBRARY_PATH=str(tmp_path), ESPEAK_DATA_PATH=str(DATA))
    assert told.startswith("frames ")


LONG = """
import sys
from pathlib import Path
from narrate.speak.engines import espeak_library
espeak_library._wheel = lambda: (Path(sys.argv[1]), Path(sys.argv[2]))
exec(sys.argv[3])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a short name for an open folder")
def test_the_data_are_found_however_long_their_path_is(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["deep" * 20] * 4, "é")
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(DATA)
    command = [sys.executable, "-c", LONG, str(LIBRARY), str(deep / "espeak-ng-data"), SPEAK]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith("frames ")
