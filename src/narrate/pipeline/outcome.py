"""What becomes of a job, and who watches."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from narrate.errors import NarrateError, Unforeseen
from narrate.listener import Listener
from narrate.pipeline.fetch import told_of
from narrate.pipeline.shelf import Job


class State(StrEnum):
    """How far a book is."""

    MADE = "made"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    STOPPED = "stopped"
    """Begun, and not finished when the batch was stopped; the next run goes on from there."""
    NOT_BEGUN = "not begun"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job."""

    job: Job
    state: State
    title: str = ""
    files: tuple[Path, ...] = ()
    length: float = 0.0
    """Seconds that the book takes to hear."""
    took: float = 0.0
    """Seconds of wall time, of all attempts."""
    spoken: int = 0
    """Lines that had never been spoken before."""
    attempts: int = 0
    error: Exception | None = None


class Ear(Listener):
    """Hear of one book; override what is worth telling."""

    anew = False
    """Whether any file was written."""

    def published(self, path: Path, *, anew: bool) -> None:
        """Note whether something was written."""
        del path
        self.anew = self.anew or anew


class Watch:
    """Hear of all books, from several threads; override what is worth telling."""

    def opens(self, books: int) -> None:
        """Note how many jobs there are."""

    def begins(self, job: Job, attempt: int) -> Ear:  # noqa: ARG002 - for those who tell
        """Note that a book is begun, the first time or again; return who hears how it goes."""
        return Ear()

    def postponed(self, job: Job, error: Exception) -> None:
        """Note that a book failed and will be tried again."""

    def settled(self, outcome: Outcome) -> None:
        """Note what became of a job for good."""


def failure(job: Job, error: Exception, title: str = "") -> Outcome:
    """Make an outcome of an error; what narrate does not know is told as such."""
    known = isinstance(error, NarrateError | OSError)
    told = error if known else Unforeseen(type(error).__name__, error)
    if job.named and isinstance(told, NarrateError):
        told = told_of(told, job.path, job.named)
    return Outcome(job, State.FAILED, title, error=told)
