"""The report of a batch, for programs: what became of every book, written whole after each of them."""

import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

from narrate.errors import BuildFailed, TargetNotWritable
from narrate.pipeline.outcome import Ear, Outcome, State, Watch
from narrate.pipeline.shelf import Job
from narrate.publish.drafts import drafts

EVERY = 1.0
"""Seconds that a report may be behind where books are only found unchanged."""


class Report(Watch):
    """Keep account of all books, pass on what is heard, and write it down where a file is wanted.

    Raises `TargetNotWritable` where the file cannot be written to from the beginning.
    """

    def __init__(self, jobs: Sequence[Job], path: Path | None, watch: Watch) -> None:
        self._outcomes = {id(job): Outcome(job, State.NOT_BEGUN) for job in jobs}
        self._path = path
        self._watch = watch
        self._begun = datetime.now(UTC)
        self._written = 0.0
        self._lock = Lock()
        try:
            self._write(None)
        except BuildFailed as error:
            said = error.__cause__
            raise TargetNotWritable(path, said.strerror if isinstance(said, OSError) else error) from error

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of every job until now, in their order."""
        with self._lock:
            return tuple(self._outcomes.values())

    @property
    def seconds(self) -> float:
        """Seconds since the batch was begun."""
        return _seconds(self._begun, None)

    def opens(self, books: int) -> None:
        """Pass it on."""
        self._watch.opens(books)

    def begins(self, job: Job, attempt: int) -> Ear:
        """Note that a book is no longer unbegun."""
        self._note(Outcome(job, State.STOPPED, attempts=attempt))
        return self._watch.begins(job, attempt)

    def postponed(self, job: Job, error: Exception) -> None:
        """Note why a book is to be tried again."""
        with self._lock:
            kept = self._outcomes[id(job)]
            self._outcomes[id(job)] = replace(kept, error=error)
        self._watch.postponed(job, error)

    def settled(self, outcome: Outcome) -> None:
        """Write what became of a book; that it cannot be written now is no reason to stop."""
        self._note(outcome)
        self._watch.settled(outcome)
        if outcome.state is not State.UNCHANGED or time.monotonic() - self._written > EVERY:
            with suppress(BuildFailed):
                self._write(None)

    def close(self) -> None:
        """Write the whole report; raises `DiskFull` or `FileRefused`."""
        self._write(datetime.now(UTC))

    def _note(self, outcome: Outcome) -> None:
        with self._lock:
            self._outcomes[id(outcome.job)] = outcome

    def _write(self, ended: datetime | None) -> None:
        self._written = time.monotonic()
        if self._path:
            told = json.dumps(summary(self.outcomes, self._begun, ended), indent=1, ensure_ascii=False)
            with drafts([self._path.absolute()]) as (draft,):
                draft.write_text(f"{told}\n", encoding="utf-8", errors="backslashreplace")


def summary(outcomes: Sequence[Outcome], begun: datetime, ended: datetime | None) -> dict[str, Any]:
    """Tell how a batch went, in plain values."""
    return {
        "narrate": version("narrate"),
        "begun": begun.isoformat(timespec="seconds"),
        "ended": ended and ended.isoformat(timespec="seconds"),
        "totals": {**_totals(outcomes), "seconds": _seconds(begun, ended)},
        "books": [_book(outcome) for outcome in outcomes],
    }


def _seconds(begun: datetime, ended: datetime | None) -> float:
    return round(((ended or datetime.now(UTC)) - begun).total_seconds(), 2)


def _totals(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    states = Counter(outcome.state for outcome in outcomes)
    return {
        "books": len(outcomes),
        **{state.value: states[state] for state in State},
        "audio_seconds": round(sum(outcome.length for outcome in outcomes), 2),
        "lines_spoken": sum(outcome.spoken for outcome in outcomes),
        "bytes": sum(each["bytes"] for outcome in outcomes for each in _files(outcome.files)),
    }


def _book(outcome: Outcome) -> dict[str, Any]:
    return {
        "path": outcome.job.name,
        "title": outcome.title,
        "state": outcome.state.value,
        "priority": outcome.job.priority,
        "files": _files(outcome.files),
        "seconds": round(outcome.took, 2),
        "audio_seconds": round(outcome.length, 2),
        "lines_spoken": outcome.spoken,
        "attempts": outcome.attempts,
        "error": None if outcome.error is None else str(outcome.error),
    }


def _files(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [{"path": str(path), "bytes": path.stat().st_size} for path in paths if path.exists()]
