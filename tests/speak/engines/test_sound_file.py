from pathlib import Path

import pytest

from narrate import ffmpeg
from narrate.errors import FfmpegFailed
from narrate.speak.engines.sound_file import NOTHING, sound_in

HUM = ["-f", "lavfi", "-i", "sine=frequency=220:duration=0.5:sample_rate=22050"]


def recorded(path: Path, *how: str) -> Path:
    ffmpeg.run("record a hum", [*HUM, *how, str(path)])
    return path


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("plain.wav", []),
        ("stereo.wav", ["-ac", "2"]),
        ("deep.wav", ["-c:a", "pcm_s24le"]),
        ("mac.aiff", []),
        ("float.aiff", ["-c:a", "pcm_f32be", "-f", "aiff"]),
        ("other.wav", ["-c:a", "pcm_alaw"]),
    ],
)
def test_every_kind_of_file_becomes_16_bit_mono(tmp_path: Path, name: str, how: list[str]) -> None:
    clip = sound_in(recorded(tmp_path / name, *how))
    assert (clip.rate, clip.frames) == (22_050, 11_025)
    assert any(clip.pcm)


def test_a_missing_or_empty_file_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert sound_in(tmp_path / "missing") == sound_in(tmp_path / "empty") == NOTHING


def test_a_file_that_is_no_sound_is_a_failure_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear reader,")
    with pytest.raises(FfmpegFailed, match="could not read what the system's voice said"):
        sound_in(tmp_path / "letter")
