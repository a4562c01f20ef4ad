import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from narrate import ffmpeg
from narrate.errors import FfmpegFailed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")

DYING = """#!/bin/sh
echo again >> {notes}
[ $(wc -l < {notes}) -le {deaths} ] && kill -9 $$
exec {real} "$@"
"""


def stand_in(folder: Path, deaths: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an ffmpeg in place that is killed so many times before it works; return where it counts."""
    real, script, notes = ffmpeg.executable(), folder / "ffmpeg", folder / "notes"
    script.write_text(DYING.format(notes=notes, deaths=deaths, real=real))
    script.chmod(0o755)
    ffmpeg.executable.cache_clear()
    monkeypatch.setenv("NARRATE_FFMPEG", str(script))
    return notes


@pytest.fixture(autouse=True)
def known_again() -> Iterator[None]:
    """Forget which ffmpeg was found."""
    yield
    ffmpeg.executable.cache_clear()


def test_an_ffmpeg_that_is_killed_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = stand_in(tmp_path, 2, monkeypatch)
    silence = ["-f", "s16le", "-ar", "8000", "-ac", "1", "-i", "-", "-f", "s16le", "-"]
    pcm, _ = ffmpeg.run("copy", silence, [bytes(1_000), bytes(600)])
    assert pcm == bytes(1_600)
    assert len(notes.read_text().split()) == 3


def test_one_that_is_always_killed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = stand_in(tmp_path, 99, monkeypatch)
    with pytest.raises(FfmpegFailed, match="could not copy: it was ended by signal 9, 3 times"):
        ffmpeg.run("copy", ["-version"])
    assert len(notes.read_text().split()) == ffmpeg.ATTEMPTS


def test_one_that_fails_by_itself_is_not_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = stand_in(tmp_path, 0, monkeypatch)
    with pytest.raises(FfmpegFailed, match="No such file"):
        ffmpeg.run("read", ["-i", os.fspath(tmp_path / "none")])
    assert len(notes.read_text().split()) == 1
