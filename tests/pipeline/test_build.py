import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from master.ebur128 import measured
from narrate import ffmpeg
from narrate.config.load import load_config
from narrate.config.schema import BookTable, Config, OutputTable, VoicesTable, WorkTable
from narrate.errors import SameTarget
from narrate.listener import Listener
from narrate.master.codecs import GRID
from narrate.model.recording import Track
from narrate.model.script import Line, Script
from narrate.pipeline.build import Result
from narrate.pipeline.check import check
from narrate.pipeline.plan import Edition, plan
from pipeline.makers import made

SEEDS = Path(__file__).parents[2] / "seeds"


def hummed(tmp_path: Path, *formats: str, jobs: int = 1, cache: str = "") -> Config:
    return Config(
        voices=VoicesTable(narrator="rehearsal"),
        output=OutputTable(folder=tmp_path / "build", formats=formats or ("m4b",)),
        work=WorkTable(jobs=jobs, cache=cache),
    )


def story(tmp_path: Path, text: str = "One. Two.") -> Path:
    path = tmp_path / "a.txt"
    path.write_text(text)
    return path


def decoded(path: Path) -> bytes:
    pcm, _ = ffmpeg.run("decode", ["-i", str(path), "-map", "0:a", "-f", "s16le", "-"])
    return pcm


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Result]:
    """The user's two stories, spoken for real."""
    folder = tmp_path_factory.mktemp("build")
    config = load_config(SEEDS / "narrate.toml")
    output = config.output.model_copy(update={"folder": folder})
    config = config.model_copy(update={"output": output, "work": WorkTable(cache=str(folder / "cache"))})
    (edition,) = plan(SEEDS, config)
    return edition, made(edition)


def test_the_seeds_become_an_m4b_and_an_mp3(seeds: tuple[Edition, Result]) -> None:
    edition, result = seeds
    assert [path.name for path in result.files] == ["Two Portraits.m4b", "Two Portraits.mp3"]
    assert result.spoken == sum(len(chapter.lines) for chapter in edition.script.chapters)
    length = result.recording.frames / result.recording.rate
    assert length == pytest.approx(edition.estimate, rel=0.1)
    for path in result.files:
        assert len(decoded(path)) / 2 == pytest.approx(result.recording.frames, abs=1)


def test_every_silence_of_the_seeds_is_heard_as_configured(seeds: tuple[Edition, Result]) -> None:
    """Measured in the decoded M4B at -45 dBFS, which lies between speech and codec noise.

    The silence after a chapter's last word lasts until the next frame of the codecs' grid.
    """
    edition, result = seeds
    sound = np.abs(np.frombuffer(decoded(result.files[0]), "<i2")) > 32768 * 10 ** (-45 / 20)
    gaps = np.diff(np.concatenate([[-1], np.flatnonzero(sound), [len(sound)]])) - 1
    heard = [gap * 1000 / result.recording.rate for gap in gaps if gap > 0.33 * result.recording.rate]
    wanted: list[float] = [0]
    for chapter, track in zip(edition.script.chapters, result.recording.tracks, strict=True):
        tail = (track.frames - track.cues[-1].end) * 1000 / result.recording.rate
        assert 0 <= tail - chapter.lines[-1].silence < 1000 * GRID / result.recording.rate
        wanted[-1] += chapter.head
        wanted += [*(line.silence for line in chapter.lines[:-1]), tail]
    assert heard == pytest.approx(wanted, abs=5)


def test_every_chapter_of_the_seeds_is_at_its_level(seeds: tuple[Edition, Result]) -> None:
    _, result = seeds
    for path in result.files:
        pcm = decoded(path)
        seam = 2 * result.recording.tracks[0].frames
        for part in (pcm[:seam], pcm[seam:]):
            loudness, peak = measured(part, result.recording.rate)
            assert loudness == pytest.approx(-19.0, abs=0.4)
            assert peak <= -1.0


