"""Books that need not even be planned: made before of the very same, and untouched since."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

from narrate import plugins
from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.errors import CacheFull, CacheUnusable, NarrateError
from narrate.model import url
from narrate.model.voice import Voice
from narrate.pipeline.abroad import found
from narrate.pipeline.shelf import Job, stories_in
from narrate.pipeline.stage import MASTER
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "editions"

_ELSEWHERE: Final[Mapping[str, bool | set[str]]] = {
    "work": True,
    "speech": True,
    "book": {"cover", "lexicons"},
    "voices": {"folder"},
}
"""Settings that shape no book, and paths of which what lies there is looked at instead."""

Versions = Callable[[Config, str], str]
"""Tells the version of an engine."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of a book that was made."""

    title: str
    targets: tuple[str, ...]
    """The files that no other book may write."""
    files: tuple[str, ...]
    length: float
    """Seconds that it takes to hear."""


def edition_address(job: Job, config: Config, layout: str, versions: Versions) -> str:
    """Name a book by all that can change its files, however little: stories, settings, voices, programs.

    Raises what keeps its voices from speaking at all.
    """
    voices = catalogue(config.voices.folder)
    cast = cast_of(config, voices)
    engines = {voice.engine: versions(config, voice.engine) for voice in cast.values()}
    if config.read.directions:  # they may call in any of all voices
        cast, engines = voices, {**_versions(config, voices, versions), **engines}
    settings = config.model_dump(mode="json", exclude=_ELSEWHERE)
    made_by = (_programs(config.output.formats), MASTER, engines, list(cast.values()))
    place = (str((job.named or job.path).absolute()), str(config.output.folder.absolute()), layout)
    return address(KIND, place, settings, made_by, list(_digests(job.path, config)))


def _versions(config: Config, voices: Mapping[str, Voice], versions: Versions) -> Mapping[str, str]:
    """Ask the engines of all voices for their versions, as far as they work here."""
    found: dict[str, str] = {}
    for engine in {voice.engine for voice in voices.values()}:
        with suppress(NarrateError):
            found[engine] = versions(config, engine)
    return found


def unchanged(store: Store, place: str) -> Kept | None:
    """Return what is remembered of a book whose files stand untouched, else None."""
    noted = store.get(KIND, place)
    if noted is None:
        return None
    values = json.loads(noted)
    kept = Kept(values["title"], tuple(values["targets"]), tuple(values["files"]), values["length"])
    stands = all(claim is not None and store.has(KIND, claim) for claim in _claims(place, kept.files))
    return kept if stands else None


def remember(store: Store, place: str, kept: Kept) -> None:
    """Remember a book, and its files as they are now; a store that takes nothing more forgets it."""
    with suppress(CacheFull, CacheUnusable):
        store.put(KIND, place, json.dumps(asdict(kept)).encode())
        for claim in filter(None, _claims(place, kept.files)):
            store.put(KIND, claim, b"")


def _claims(place: str, files: Sequence[str]) -> Iterator[str | None]:
    """Name, for every file, the fact that this very file is the book's; None where it is not there."""
    for name in files:
        try:
            yield address(KIND, place, name, *found(url.place(name)))
        except OSError:
            yield None


def _digests(path: Path, config: Config) -> Iterator[tuple[str, str]]:
    """Read all that a book is made of; raises `OSError`."""
    stories = stories_in(path) if path.is_dir() else (path,)
    for each in (*stories, *filter(None, [config.book.cover]), *config.book.lexicons):
        yield each.name, blake2b(each.read_bytes()).hexdigest()


@cache
def _programs(formats: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """List who reads and who writes, with their versions."""
    points = [
        *plugins.installed("readers").values(),
        *(plugins.installed("formats")[name] for name in formats),
    ]
    found = [(each.name, each.value, each.dist.version if each.dist else "") for each in points]
    return (("narrate", "", version("narrate")), *found)
