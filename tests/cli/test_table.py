from io import StringIO
from pathlib import Path

from rich.console import Console

from narrate.cli.table import Board
from narrate.config.schema import Config
from narrate.errors import LineNotSpoken
from narrate.model.metadata import Metadata
from narrate.model.script import ChapterScript, Line, Role, Script
from narrate.pipeline.outcome import Outcome, State
from narrate.pipeline.shelf import Job

JOBS = [Job(Path(f"[{number}].txt"), 0, Config()) for number in range(2_000)]
LINES = tuple(Line("A word.", Role.NARRATOR, "a") for _ in range(4))


def shown(board: Board) -> list[str]:
    page = StringIO()
    Console(file=page, width=100).print(board.render())
    return [line.rstrip() for line in page.getvalue().splitlines()]


def test_the_table_shows_those_at_work_and_sums_of_thousands() -> None:
    board = Board()
    board.opens(len(JOBS))
    for job in JOBS[:1_990]:
        board.settled(Outcome(job, State.UNCHANGED))
    ear = board.begins(JOBS[1_990], 1)
    board.begins(JOBS[1_991], 1)
    ear.begins(Script(Metadata(title="Emma [/b]"), (ChapterScript("One", Path("a"), LINES),)), 1)
    ear.spoke(LINES[:2])
    first, second, sums = shown(board)
    assert first.startswith("Emma [/b]")
    assert "speaking" in first
    assert "25%" in first
    assert second.startswith("[1991].txt")
    assert sums.startswith("1,990 of 2,000 books, 1,990 unchanged, 2 at work")


def test_a_book_leaves_the_table_when_it_is_done_or_put_off() -> None:
    board = Board()
    board.opens(2)
    for job in JOBS[:2]:
        board.begins(job, 1)
    board.settled(Outcome(JOBS[0], State.MADE))
    board.postponed(JOBS[1], LineNotSpoken("a", "b", "c", "once", "d"))
    assert shown(board)[-1].startswith("1 of 2 books, 1 made")
    assert not any("txt" in line for line in shown(board))
