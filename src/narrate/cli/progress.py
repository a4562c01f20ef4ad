"""Show how a build goes: a bar on a terminal, plain lines in a log."""

import time
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from narrate.cli.terminal import clock, count, err, tell
from narrate.listener import Listener
from narrate.model.recording import Track
from narrate.model.script import Line, Script


class Quiet(Listener, AbstractContextManager["Quiet"]):
    """Show nothing."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing behind."""


class Bar(Listener, AbstractContextManager["Bar"]):
    """Show a bar for the speaking and one for each format, with the time left."""

    def __enter__(self) -> Self:
        self._progress.__enter__()
        return self

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=err, transient=True)
        self._task = TaskID(0)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.__exit__(kind, error, trace)

    def begins(self, script: Script) -> None:
        """Start the bar of words."""
        self._task = self._progress.add_task(
            f"Speaking {script.metadata.title}"[:40], total=_characters(script)
        )

    def spoke(self, line: Line) -> None:
        """Move the bar of words."""
        self._progress.advance(self._task, len(line.spoken))

    def encodes(self, name: str, frames: int) -> None:
        """Start a format's bar."""
        self._task = self._progress.add_task(f"Encoding {name}", total=frames)

    def encoded(self, frames: int) -> None:
        """Move the format's bar."""
        self._progress.advance(self._task, frames)


class Log(Listener, AbstractContextManager["Log"]):
    """Print a line for every chapter and file."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._chapters = self._done = 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing behind."""

    def begins(self, script: Script) -> None:
        """Tell what is being made."""
        self._chapters = len(script.chapters)
        tell(f"speaking {script.metadata.title}: {count(self._chapters, 'chapter')}")

    def mastered(self, track: Track) -> None:
        """Tell which chapter is done."""
        self._done += 1
        took = clock(time.monotonic() - self._began)
        tell(f"  chapter {self._done} of {self._chapters}, {track.title}, done after {took}")

    def published(self, path: Path) -> None:
        """Tell which file stands."""
        tell(f"  wrote {path}")


def progress() -> Bar | Log:
    """Return the bar where someone watches, the log where nobody does."""
    return Bar() if err.is_terminal else Log()


def _characters(script: Script) -> int:
    return sum(len(line.spoken) for chapter in script.chapters for line in chapter.lines)
