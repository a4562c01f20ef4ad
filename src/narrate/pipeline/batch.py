"""Many books in one run: those unchanged are passed over, the others made a few at a time in one workshop."""

import time
from collections.abc import Generator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Final

from narrate.config.jobs import BatchTable
from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.errors import NarrateError
from narrate.pipeline import work
from narrate.pipeline.build import Result, Workshop, build, set_stage
from narrate.pipeline.chances import may_pass
from narrate.pipeline.check import check
from narrate.pipeline.outcome import Ear, Outcome, State, Watch, failure
from narrate.pipeline.plan import Edition, plan
from narrate.pipeline.prepare import laid
from narrate.pipeline.shelf import Job
from narrate.pipeline.speakers import rehearse
from narrate.pipeline.survey import Found, Surveyor, shared
from narrate.pipeline.unchanged import Kept, remember

FAREWELL: Final = 5.0
"""Seconds that threads have to let go of their books."""

Draft = tuple[Found, Outcome]
"""A book to be made, and what became of it until now."""


def run(
    jobs: Sequence[Job], table: BatchTable, place: Workshop, watch: Watch
) -> Generator[Outcome, None, None]:
    """Yield what became of every job, as soon as it is known for good.

    One bad book stops no other: its error is its outcome.  What may pass is tried again when all others are
    done.  When the iterator is left early, the crew goes home, and nothing half-written stays.
    """
    watch.opens(len(jobs))
    surveyor = Surveyor(table, place.store)
    settled, wanted = shared([surveyor.look(job) for job in jobs])
    yield from settled
    _rehearse(wanted, place)
    floor = _Floor(table, place, surveyor, watch)
    drafts = [(found, Outcome(found.job, State.NOT_BEGUN, found.title)) for found in wanted]
    for last in (*[False] * table.retries, True):
        drafts = yield from floor.round(drafts, last=last)


def engines(jobs: Sequence[Job]) -> list[str]:
    """Name the engines of all who may speak."""
    casts = (
        cast_of(job.config, catalogue(job.config.voices.folder))
        for job in jobs
        if isinstance(job.config, Config)
    )
    return sorted({voice.engine for cast in casts for voice in cast.values()})


def _rehearse(wanted: Sequence[Found], place: Workshop) -> None:
    """Prove that ffmpeg is there, and hear all voices while this can still be interrupted.

    A voice that fails now is heard again with its book, and then it is that book's failure.
    """
    from narrate import ffmpeg

    if wanted:
        ffmpeg.executable()
        place.store.prove()
    heard = {
        (found.config.speech, voice)
        for found in wanted
        for voice in cast_of(found.config, catalogue(found.config.voices.folder)).values()
    }
    for speech, voice in sorted(heard, key=lambda pair: pair[1].name):
        with suppress(NarrateError):
            rehearse({voice.name: voice}, work.company(speech), place.store)


class _Floor:
    """Where a few books at a time are made, each by a thread that plans it and then waits for the crew."""

    def __init__(self, table: BatchTable, place: Workshop, surveyor: Surveyor, watch: Watch) -> None:
        self._table = table
        self._place = place
        self._surveyor = surveyor
        self._watch = watch
        self._closing = Event()
        self._folders = Lock()

    def round(self, drafts: Sequence[Draft], *, last: bool) -> Generator[Outcome, None, list[Draft]]:
        """Try every book once; return those that deserve another try."""
        waiting: SimpleQueue[Draft] = SimpleQueue()
        done: SimpleQueue[Draft] = SimpleQueue()
        for draft in sorted(drafts, key=lambda draft: -draft[0].job.priority):
            waiting.put(draft)
        threads = [
            Thread(target=self._work, args=(waiting, done), daemon=True)
            for _ in range(min(self._table.books, len(drafts)))
        ]
        again = []
        try:
            for thread in threads:
                thread.start()
            for _ in drafts:
                found, outcome = done.get()
                if last or outcome.error is None or not may_pass(outcome.error):
                    yield outcome
                else:
                    self._watch.postponed(found.job, outcome.error)
                    again.append((found, outcome))
        except BaseException:
            self._close(threads)
            raise
        return again

    def _close(self, threads: Sequence[Thread]) -> None:
        """Send the crew home, and wait until the threads have noticed."""
        self._closing.set()
        self._place.crew.close()
        until = time.monotonic() + FAREWELL
        for thread in threads:
            if thread.ident:
                thread.join(max(0.0, until - time.monotonic()))

    def _work(self, waiting: "SimpleQueue[Draft]", done: "SimpleQueue[Draft]") -> None:
        with suppress(Empty):
            while not self._closing.is_set():
                found, so_far = waiting.get_nowait()
                done.put((found, self._tried(found, so_far)))

    def _tried(self, found: Found, so_far: Outcome) -> Outcome:
        began, attempts = time.monotonic(), so_far.attempts + 1
        try:
            outcome = self._made(found, attempts)
        except Exception as error:  # noqa: BLE001 - one bad book stops no other
            outcome = failure(found.job, error, found.title)
        return replace(outcome, took=so_far.took + time.monotonic() - began, attempts=attempts)

    def _made(self, found: Found, attempt: int) -> Outcome:
        """Plan and build a book; remember it, unless it was changed meanwhile."""
        ear = self._watch.begins(found.job, attempt)
        address = self._surveyor.address(found)
        edition = self._planned(found)
        metadata = edition.script.metadata
        result = self._built(edition, found, ear)
        length = result.recording.frames / result.recording.rate
        if self._surveyor.address(found) == address:
            files = tuple(map(str, result.files))
            targets = self._surveyor.targets(found.config, metadata)
            remember(self._place.store, address, Kept(metadata.title, targets, files, length))
        state = State.MADE if ear.anew else State.UNCHANGED
        return Outcome(found.job, state, metadata.title, result.files, length, spoken=result.spoken)

    def _planned(self, found: Found) -> Edition:
        (planned,) = plan(found.job.path, found.config, found.job.named, self._place.store)
        placed = self._surveyor.placed(found.config, planned.script.metadata)
        return replace(laid(planned, self._place.store), config=placed)

    def _built(self, edition: Edition, found: Found, ear: Ear) -> Result:
        try:
            with self._folders:
                self._go_on()
                check([edition])
            stage = set_stage(edition, self._place.store)
            self._go_on()
            return build(edition, stage, self._place, ear, float(found.job.priority))
        except BaseException:
            with self._folders:
                _tidy(edition.config.output.folder, found.config.output.folder)
            raise

    def _go_on(self) -> None:
        """Let go of a book when the batch ends."""
        if self._closing.is_set():
            raise CancelledError


def _tidy(folder: Path, base: Path) -> None:
    """Remove what a layout made for a book that failed, where it is empty."""
    with suppress(OSError):
        while folder != base:
            folder.rmdir()
            folder = folder.parent
