import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from narrate import ffmpeg, pipeline
from narrate.config.load import load_config
from narrate.config.schema import BookTable, Config, OutputTable, VoicesTable
from narrate.errors import SameTarget
from narrate.listener import Listener
from narrate.master.loudness import measure
from narrate.model.recording import Track
from narrate.model.script import Line, Script

SEEDS = Path(__file__).parents[1] / "seeds"


def hummed(tmp_path: Path, *formats: str) -> Config:
    output = OutputTable(folder=tmp_path / "build", formats=formats or ("m4b",))
    return Config(voices=VoicesTable(narrator="rehearsal"), output=output)


def made(edition: pipeline.Edition, listener: Listener | None = None) -> pipeline.Result:
    with pipeline.ready([edition]) as build:
        return build(edition, listener or Listener())


def decoded(path: Path) -> bytes:
    pcm, _ = ffmpeg.run("decode", ["-i", str(path), "-map", "0:a", "-f", "s16le", "-"])
    return pcm


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> tuple[pipeline.Edition, pipeline.Result]:
    """The user's two stories, spoken for real."""
    folder = tmp_path_factory.mktemp("build")
    config = load_config(SEEDS / "narrate.toml")
    config = config.model_copy(update={"output": config.output.model_copy(update={"folder": folder})})
    (edition,) = pipeline.plan(SEEDS, config)
    return edition, made(edition)


def test_the_seeds_become_an_m4b_and_an_mp3(seeds: tuple[pipeline.Edition, pipeline.Result]) -> None:
    edition, result = seeds
    assert result.files == edition.paths
    assert [path.name for path in result.files] == ["Two Portraits.m4b", "Two Portraits.mp3"]
    length = result.recording.frames / result.recording.rate
    assert length == pytest.approx(edition.estimate, rel=0.1)
    for path in result.files:
        assert len(decoded(path)) / 2 == pytest.approx(result.recording.frames, abs=1152)


def test_every_silence_of_the_seeds_is_heard_as_configured(
    seeds: tuple[pipeline.Edition, pipeline.Result],
) -> None:
    """Measured in the decoded M4B at -45 dBFS, which lies between speech and codec noise."""
    edition, result = seeds
    sound = np.abs(np.frombuffer(decoded(result.files[0]), "<i2")) > 32768 * 10 ** (-45 / 20)
    gaps = np.diff(np.concatenate([[-1], np.flatnonzero(sound), [len(sound)]])) - 1
    heard = [gap * 1000 / result.recording.rate for gap in gaps if gap > 0.33 * result.recording.rate]
    wanted: list[int] = [0]
    for chapter in edition.script.chapters:
        wanted[-1] += chapter.head
        wanted += [line.silence for line in chapter.lines]
    assert heard == pytest.approx(wanted, abs=5)


def test_every_chapter_of_the_seeds_is_at_its_level(seeds: tuple[pipeline.Edition, pipeline.Result]) -> None:
    _, result = seeds
    for path in result.files:
        pcm = decoded(path)
        seam = 2 * result.recording.tracks[0].frames
        for part in (pcm[:seam], pcm[seam:]):
            heard = measure([part], result.recording.rate, peak="true")
            assert heard.integrated == pytest.approx(-19.0, abs=0.4)
            assert heard.peak <= -1.0


def test_a_book_of_many_lines_is_told_as_it_grows(tmp_path: Path) -> None:
    heard: list[object] = []

    class Notes(Listener):
        def begins(self, script: Script) -> None:
            heard.append(script.metadata.title)

        def spoke(self, line: Line) -> None:
            heard.append(line.text)

        def mastered(self, track: Track) -> None:
            heard.append(track.frames)

        def encodes(self, name: str, frames: int) -> None:
            heard.append((name, frames))

        def published(self, path: Path) -> None:
            heard.append(path)

    (tmp_path / "a.txt").write_text("One. Two.")
    (edition,) = pipeline.plan(tmp_path / "a.txt", hummed(tmp_path))
    result = made(edition, Notes())
    frames = result.recording.frames
    assert heard == [
        edition.script.metadata.title,
        *(line.text for line in edition.script.chapters[0].lines),
        frames,
        ("m4b", frames),
        *result.files,
    ]


