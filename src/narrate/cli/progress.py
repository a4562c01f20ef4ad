"""Show how a build goes: a bar on a terminal, plain lines in a log."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

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
    """Show a bar for the speaking and one for the encoding, with the time left."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._letters = self._spoken = self._frames = 0

    def begins(self, script: Script, encodings: int) -> None:
        """Start both bars."""
        self._letters = sum(len(line.spoken) for chapter in script.chapters for line in chapter.lines)
        self._encodings = encodings
        self._speaking = self._bar.add_task(f"Speaking {script.metadata.title}"[:40], total=self._letters)
        self._encoding = self._bar.add_task("Encoding", total=None)

    def spoke(self, lines: Sequence[Line]) -> None:
        """Move the first bar."""
        self._spoken += sum(len(line.spoken) for line in lines)
        self._bar.update(self._speaking, completed=self._spoken)

    def mastered(self, track: Track) -> None:
        """Foretell from the chapters until now how much there will be to encode."""
        self._frames += track.frames * self._encodings
        self._bar.update(self._encoding, total=self._frames * self._letters / self._spoken)

    def encoded(self, frames: int) -> None:
        """Move the second bar."""
        self._bar.advance(self._encoding, frames)


class Log(Listener):
    """Print a line for every chapter."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._chapters = self._done = 0

    def begins(self, script: Script, encodings: int) -> None:
        """Tell what is being made."""
        del encodings
        self._chapters = len(script.chapters)
        tell(f"speaking {script.metadata.title}: {count(self._chapters, 'chapter')}")

    def mastered(self, track: Track) -> None:
        """Tell which chapter is done."""
        self._done += 1
        took = clock(time.monotonic() - self._began)
        tell(f"  chapter {self._done} of {self._chapters}, {track.title}, spoken after {took}")

    def published(self, path: Path, *, anew: bool) -> None:
        """Tell which file is done."""
        took = clock(time.monotonic() - self._began)
        tell(f"  {path.name} {f'written after {took}' if anew else 'stands as it was'}")