def test_a_book_of_many_lines_is_told_as_it_grows(tmp_path: Path) -> None:
    heard: list[object] = []
    encoded = 0

    class Notes(Listener):
        def begins(self, script: Script, encodings: int) -> None:
            heard.append((script.metadata.title, encodings))

        def spoke(self, lines: Sequence[Line]) -> None:
            heard.extend(line.text for line in lines)

        def mastered(self, track: Track) -> None:
            heard.append(track.frames)

        def encoded(self, frames: int) -> None:
            nonlocal encoded
            encoded += frames
            if heard[-1] != "encoded":
                heard.append("encoded")

        def published(self, path: Path, *, anew: bool) -> None:
            heard.append((path, anew))

    (edition,) = plan(story(tmp_path), hummed(tmp_path))
    result, again = made(edition, Notes()), made(edition, Notes())
    frames, lines = result.recording.frames, [line.text for line in edition.script.chapters[0].lines]
    told = [(edition.script.metadata.title, 1), *lines, frames, "encoded"]
    assert heard == [*told, (result.files[0], True), *told, (result.files[0], False)]
    assert encoded == 2 * frames
    assert (result.spoken, again.spoken) == (len(lines), 0)


def test_nothing_but_the_book_is_left(tmp_path: Path) -> None:
    (edition,) = plan(story(tmp_path), hummed(tmp_path, "m4b", "mp3", "mp3-chapters"))
    result = made(edition)
    assert sorted(path for path in (tmp_path / "build").rglob("*") if path.is_file()) == sorted(result.files)


def test_each_file_may_be_a_book(tmp_path: Path) -> None:
    for name in ("b10", "b9"):
        (tmp_path / f"{name}.txt").write_text(f"The words of {name}.")
    config = hummed(tmp_path).model_copy(update={"book": BookTable(each="file")})
    editions = plan(tmp_path, config)
    assert [edition.book.chapters[0].source.path.name for edition in editions] == ["b9.txt", "b10.txt"]


@pytest.mark.parametrize("kilobits", [32, 96])
def test_the_bit_rate_is_what_was_asked_for_and_the_level_stays(tmp_path: Path, kilobits: int) -> None:
    config = hummed(tmp_path, "m4b", "mp3")
    output = config.output.model_copy(update={"bitrate": kilobits})
    text = "It was a long and stormy night, and the rain fell in the lane. " * 8
    (edition,) = plan(story(tmp_path, text), config.model_copy(update={"output": output}))
    result = made(edition)
    for path in result.files:
        _, told = ffmpeg.run("look", ["-i", str(path), "-f", "null", "-"])
        found = re.search(r"Audio: .*?(\d+) kb/s", told)
        assert found
        assert int(found[1]) == pytest.approx(kilobits, rel=0.35)
        assert measured(decoded(path), result.recording.rate)[0] == pytest.approx(-19.0, abs=1.0)


def test_two_books_of_one_run_never_share_a_file(tmp_path: Path) -> None:
    (edition,) = plan(story(tmp_path), hummed(tmp_path))
    (again,) = plan(story(tmp_path), hummed(tmp_path))
    with pytest.raises(SameTarget, match=r"\.m4b"):
        check([edition, again])


def test_marks_start_at_zero_touch_and_end_at_the_total(seeds: tuple[Edition, Result]) -> None:
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


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_same_book_is_the_same_bytes_whoever_works(tmp_path: Path, jobs: int) -> None:
    """And with a cache of its own each time."""
    text = "\n\n".join(f"It was night number {n}, and the rain fell in the lane." for n in range(120))
    configs = [
        hummed(tmp_path, "m4b", "mp3", jobs=each, cache=str(tmp_path / cache))
        for each, cache in ((jobs, "a"), (2, "b"))
    ]
    (edition,), (other,) = (plan(story(tmp_path, text), config) for config in configs)
    first = [path.read_bytes() for path in made(edition).files]
    assert [path.read_bytes() for path in made(other).files] == first


FULL_DISK = """
import shutil
import sys
from pathlib import Path
from narrate.config.load import load_config
from narrate.errors import DiskFull
from narrate.listener import Listener
from narrate.pipeline.build import ready, workshop
from narrate.pipeline.check import check
from narrate.pipeline.plan import plan

if __name__ == "__main__":
    (edition,) = plan(Path("story.txt"), load_config(Path("narrate.toml")))
    check([edition])
    disk = edition.config.output.folder
    try:
        with workshop(edition.config.work, [], print) as place:
            build, left = ready([edition], place), int(sys.argv[1]) * 1000
            (disk / "other").write_bytes(bytes(shutil.disk_usage(disk).free - left))
            build(edition, Listener())
    except DiskFull as error:
        print(error)
        sys.exit(len(list(disk.glob(".*"))))
    sys.exit("it fitted")
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("unshare"), reason="makes a tiny disk with unshare"
)
@pytest.mark.parametrize("kilobytes", [16, 200, 300])
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
