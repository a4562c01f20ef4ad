import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from command import COMMAND, Narrate

PLUGINS = Path(__file__).parents[1] / "plugins"
FICKLE = '''
import os
from contextlib import suppress
from pathlib import Path
from narrate.speak.engines.tone import ToneEngine


class Fickle(ToneEngine):
    """Fails at the first line that says so, ever."""

    def speak(self, text, voice):
        been = Path(os.environ["FICKLE"])
        if "stumble" in text and not been.exists():
            been.touch()
            raise ValueError("not today")
        return super().speak(text, voice)
'''

Shelf = Callable[..., Path]


@pytest.fixture
def batch(narrate: Narrate, cache: Path) -> Narrate:
    """Run `narrate batch` with a cache of its own."""

    def run(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        return narrate("batch", *arguments, **{"NARRATE_CACHE": str(cache), **variables})

    return run


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Put books of one line on a shelf, all of which hum."""

    def fill(**books: str) -> Path:
        for name, text in books.items():
            (tmp_path / "shelf" / name).mkdir(parents=True)
            (tmp_path / "shelf" / name / "story.txt").write_text(text)
            (tmp_path / "shelf" / name / "narrate.toml").write_text('[voices]\nnarrator = "rehearsal"\n')
        return tmp_path / "shelf"

    return fill


def report(path: Path) -> dict[str, Any]:
    """Read a report, its books by the names of their paths."""
    told: dict[str, Any] = json.loads(path.read_text())
    return {**told, "books": {Path(book["path"]).name: book for book in told["books"]}}


def states(told: dict[str, Any]) -> dict[str, str]:
    return {name: book["state"] for name, book in told["books"].items()}


def begun(done: "subprocess.CompletedProcess[str]") -> list[str]:
    return [Path(line.split(": ")[1]).name for line in done.stderr.splitlines() if line.startswith("begun: ")]


def test_a_bad_book_stops_no_other_and_the_next_run_begins_only_with_it(
    batch: Narrate, shelf: Shelf, tmp_path: Path
) -> None:
    folder = shelf(good="One word.", bad="…", fine="Another word.")
    done = batch(folder, "-f", "mp3", "--report", "r.json")
    assert done.returncode == 3, done.stderr
    assert "found 3 books" in done.stderr
    assert "shelf/bad: there is nothing to say" in done.stderr
    told = report(tmp_path / "r.json")
    assert states(told) == {"bad": "failed", "fine": "made", "good": "made"}
    good = told["books"]["good"]
    assert good["title"] == "Good"
    assert good["attempts"] == 1
    assert good["lines_spoken"] >= 1
    assert good["error"] is None
    assert [Path(file["path"]).name for file in good["files"]] == ["Good.mp3"]
    assert good["files"][0]["bytes"] == (tmp_path / "build/Good.mp3").stat().st_size
    assert "nothing to say" in told["books"]["bad"]["error"]
    assert told["totals"]["made"] == 2
    assert told["totals"]["failed"] == 1
    assert told["begun"] <= told["ended"]

    os.utime(folder / "good/story.txt")
    again = batch(folder, "-f", "mp3", "--report", "r.json")
    assert again.returncode == 3
    assert begun(again) == ["bad"]
    assert states(report(tmp_path / "r.json")) == {"bad": "failed", "fine": "unchanged", "good": "unchanged"}


def test_what_changed_is_made_again_and_nothing_else(batch: Narrate, shelf: Shelf, tmp_path: Path) -> None:
    folder = shelf(words="One word.", files="Another word.", voice="A third.", same="A fourth.")
    assert batch(folder, "-f", "mp3", "-q").returncode == 0
    (folder / "words/story.txt").write_text("One other word.")
    (tmp_path / "build/Files.mp3").unlink()
    (folder / "voice/narrate.toml").write_text('[voices]\nnarrator = "rehearsal"\n[pauses]\nhead = 900\n')
    done = batch(folder, "-f", "mp3", "--report", "r.json")
    assert done.returncode == 0, done.stderr
    assert sorted(begun(done)) == ["files", "voice", "words"]
    told = report(tmp_path / "r.json")
    assert states(told) == {"files": "made", "same": "unchanged", "voice": "made", "words": "made"}
    assert told["books"]["files"]["lines_spoken"] == 0


def test_a_list_of_jobs_sets_layout_priorities_and_settings(batch: Narrate, tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    for name in ("one", "two", "three"):
        (tmp_path / f"lists/{name}.txt").write_text(f"A word for {name}.")
    (tmp_path / "lists/JOBS.toml").write_text(
        """
        [batch]
        output = "../out"
        layout = "{author}/{series}/{part} - {title}"
        books = 1

        [defaults.book]
        author = "A. Uthor"

        [defaults.voices]
        narrator = "rehearsal"

        [defaults.output]
        formats = ["mp3"]

        [[book]]
        path = "one.txt"

        [[book]]
        path = "two.txt"
        priority = 5
        [book.settings.book]
        series = "Numbers"
        part = 2

        [[book]]
        path = "three.txt"
        priority = 1
        settings.book.title = "The Third: And Last"
        """
    )
    done = batch("lists/JOBS.toml")
    assert done.returncode == 0, done.stderr
    assert begun(done) == ["two.txt", "three.txt", "one.txt"]
    files = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.mp3"))
    assert files == [
        "A. Uthor/Numbers/2 - Two/Two.mp3",
        "A. Uthor/One/One.mp3",
        "A. Uthor/The Third - And Last/The Third - And Last.mp3",
    ]


def test_two_books_for_one_file_both_fail_and_no_other(batch: Narrate, shelf: Shelf, tmp_path: Path) -> None:
    folder = shelf(a="One word.", b="Another word.", c="A third.")
    for name in "ab":
        with (folder / name / "narrate.toml").open("a") as file:
            file.write('[book]\ntitle = "Same"\n')
    done = batch(folder, "-f", "mp3", "--report", "r.json")
    assert done.returncode == 3
    assert states(report(tmp_path / "r.json")) == {"a": "failed", "b": "failed", "c": "made"}
    assert begun(done) == ["c"]
    assert "Same.mp3 would be written by several books" in done.stderr


def test_what_chance_may_have_failed_is_tried_again_after_the_others(
    batch: Narrate, shelf: Shelf, tmp_path: Path
) -> None:
    folder = shelf(first="They stumble here.", second="A word.")
    (tmp_path / "plugins/fickle-1.0.dist-info").mkdir(parents=True)
    (tmp_path / "plugins/fickle.py").write_text(FICKLE)
    info = tmp_path / "plugins/fickle-1.0.dist-info"
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fickle\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[narrate.engines]\nfickle = fickle:Fickle\n")
    (folder / "first/voices").mkdir()
    (folder / "first/voices/hum.toml").write_text('engine = "fickle"\n')
    (folder / "first/narrate.toml").write_text(
        '[voices]\nnarrator = "hum"\nfolder = "voices"\n[speech]\nattempts = 1\n'
    )
    variables = {"PYTHONPATH": str(tmp_path / "plugins"), "FICKLE": str(tmp_path / "been")}
    done = batch(folder, "-f", "mp3", "--books", "1", "--report", "r.json", **variables)
    assert done.returncode == 0, done.stderr
    events = [line.split(":")[0] for line in done.stderr.splitlines()]
    assert [event for event in events if "begun" in event] == ["begun", "begun", "begun again, attempt 2"]
    assert events.count("later again") == 1
    told = report(tmp_path / "r.json")
    assert (told["books"]["first"]["state"], told["books"]["first"]["attempts"]) == ("made", 2)
    assert told["books"]["second"]["attempts"] == 1

    (tmp_path / "been").unlink()
    (folder / "first/story.txt").write_text("They stumble once more.")
    given_up = batch(folder, "-f", "mp3", "--retries", "0", **variables)
    assert given_up.returncode == 3


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_batch_and_the_next_run_goes_on(
    batch: Narrate, shelf: Shelf, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    folder = shelf(early="A word.", late="They hang the lantern.", never="The last word.")
    (folder / "late/voices").mkdir()
    (folder / "late/voices/stuck.toml").write_text('engine = "hanging"\n')
    (folder / "late/narrate.toml").write_text('[voices]\nnarrator = "stuck"\nfolder = "voices"\n')
    pids = tmp_path / "pids"
    pids.touch()
    variables = {"PYTHONPATH": str(PLUGINS), "FAULTY_PIDS": str(pids)}
    options = ["-f", "mp3", "--books", "1", "--jobs", "2", "--report", "r.json", "--layout", "{title}"]
    with subprocess.Popen(
        [COMMAND, "batch", folder, *options],
        cwd=tmp_path,
        env={**os.environ, **variables},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr
        while "late" not in process.stderr.readline():
            assert process.poll() is None
        while not (tmp_path / "hanging").exists():
            assert process.poll() is None
        os.killpg(process.pid, number)
        assert process.wait(timeout=10) == code
    told = report(tmp_path / "r.json")
    assert states(told) == {"early": "made", "late": "stopped", "never": "not begun"}
    assert told["ended"]
    assert [
        str(path.relative_to(tmp_path / "build")) for path in sorted((tmp_path / "build").rglob("*"))
    ] == [
        "Early",
        "Early/Early.mp3",
    ]
    patience = time.monotonic() + 5
    while any(Path("/proc", pid).exists() for pid in pids.read_text().split()):
        assert time.monotonic() < patience

    (folder / "late/story.txt").write_text("They light the lantern.")
    again = batch(folder, *options, **variables)
    assert again.returncode == 0, again.stderr
    assert states(report(tmp_path / "r.json")) == {"early": "unchanged", "late": "made", "never": "made"}


def test_quiet_prints_the_files_and_what_failed(batch: Narrate, shelf: Shelf) -> None:
    done = batch(shelf(good="A word.", bad="…"), "-f", "mp3", "-q")
    assert done.stdout == "build/Good.mp3\n"
    assert len(done.stderr.splitlines()) == 1


UNUSABLE = {
    "no such path": (["nowhere"], "nowhere"),
    "a folder without stories": (["empty"], "there is no story in this folder"),
    "a list without books": (["none.toml"], "there is no [[book]]"),
    "a list with mistakes": (["wrong.toml"], "did you mean"),
    "a bad layout": (["story.toml", "--layout", "{autor}"], '--layout: a layout has no field "autor"'),
    "a bad number": (["story.toml", "--retries", "-1"], "--retries: -1 is not a whole number"),
    "no room for a report": (["story.toml", "--report", "story.toml/r.json"], "story.toml"),
    "no ffmpeg": (["story.toml"], "NARRATE_FFMPEG"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_cannot_be_begun_is_exit_code_2(batch: Narrate, tmp_path: Path, case: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "story.txt").write_text("A word.")
    (tmp_path / "none.toml").write_text("[batch]\nretries = 1\n")
    (tmp_path / "wrong.toml").write_text('[[book]]\npath = "story.txt"\npriorty = 1\n')
    (tmp_path / "story.toml").write_text(
        '[[book]]\npath = "story.txt"\nsettings.voices.narrator = "rehearsal"\n'
    )
    arguments, named = UNUSABLE[case]
    variables = {"NARRATE_FFMPEG": "/no/such/ffmpeg"} if case == "no ffmpeg" else {}
    done = batch(*arguments, **variables)
    assert done.returncode == 2, done.stderr
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "build").exists()


def test_none_made_is_exit_code_1(batch: Narrate, shelf: Shelf) -> None:
    assert batch(shelf(a="…", b="…")).returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_a_table_and_then_the_sums(shelf: Shelf, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command: list[str | Path] = [COMMAND, "batch", shelf(good="A word.", bad="…"), "-f", "mp3"]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    written = b""
    with suppress(OSError):  # how a pseudo-terminal says that nobody writes any more
        while chunk := os.read(ours, 4096):
            written += chunk
    assert process.wait(timeout=60) == 3, written
    assert b"of 2 books" in written
    assert b"made: " in written
    assert written.rstrip().split(b"\x1b[2K")[-1].startswith(b"1 made, 1 failed; took")


def test_a_story_is_no_list_of_books(batch: Narrate, tmp_path: Path) -> None:
    (tmp_path / "fox.epub").write_bytes(b"PK\x03\x04\xec")
    done = batch("fox.epub")
    assert done.returncode == 2
    assert "fox.epub is a story, not a list of books" in done.stderr
