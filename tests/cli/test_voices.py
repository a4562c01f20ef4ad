import wave
from pathlib import Path

from command import Narrate


def test_every_shipped_voice_is_listed(narrate: Narrate) -> None:
    listed = narrate("voices").stdout
    shipped = Path(__file__).parents[2] / "voices"
    assert all(path.stem in listed for path in shipped.glob("*.toml"))


def test_voices_can_be_heard(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("voices", "eleanor", "walter", "--output", "samples")
    assert done.returncode == 0, done.stderr
    for name in ("eleanor", "walter"):
        with wave.open(str(tmp_path / "samples" / f"{name}.wav")) as file:
            assert file.getnframes() > 4 * file.getframerate()


def test_an_engines_own_voices_are_listed(narrate: Narrate) -> None:
    assert "en-gb-x-rp" in narrate("voices", "--engine", "pyttsx3").stdout


def test_an_engine_that_is_not_there_is_said(narrate: Narrate) -> None:
    done = narrate("voices", "--engine", "pytsx3")
    assert done.returncode == 2
    assert "pyttsx3" in done.stderr


def test_a_voice_that_is_not_there_is_said_without_naming_an_option(narrate: Narrate) -> None:
    done = narrate("voices", "elenor")
    assert done.returncode == 2
    assert "eleanor" in done.stderr
    assert "--voice" not in done.stderr


def test_without_a_player_every_voice_has_its_own_sample(narrate: Narrate, tmp_path: Path) -> None:
    assert narrate("voices", "rehearsal", "eleanor", PATH="/nowhere").returncode == 0
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"rehearsal.wav", "eleanor.wav"}
