import sys
import wave
from pathlib import Path

import pytest

from narrate.speak import player as players
from narrate.speak.player import play, player

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in players are shell scripts")


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    path = tmp_path / "a b'c.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(bytes(2_205))
    return path


def install(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a player on an otherwise empty PATH."""
    command = folder / name
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_the_first_player_that_is_installed_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "ffplay", "exit 0", monkeypatch)
    assert player() == [str(tmp_path / "ffplay"), "-nodisp", "-autoexit", "-loglevel", "error"]
    install(tmp_path, "aplay", "exit 0", monkeypatch)
    assert player() == [str(tmp_path / "aplay"), "-q"]


def test_without_a_player_nothing_is_played(
    tmp_path: Path, wav: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert player() is None
    assert not play(wav)


def test_a_file_is_played_by_its_whole_name(
    tmp_path: Path, wav: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "aplay", f'printf "%s|" "$@" > "{tmp_path}/heard"', monkeypatch)
    monkeypatch.chdir(wav.parent)
    assert play(Path(wav.name))
    assert (tmp_path / "heard").read_text() == f"-q|{wav}|"


def test_a_player_without_a_sound_device_says_nothing_and_has_not_played(
    tmp_path: Path, wav: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    install(tmp_path, "aplay", "echo 'aplay: audio open error' >&2; exit 1", monkeypatch)
    assert not play(wav)
    assert capfd.readouterr() == ("", "")


def test_a_player_that_is_stuck_is_ended(tmp_path: Path, wav: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "aplay", f'echo $$ > "{tmp_path}/pid"; exec /bin/sleep 600', monkeypatch)
    monkeypatch.setattr(players, "PATIENCE", 0.3)
    assert not play(wav)
    assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


def test_a_player_that_cannot_be_started_has_not_played(
    tmp_path: Path, wav: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "aplay", "", monkeypatch)
    (tmp_path / "aplay").write_bytes(b"\x7fELF no program")
    assert not play(wav)
