import json
from pathlib import Path

import pytest

from narrate.config.schema import Config
from narrate.errors import EmptyStory, LineNotSpoken, TargetNotWritable
from narrate.pipeline.outcome import Outcome, State, Watch, failure
from narrate.pipeline.report import Report
from narrate.pipeline.shelf import Job

MADE, BAD, BEGUN, NEW = (
    Job(Path(name), 0, Config()) for name in ("made.txt", "bad.txt", "begun.txt", "new.txt")
)


def told(path: Path) -> list[tuple[str, str, str | None]]:
    return [(book["path"], book["state"], book["error"]) for book in json.loads(path.read_text())["books"]]


def test_a_report_is_whole_from_the_first_moment_to_the_last(tmp_path: Path) -> None:
    path = tmp_path / "reports/r.json"
    report = Report([MADE, BAD, BEGUN, NEW], path, Watch())
    assert {state for _, state, _ in told(path)} == {"not begun"}
    (tmp_path / "a.mp3").write_bytes(b"12345")
    report.begins(MADE, 1)
    report.settled(Outcome(MADE, State.MADE, "Title", (tmp_path / "a.mp3",), 60.0, 2.0, 7, 1))
    assert told(path)[0] == ("made.txt", "made", None)
    assert json.loads(path.read_text())["ended"] is None
    report.settled(failure(BAD, EmptyStory("bad.txt")))
    report.begins(BEGUN, 1)
    report.postponed(BEGUN, LineNotSpoken("a", "b", "c", "once", "d"))
    report.close()
    last = json.loads(path.read_text())
    assert last["ended"]
    assert (
        last["totals"].items() >= {"books": 4, "made": 1, "failed": 1, "stopped": 1, "not begun": 1}.items()
    )
    assert (last["totals"]["bytes"], last["totals"]["lines_spoken"]) == (5, 7)
    assert [state for _, state, _ in told(path)] == ["made", "failed", "stopped", "not begun"]
    assert "the file is empty" in str(told(path)[1][2])
    assert "could not speak" in str(told(path)[2][2])
    assert [file.name for file in path.parent.iterdir()] == ["r.json"]


def test_a_place_that_takes_no_report_is_told_of_before_anything_else(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TargetNotWritable, match=r"^cannot write to [^:]*r\.json: [^:;]*; choose"):
        Report([], tmp_path / "file/r.json", Watch())
