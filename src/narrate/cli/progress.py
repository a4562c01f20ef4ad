"""Show how a build goes: a bar on a terminal, plain lines in a log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from narrate.cli.terminal import clock, count, err, tell
from narrate.listener import Listener
from narrate.model.recording import Track
from narrate.model.script import Line, Script


@contextmanager
def progress(*, quiet: bool) -> Iterator[Listener]:
    """Offer the bar where someone watches, the log where nobody does, and nothing where silence is wanted."""
    if quiet:
        yield Listener()
    elif err.is_terminal:
        words = TextColumn("{task.description}", markup=False)
        with Progress(
            words, BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=err, transient=True
        ) as bar:
            yield Bar(bar)
    else:
        yield Log()


class Bar(Listener):
    """Show a bar for the speaking and one for each format, with the time left."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = TaskID(0)

    def begins(self, script: Script) -> None:
        """Start the bar of words."""
        letters = sum(len(line.spoken) for chapter in script.chapters for line in chapter.lines)
        self._task = self._bar.add_task(f"Speaking {script.metadata.title}"[:40], total=letters)

    def spoke(self, line: Line) -> None:
        """Move the bar of words."""
        self._bar.advance(self._task, len(line.spoken))

    def encodes(self, name: str, frames: int) -> None:
        """Start a format's bar."""
        self._task = self._bar.add_task(f"Encoding {name}", total=frames)

    def encoded(self, frames: int) -> None:
        """Move the format's bar."""
        self._bar.advance(self._task, frames)


class Log(Listener):
    """Print a line for every chapter."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._chapters = self._done = 0

    def begins(self, script: Script) -> None:
        """Tell what is being made."""
        self._chapters = len(script.chapters)
        tell(f"speaking {script.metadata.title}: {count(self._chapters, 'chapter')}")

    def mastered(self, track: Track) -> None:
        """Tell which chapter is done."""
        self._done += 1
        took = clock(time.monotonic() - self._began)
        tell(f"  chapter {self._done} of {self._chapters}, {track.title}, done after {took}")
