"""Show how a batch goes: a live table on a terminal, a line for every event in a log."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

from rich.console import Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from narrate.cli.terminal import clock, complain, count, err, tell
from narrate.model.recording import Track
from narrate.model.script import Line, Script
from narrate.model.words import shortened
from narrate.pipeline.outcome import Ear, Outcome, State, Watch
from narrate.pipeline.shelf import Job

SURE = 0.02
"""Share of the work after which the time left can be told."""
LONGEST_TITLE = 48
BAR = 24


def watch_for(*, quiet: bool) -> Watch:
    """Choose the table where someone watches, the log where nobody does, failures alone where it is quiet."""
    if quiet:
        return Failures()
    return Board() if err.is_terminal else Log()


@contextmanager
def shown(watch: Watch) -> Iterator[None]:
    """Keep the table, if it is one, on the terminal."""
    if isinstance(watch, Board):
        with Live(get_renderable=watch.render, console=err, transient=True, redirect_stdout=False):
            yield
    else:
        yield


class Failures(Watch):
    """Tell what failed."""

    def settled(self, outcome: Outcome) -> None:
        """Tell which book failed, and why."""
        if outcome.error is not None:
            complain(f"{outcome.job.name}: {outcome.error}")


class Log(Failures):
    """Tell of every event, and of unchanged books together."""

    def begins(self, job: Job, attempt: int) -> Ear:
        """Tell which book is begun."""
        tell(f"begun: {job.name}" if attempt == 1 else f"begun again, attempt {attempt}: {job.name}")
        return super().begins(job, attempt)

    def postponed(self, job: Job, error: Exception) -> None:
        """Tell which book failed for now, and why."""
        tell(f"later again: {job.name}: {error}")

    def settled(self, outcome: Outcome) -> None:
        """Tell what became of a book."""
        super().settled(outcome)
        if outcome.state is State.MADE:
            heard, took = clock(outcome.length), clock(outcome.took)
            tell(f"made: {outcome.job.name}: {outcome.title}, {heard}, in {took}")


class Row(Ear):
    """How far a book is."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.doing = "reading"
        self.began = time.monotonic()
        self._letters = self._spoken = self._frames = self._encoded = 0
        self._encodings = 1

    @property
    def share(self) -> float:
        """What is done of it: speaking is one half, encoding the other."""
        if not self._spoken:
            return 0.0
        expected = self._frames * self._encodings * self._letters / self._spoken
        return (self._spoken / self._letters + (self._encoded / expected if expected else 0.0)) / 2

    def begins(self, script: Script, encodings: int) -> None:
        """Take the book's own title."""
        self.name, self.doing, self._encodings = script.metadata.title, "speaking", encodings
        self._letters = sum(len(line.spoken) for chapter in script.chapters for line in chapter.lines)
        self._spoken = self._frames = self._encoded = 0

    def spoke(self, lines: Sequence[Line]) -> None:
        """Move on."""
        self._spoken += sum(len(line.spoken) for line in lines)

    def mastered(self, track: Track) -> None:
        """Foretell from it how much there will be to encode."""
        self._frames += track.frames
        self.doing = "encoding" if self._spoken == self._letters else "speaking"

    def encoded(self, frames: int) -> None:
        """Move on."""
        self._encoded += frames


class Board(Log):
    """Show the books at work, and sums of all others."""

    def __init__(self) -> None:
        self._books = 0
        self._rows: dict[int, Row] = {}
        self._states: Counter[State] = Counter()
        self._began = time.monotonic()
        self._lock = Lock()

    def opens(self, books: int) -> None:
        """Take the number of jobs."""
        self._books = books

    def begins(self, job: Job, attempt: int) -> Ear:
        """Show a book."""
        del attempt
        with self._lock:
            if not self._rows and not self._states[State.MADE]:
                self._began = time.monotonic()
            row = self._rows[id(job)] = Row(job.name)
        return row

    def postponed(self, job: Job, error: Exception) -> None:
        """Show a book no more."""
        self._take_away(job)
        super().postponed(job, error)

    def settled(self, outcome: Outcome) -> None:
        """Count a book instead of showing it."""
        self._take_away(outcome.job)
        with self._lock:
            self._states[outcome.state] += 1
        super().settled(outcome)

    def render(self) -> Group:
        """Draw the table as it is now, which is empty before the books are counted."""
        with self._lock:
            rows, states = list(self._rows.values()), Counter(self._states)
        grid = Table.grid(padding=(0, 2))
        for row in rows:
            grid.add_row(*_cells(row))
        return Group(grid, *([Text(self._sums(rows, states))] if self._books else []))

    def _sums(self, rows: Sequence[Row], states: Mapping[State, int]) -> str:
        done = sum(states.values())
        told = [f"{number:,} {state}" for state, number in states.items() if number]
        told += [f"{len(rows)} at work"] if rows else []
        left = _left(self._began, self._share(rows, states))
        return ", ".join([f"{done:,} of {count(self._books, 'book')}", *told, *([left] if left else [])])

    def _share(self, rows: Sequence[Row], states: Mapping[State, int]) -> float:
        """Return what is done of all that is not found done, as if all books were of one length."""
        idle = states.get(State.UNCHANGED, 0)
        return (sum(states.values()) - idle + sum(row.share for row in rows)) / max(1, self._books - idle)

    def _take_away(self, job: Job) -> None:
        with self._lock:
            self._rows.pop(id(job), None)


def _cells(row: Row) -> tuple[Text, Text, ProgressBar, Text, Text]:
    name, share = Text(shortened(row.name, LONGEST_TITLE)), row.share
    bar = ProgressBar(total=1.0, completed=share, width=BAR)
    return name, Text(row.doing), bar, Text(f"{share:4.0%}"), Text(_left(row.began, share))


def _left(began: float, share: float) -> str:
    """Say how long it will take yet, where that can be known."""
    elapsed = time.monotonic() - began
    return f"{clock(elapsed * (1 - share) / share)} left" if SURE < share < 1 else ""
