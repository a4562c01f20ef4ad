"""The whole on one page: books in, audiobooks out."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from narrate.config.schema import WorkTable
from narrate.errors import SoundLost
from narrate.listener import Listener
from narrate.model.recording import Recording
from narrate.pipeline import work
from narrate.pipeline.hands import Hands
from narrate.pipeline.memory import remember
from narrate.pipeline.plan import Edition
from narrate.pipeline.prepare import laid, open_store
from narrate.pipeline.publish import clear, examine, orders, publish, shelves
from narrate.pipeline.record import Recorded, record
from narrate.pipeline.shared import prove_shared
from narrate.pipeline.speakers import rehearse
from narrate.pipeline.stage import Stage
from narrate.store.store import Store
from narrate.store.upkeep import tidy
from narrate.workers.crew import Crew
from narrate.workers.place import open_crew

ROOMS: Final = (
    "narrate.pipeline.work",
    "narrate.master.chapter",
    "narrate.master.encode",
    "narrate.publish.cover",
    "narrate.publish.verify",
)
"""What workers need sooner or later; those that start as copies of one process import it once."""

ATTEMPTS: Final = 3
"""Times that files are written because some of their sound was lost from the store meanwhile."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where books are made: who works, and where all that is finished is kept."""

    crew: Crew
    store: Store
    shelves: set[Path] = field(default_factory=set)
    """Folders that files are written to; at the end what was not finished there is taken away."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build made."""

    recording: Recording
    files: tuple[Path, ...]
    spoken: int
    """Lines that had never been spoken before."""
    took: float
    """Seconds of wall time."""


Build = Callable[[Edition, Listener], Result]
"""Makes one book and tells the listener how it goes."""


@contextmanager
def workshop(table: WorkTable, engines: Sequence[str], tell: Callable[[str], None]) -> Iterator[Workshop]:
    """Open a workshop as `[work]` says; at the end everybody leaves.

    `engines` are those that will be needed, `tell` hears why a machine of a cluster gets no work.
    """
    left: set[Path] = set()
    try:
        with open_crew(table, rooms=ROOMS, engines=engines, tell=tell) as crew:
            crew.prepare()
            store = open_store(table)
            if table.scheduler or table.runner == "dask":
                store.prove()
                prove_shared(crew, store)
            yield Workshop(crew, store, left)
    finally:
        work.leave()
        clear(left)


def ready(editions: Sequence[Edition], place: Workshop) -> Build:
    """Prove that cache, engines and voices will do, then return the function that builds one of these books.

    They have been `prepared`, or at least checked.
    """
    place.store.prove()
    stages = [set_stage(edition, place.store) for edition in editions]
    return lambda edition, listener: build(edition, stages[editions.index(edition)], place, listener)


def set_stage(edition: Edition, store: Store) -> Stage:
    """Hear every voice of a book, and return what workers must know of it."""
    config = edition.config
    speakers = rehearse(edition.cast, work.company(config.speech), store)
    return Stage(store.url, config.speech, config.output, speakers)


def build(
    edition: Edition, stage: Stage, place: Workshop, listener: Listener, urgency: float = 0.0
) -> Result:
    """Speak, stitch, level, encode and publish one book: all of it that was not done before.

    What is published was read back and found right.  Raises `BuildFailed`, leaving earlier files of the same
    names as they were, and in the store what was finished.
    """
    began, edition = time.monotonic(), laid(edition, place.store)
    place.shelves.update(shelves(edition))
    with Hands(place.crew, urgency) as hands:
        recorded, files = _made(edition, stage, place.store, hands, listener)
    if recorded.spoken:
        tidy(place.store, int(edition.config.work.cache_limit * 1e9))
    return Result(recorded.recording, files, recorded.spoken, time.monotonic() - began)


def _made(
    edition: Edition, stage: Stage, store: Store, hands: Hands, listener: Listener
) -> tuple[Recorded, tuple[Path, ...]]:
    """Record and publish; what the store lost in between is made once more."""
    encodings = list(dict.fromkeys(edition.encoding(form) for form in edition.forms.values()))
    listener.begins(edition.script, len(encodings))
    spoken, watching = 0, listener
    for last in (*[False] * (ATTEMPTS - 1), True):
        recorded = record(edition.script, stage, encodings, hands, watching)
        spoken, watching = spoken + recorded.spoken, Listener()  # all was told of once
        remember(edition, stage, store)
        wanted = list(orders(edition, recorded))
        try:
            publish(wanted, store, hands, listener)
        except SoundLost:
            if last:
                raise
            examine(wanted, store)
        else:
            break
    paths = (path for form in edition.forms.values() for path in edition.paths(form))
    return replace(recorded, spoken=spoken), tuple(paths)
