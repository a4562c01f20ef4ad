"""Look at every job before anything is spoken: is it unchanged, can it be read, and what will it write."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from narrate import plugins
from narrate.config.jobs import BatchTable
from narrate.config.schema import Config
from narrate.errors import BadInput, NarrateError, TargetShared
from narrate.model.metadata import Metadata
from narrate.pipeline import work
from narrate.pipeline.chances import may_pass
from narrate.pipeline.layout import folders
from narrate.pipeline.outcome import Outcome, State, failure
from narrate.pipeline.shelf import Job
from narrate.pipeline.unchanged import Kept, edition_address, unchanged
from narrate.read.folder import read_books
from narrate.store.store import Store

NAMED: Final = 3
"""Books that an error message names."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at a job showed."""

    job: Job
    config: Config
    """Its settings; the output folder is that below which its layout begins."""
    title: str = ""
    targets: tuple[str, ...] = ()
    """The files that no other book may write."""
    kept: Kept | None = None
    """What is remembered of it where it is unchanged."""


class Surveyor:
    """Look at jobs, one after the other."""

    def __init__(self, table: BatchTable, store: Store) -> None:
        self._table = table
        self._store = store
        self._versions: dict[str, str] = {}

    def look(self, job: Job) -> Found | Outcome:
        """Look at a job; a book that cannot be made is an outcome already."""
        if isinstance(job.config, BadInput):
            return failure(job, job.config)
        try:
            return self._found(job, job.config)
        except Exception as error:  # noqa: BLE001 - one bad book stops no other
            return Found(job, self._based(job.config)) if may_pass(error) else failure(job, error)

    def address(self, found: Found) -> str:
        """Name a book by all that it is made of."""
        return edition_address(found.job, found.config, self._table.layout, self._version)

    def placed(self, config: Config, metadata: Metadata) -> Config:
        """Say in the settings into which folder the layout puts a book."""
        folder = config.output.folder / folders(self._table.layout, metadata)
        return _into(config, folder)

    def _found(self, job: Job, config: Config) -> Found:
        found = Found(job, self._based(config))
        with suppress(NarrateError, OSError):  # what is wrong will be told where it is read
            if kept := unchanged(self._store, self.address(found)):
                return Found(job, found.config, kept.title, kept.targets, kept)
        (book,) = read_books(job.path, found.config)
        return Found(job, found.config, book.metadata.title, self.targets(found.config, book.metadata))

    def targets(self, config: Config, metadata: Metadata) -> tuple[str, ...]:
        """Name a file of each format: who writes the same one gets in the way of all."""
        folder = self.placed(config, metadata).output.folder.absolute()
        forms = (plugins.load("formats", name)() for name in config.output.formats)
        return tuple(str(form.paths(metadata, [metadata.title], folder)[0]) for form in forms)

    def _based(self, config: Config) -> Config:
        """Put what all books share in the place of what a book says of it."""
        based = config.model_copy(update={"work": self._table})
        return _into(based, self._table.output) if self._table.output else based

    def _version(self, config: Config, engine: str) -> str:
        """Ask each engine once."""
        if engine not in self._versions:
            self._versions[engine] = work.company(config.speech).version(engine)
        return self._versions[engine]


def shared(seen: Sequence[Found | Outcome]) -> tuple[list[Outcome], list[Found]]:
    """Part what is settled, books that would write the same file among it, from what is to be made."""
    writers: dict[str, list[Found]] = {}
    found = [each for each in seen if isinstance(each, Found)]
    for each in found:
        for target in each.targets:
            writers.setdefault(target.casefold(), []).append(each)
    outcomes = [each if isinstance(each, Outcome) else _settled(each, writers) for each in seen]
    settled = [outcome for outcome in outcomes if outcome]
    done = {id(outcome.job) for outcome in settled}
    return settled, [each for each in found if id(each.job) not in done]


def _settled(found: Found, writers: dict[str, list[Found]]) -> Outcome | None:
    for target in found.targets:
        others = writers[target.casefold()]
        if len(others) > 1:
            return failure(found.job, TargetShared(target, _listed(others)), found.title)
    kept = found.kept
    if kept is None:
        return None
    files = tuple(map(Path, kept.files))
    return Outcome(found.job, State.UNCHANGED, kept.title, files, kept.length)


def _listed(books: Sequence[Found]) -> str:
    names = [each.job.name for each in books[:NAMED]]
    return ", ".join([*names, *(["…"] if len(books) > NAMED else [])])


def _into(config: Config, folder: Path) -> Config:
    return config.model_copy(update={"output": config.output.model_copy(update={"folder": folder})})
