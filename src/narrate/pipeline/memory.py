"""What a book was made of when it was last built, so that the next build can say why it differs.

This is the one thing in the store that has no content address: each build puts its own in place of the last.
Where it is lost, only explanations are.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any, Final

from narrate.config.schema import OutputTable
from narrate.errors import CacheFull, CacheUnusable
from narrate.model.recording import Encoding
from narrate.model.script import ChapterScript, Emphasis, Line, Rewrite, Role
from narrate.model.voice import Speaker, Voice
from narrate.pipeline.plan import Edition
from narrate.pipeline.stage import MASTER, Stage
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "books"
EDITION: Final = 2
"""Changes with what is written below, so that nobody reads what another version wrote."""
SQUEEZE: Final = 4
"""Of zlib's nine levels the one that is worth its time: the next takes half as long again for a twentieth."""
SOUND: Final = frozenset({"sample_rate", "loudness", "true_peak", "room_tone"})
"""What of `[output]` shapes the sound, beside the bit rate of each format."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a book was made of."""

    chapters: tuple[ChapterScript, ...]
    """Their lines know no more than words, rewrites, emphases, voice and silence."""
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
    place, data = _place(edition), _packed(_memory(edition, stage))
    if store.get(KIND, place) != data:
        store.remove(KIND, place)
        with suppress(CacheFull, CacheUnusable):
            store.put(KIND, place, data)


def recall(edition: Edition, store: Store) -> Memory | None:
    """Return what a book was made of when it was last built with this store; None where it never was."""
    data = store.get(KIND, _place(edition))
    return None if data is None else _unpacked(data)


def _place(edition: Edition) -> str:
    """Know a book of one file by that file, a book of several by their folder: one may be added."""
    files = {chapter.source.path.absolute() for chapter in edition.book.chapters}
    known_by = files if len(files) == 1 else {file.parent for file in files}
    return address(KIND, EDITION, *sorted(known_by))


def _memory(edition: Edition, stage: Stage) -> Memory:
    encodings = {name: edition.encoding(form) for name, form in edition.forms.items()}
    return Memory(edition.script.chapters, stage.speakers, stage.output, encodings, MASTER)


def _packed(memory: Memory) -> bytes:
    kept = {
        "chapters": [
            [each.title, str(each.source), each.head, _rows(each.lines)] for each in memory.chapters
        ],
        "speakers": [asdict(memory.speakers[name]) for name in sorted(memory.speakers)],
        "output": memory.output.model_dump(include=set(SOUND)),
        "encodings": {name: asdict(encoding) for name, encoding in memory.encodings.items()},
        "master": memory.master,
    }
    return zlib.compress(
        json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass"), SQUEEZE
    )


def _rows(lines: Iterable[Line]) -> list[list[Any]]:
    return [
        [
            line.text,
            line.voice,
            line.silence,
            *([*map(astuple, each)] for each in (line.rewrites, line.emphases)),
        ]
        for line in lines
    ]


def _unpacked(data: bytes) -> Memory:
    kept: dict[str, Any] = json.loads(zlib.decompress(data))
    speakers = (Speaker(**{**each, "voice": Voice(**each["voice"])}) for each in kept["speakers"])
    return Memory(
        tuple(_chapter(*each) for each in kept["chapters"]),
        {speaker.voice.name: speaker for speaker in speakers},
        OutputTable(**kept["output"]),
        {name: Encoding(**each) for name, each in kept["encodings"].items()},
        kept["master"],
    )


def _chapter(title: str, source: str, head: int, rows: Iterable[list[Any]]) -> ChapterScript:
    return ChapterScript(title, Path(source), tuple(_line(*row) for row in rows), head)


def _line(text: str, voice: str, silence: int, rewrites: list[Any], emphases: list[Any]) -> Line:
    said = tuple(Rewrite(*each) for each in rewrites)
    weights = tuple(Emphasis(*each) for each in emphases)
    return Line(text, Role.NARRATOR, voice, rewrites=said, silence=silence, emphases=weights)
