import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from command import COMMAND, Narrate
from narrate import ffmpeg

PLUGINS = Path(__file__).parents[1] / "plugins"


def test_a_folder_becomes_an_audiobook_with_no_verb_given(
    narrate: Narrate, stories: Path, tmp_path: Path
) -> None:
    done = narrate(stories)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"Wells.m4b", "Wells.mp3"}
    assert re.search(r"Wells: 2 chapters, 0:\d\d", done.stdout)
    assert "chapter 2 of 2, The Old Bucket" in done.stderr
    told, _ = ffmpeg.run("look", ["-i", str(tmp_path / "build/Wells.m4b"), "-f", "ffmetadata", "-"])
    assert re.findall(rb"title=(.*)", told) == [b"Wells", b"The Well", b"The Old Bucket"]
    assert b"\nartist=A. Uthor\n" in told


def test_quiet_prints_the_files_and_nothing_else(narrate: Narrate, stories: Path) -> None:
    done = narrate("--quiet", "--format", "mp3", stories)
    assert (done.stdout, done.stderr) == ("build/Wells.mp3\n", "")


def test_formats_may_be_joined_by_commas(narrate: Narrate, stories: Path, tmp_path: Path) -> None:
    done = narrate("build", stories, "-f", "mp3,mp3-chapters", "-o", "out", "-q")
    assert done.returncode == 0, done.stderr
    files = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "out").rglob("*.mp3"))
    assert files == ["out/Wells.mp3", "out/Wells/01 - The Well.mp3", "out/Wells/02 - The Old Bucket.mp3"]


def test_several_paths_are_several_books(narrate: Narrate, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("A word.")
    done = narrate("one.txt", "two.txt", "--voice", "rehearsal", "-f", "mp3", "-q")
    assert done.stdout.splitlines() == ["build/One.mp3", "build/Two.mp3"]


def test_two_books_never_write_the_same_file(narrate: Narrate, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("A word.")
    done = narrate("one.txt", "two.txt", "--voice", "rehearsal", "--title", "Same")
    assert done.returncode == 2
    assert "two books would both be written to build/Same.m4b" in done.stderr
    assert not (tmp_path / "build").exists()


def test_the_same_book_gives_the_same_bytes(narrate: Narrate, stories: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert narrate(stories, "-o", folder, "-q").returncode == 0
    for name in ("Wells.m4b", "Wells.mp3"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


BAD_INPUT = {
    "no such path": (["nowhere"], "nowhere"),
    "an empty folder": (["empty"], "empty"),
    "an empty file": (["empty.txt"], "empty.txt"),
    "a binary file": (["binary.txt"], "binary.txt"),
    "an unknown voice": (["story.txt", "--voice", "elenor"], "eleanor"),
    "an unknown format": (["story.txt", "--format", "m4a"], "m4b"),
    "a missing cover": (["covered/story.txt"], "cover.jpg"),
    "a missing configuration": (["story.txt", "--config", "none.toml"], "none.toml"),
    "a target that is a file": (["story.txt", "--output", "story.txt"], "story.txt"),
    "a target below a file": (["story.txt", "--output", "story.txt/build"], "story.txt"),
    "an unknown option": (["story.txt", "--loud"], "--loud"),
    "nothing to say": (["dots.txt"], "nothing to say in 'Dots'"),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_gets_a_clear_sentence_and_exit_code_2(narrate: Narrate, tmp_path: Path, case: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "story.txt").write_text("A word.")
    (tmp_path / "dots.txt").write_text("… *** …")
    (tmp_path / "covered").mkdir()
    (tmp_path / "covered/story.txt").write_text("A word.")
    (tmp_path / "covered/narrate.toml").write_text('[book]\ncover = "cover.jpg"\n')
    before = sorted(tmp_path.rglob("*"))
    arguments, named = BAD_INPUT[case]
    done = narrate(*arguments)
    assert done.returncode == 2, done.stderr
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_no_ffmpeg_is_said_before_anything_is_spoken(narrate: Narrate, stories: Path, tmp_path: Path) -> None:
    done = narrate(stories, NARRATE_FFMPEG="/no/such/ffmpeg")
    assert done.returncode == 2
    assert "NARRATE_FFMPEG" in done.stderr
    assert not (tmp_path / "build").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="finds a file in /proc that not even root can read")
def test_a_file_that_cannot_be_read_is_named(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").symlink_to("/proc/self/mem")
    done = narrate("secret.txt")
    assert done.returncode == 2
    assert "secret.txt: cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_names_are_never_taken_for_codes_options_or_protocols(
    narrate: Narrate, stories: Path, tmp_path: Path
) -> None:
    done = narrate(stories, "-q", "-f", "mp3", "--title", "[/b] :smile: {0}", "--output=-pipe:b: 50%")
    assert done.returncode == 0, done.stderr
    (file,) = (tmp_path / "-pipe:b: 50%").iterdir()
    assert done.stdout == f"-pipe:b: 50%/{file.name}\n"
    assert "smile" in file.name


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_shows_the_time_left_on_a_terminal(stories: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command: list[str | Path] = [COMMAND, stories, "--title", "The [/Lost] Key", "-f", "mp3"]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # how a pseudo-terminal says that nobody writes any more
        while chunk := os.read(ours, 4096):
            shown += chunk
    assert process.wait(timeout=60) == 0, shown
    assert b"Speaking The [/Lost] Key" in shown
    assert b"Encoding" in shown
    assert b"100%" in shown


def test_a_line_that_no_attempt_can_speak_fails_the_build_and_leaves_the_old_book(
    narrate: Narrate, stories: Path, tmp_path: Path
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/Wells.mp3").write_bytes(b"the old book")
    (stories / "voices").mkdir()
    (stories / "voices/mute.toml").write_text('engine = "silent"\n')
    config = (
        (stories / "narrate.toml")
        .read_text()
        .replace('"rehearsal"', '"rehearsal"\nfolder = "voices"\ndialogue = "mute"')
    )
    (stories / "narrate.toml").write_text(config)
    done = narrate(stories, PYTHONPATH=str(PLUGINS), FAULTY_PIDS=os.devnull)
    assert done.returncode == 1, done.stderr
    assert "mute" in done.stderr
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["Wells.mp3"]
    assert (tmp_path / "build/Wells.mp3").read_bytes() == b"the old book"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_stops_a_build_at_once_and_leaves_nothing(
    stories: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    (stories / "voices").mkdir()
    (stories / "voices/stuck.toml").write_text('engine = "hanging"\n')
    (stories / "1.txt").write_text("They hang the lantern.")
    config = (stories / "narrate.toml").read_text().replace('"rehearsal"', '"stuck"\nfolder = "voices"')
    (stories / "narrate.toml").write_text(config)
    pids = tmp_path / "pids"
    pids.touch()
    process = subprocess.Popen(
        [COMMAND, stories],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PLUGINS), "FAULTY_PIDS": str(pids)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with process:
        assert process.stderr
        while "speaking" not in process.stderr.readline():
            assert process.poll() is None
        os.killpg(process.pid, number)
        assert process.wait(timeout=10) == code
    assert list((tmp_path / "build").iterdir()) == []
    assert not [pid for pid in pids.read_text().split() if Path("/proc", pid).exists()]