def test_nothing_but_the_book_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One. Two.")
    (edition,) = pipeline.plan(tmp_path / "a.txt", hummed(tmp_path, "m4b", "mp3", "mp3-chapters"))
    result = made(edition)
    assert sorted(path for path in (tmp_path / "build").rglob("*") if path.is_file()) == sorted(result.files)


def test_each_file_may_be_a_book(tmp_path: Path) -> None:
    for name in ("b10", "b9"):
        (tmp_path / f"{name}.txt").write_text(f"The words of {name}.")
    config = hummed(tmp_path).model_copy(update={"book": BookTable(each="file")})
    editions = pipeline.plan(tmp_path, config)
    assert [edition.book.chapters[0].source.path.name for edition in editions] == ["b9.txt", "b10.txt"]


@pytest.mark.parametrize("kilobits", [32, 96])
def test_the_bit_rate_is_what_was_asked_for_and_the_level_stays(tmp_path: Path, kilobits: int) -> None:
    (tmp_path / "a.txt").write_text("It was a long and stormy night, and the rain fell in the lane. " * 8)
    config = hummed(tmp_path, "m4b", "mp3")
    output = config.output.model_copy(update={"bitrate": kilobits})
    (edition,) = pipeline.plan(tmp_path / "a.txt", config.model_copy(update={"output": output}))
    result = made(edition)
    for path in result.files:
        _, told = ffmpeg.run("look", ["-i", str(path), "-f", "null", "-"])
        found = re.search(r"Audio: .*?(\d+) kb/s", told)
        assert found
        assert int(found[1]) == pytest.approx(kilobits, rel=0.35)
        assert measure([decoded(path)], result.recording.rate).integrated == pytest.approx(-19.0, abs=1.0)


def test_two_books_of_one_run_never_share_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One. Two.")
    (edition,) = pipeline.plan(tmp_path / "a.txt", hummed(tmp_path))
    (again,) = pipeline.plan(tmp_path / "a.txt", hummed(tmp_path))
    with pytest.raises(SameTarget, match=r"\.m4b"), pipeline.ready([edition, again]):
        pytest.fail("nothing may begin")


def test_marks_start_at_zero_touch_and_end_at_the_total(
    seeds: tuple[pipeline.Edition, pipeline.Result],
) -> None:
    _, result = seeds
    told, _ = ffmpeg.run("look", ["-i", str(result.files[0]), "-f", "ffmetadata", "-"])
    lines = told.decode().splitlines()
    starts, ends = (
        [int(line[len(key) :]) for line in lines if line.startswith(key)] for key in ("START=", "END=")
    )
    tracks = result.recording.tracks
    assert starts == [0, tracks[0].frames]
    assert ends == [tracks[0].frames, result.recording.frames]
    assert all(one == other for (_, one), (other, _) in pairwise(zip(starts, ends, strict=True)))


FULL_DISK = """
import shutil
import sys
from pathlib import Path
from narrate import pipeline
from narrate.config.load import load_config
from narrate.errors import DiskFull
from narrate.listener import Listener

(edition,) = pipeline.plan(Path("story.txt"), load_config(Path("narrate.toml")))
disk = edition.config.output.folder
try:
    with pipeline.ready([edition]) as build:
        left = int(sys.argv[1]) * 1000
        (disk / "other").write_bytes(bytes(shutil.disk_usage(disk).free - left))
        build(edition, Listener())
except DiskFull as error:
    print(error)
    sys.exit(len(list(disk.iterdir())) - 1)
sys.exit("it fitted")
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("unshare"), reason="makes a tiny disk with unshare"
)
@pytest.mark.parametrize("kilobytes", [16, 400, 900])
def test_a_disk_that_fills_during_a_build_is_told_and_left_clean(tmp_path: Path, kilobytes: int) -> None:
    (tmp_path / "story.txt").write_text("It was a long and stormy night, and the rain fell. " * 4)
    (tmp_path / "narrate.toml").write_text('[voices]\nnarrator = "rehearsal"\n[output]\nfolder = "disk"\n')
    (tmp_path / "disk").mkdir()
    mount = 'mount -t tmpfs -o size=4m none disk && exec "$0" -c "$1" "$2"'
    python = [sys.executable, FULL_DISK, str(kilobytes)]
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, *python]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("this machine lets nobody make a disk")
    assert done.returncode == 0, done.stderr
    assert "is full" in done.stdout
