"""What a book was made of when it was last built, so that the next build can say why it differs.

This is the one thing in the store that has no content address: each build puts its own in place of the last.
Where it is lost, only explanations are.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from narrate.config.schema import OutputTable
from narrate.errors import CacheFull, CacheUnusable
from narrate.model.recording import Encoding
from narrate.model.script import ChapterScript, Script
from narrate.model.voice import Speaker, Voice
from narrate.pipeline.plan import Edition
from narrate.pipeline.scripts import KIND as SCRIPTS
from narrate.pipeline.scripts import KeptLines, stored
from narrate.pipeline.stage import MASTER, Stage
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "books"
EDITION: Final = 2
"""Changes with what is written below, so that nobody reads what another version wrote."""
SOUND: Final = frozenset({"sample_rate", "loudness", "true_peak", "room_tone"})
"""What of `[output]` shapes the sound, beside the bit rate of each format."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a book was made of."""

    chapters: tuple[ChapterScript, ...]
    speakers: Mapping[str, Speaker]
    output: OutputTable
    """What of it shapes the sound; the rest is as by default."""
    encodings: Mapping[str, Encoding]
    """By the name of the format."""
    master: str
    """The `MASTER` of its day."""


def remember(edition: Edition, stage: Stage, store: Store) -> None:
    """Keep what a book was made of, in place of what it was made of before.

    A store that takes nothing more forgets it.
    """
    with suppress(CacheFull, CacheUnusable):
        place, data = _place(edition), _packed(edition, stage, stored(edition.script, store))
        if store.get(KIND, place) != data:
            store.remove(KIND, place)
            store.put(KIND, place, data)


def recall(edition: Edition, store: Store) -> Memory | None:
    """Return what a book was made of when it was last built with this store.

    None where it never was, or where the store has no longer all of its scripts.
    """
    data = store.get(KIND, _place(edition))
    memory = None if data is None else _unpacked(data, store)
    sound = memory and all(store.verify(SCRIPTS, chapter.address) for chapter in memory.chapters)
    return memory if sound else None


def _place(edition: Edition) -> str:
    """Know a book of one file by that file, a book of several by their folder: one may be added."""
    files = {chapter.source.absolute() for chapter in edition.script.chapters}
    known_by = files if len(files) == 1 else {file.parent for file in files}
    return address(KIND, EDITION, *sorted(known_by))


def _packed(edition: Edition, stage: Stage, script: Script) -> bytes:
    kept = {
        "chapters": [
            [each.title, str(each.source), each.head, each.start, each.address, len(each.lines)]
            for each in script.chapters
        ],
        "speakers": [asdict(stage.speakers[name]) for name in sorted(stage.speakers)],
        "output": stage.output.model_dump(include=set(SOUND)),
        "encodings": {name: asdict(edition.encoding(form)) for name, form in edition.forms.items()},
        "master": MASTER,
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


def _unpacked(data: bytes, store: Store) -> Memory:
    kept: dict[str, Any] = json.loads(data)
    speakers = (Speaker(**{**each, "voice": Voice(**each["voice"])}) for each in kept["speakers"])
    return Memory(
        tuple(_chapter(store, *each) for each in kept["chapters"]),
        {speaker.voice.name: speaker for speaker in speakers},
        OutputTable(**kept["output"]),
        {name: Encoding(**each) for name, each in kept["encodings"].items()},
        kept["master"],
    )


def _chapter(  # noqa: PLR0913, PLR0917 - what is kept of a chapter
    store: Store, title: str, source: str, head: int, start: int, place: str, lines: int
) -> ChapterScript:
    return ChapterScript(
        title, Path(source), KeptLines(store.url, place, start, 0, lines), head, start, place
    )
