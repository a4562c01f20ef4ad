"""MP3: for every player there is, as one file with chapters or one file a chapter."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish import id3
from narrate.publish.drafts import drafts
from narrate.publish.legible import legible
from narrate.publish.names import chapter_file_name, file_name
from narrate.publish.picture import Picture, load_picture
from narrate.publish.superseded import remove_superseded
from narrate.publish.tags import facts, id3_frames
from narrate.publish.titles import title_of, titled
from narrate.publish.verify import Promise, verify

BITRATE = 64_000
"""Bits a second: speech in mono at 22.05 kHz is clear of artefacts."""
MPEG_1_RATE = 32_000
"""The lowest sample rate of MPEG-1; below it MPEG-2 is spoken."""
MPEG_1_FRAME, MPEG_2_FRAME = 1152, 576
"""Samples in a packet."""


class _AnyMp3:
    """What both kinds share."""

    def encoding(self, bitrate: int | None) -> Encoding:
        """Ask for LAME's MP3."""
        return Encoding("mp3", bitrate or BITRATE)


class Mp3(_AnyMp3):
    """One file a book, chapters as ID3 CHAP frames in a table of contents."""

    unit: ClassVar[Literal["book", "chapter"]] = "book"

    def paths(self, metadata: Metadata, titles: Sequence[str], folder: Path) -> tuple[Path, ...]:
        """Name the file after the book."""
        del titles
        return (folder / file_name(metadata.title, ".mp3"),)

    def publish(
        self, parts: Sequence[Encoded], metadata: Metadata, cover: Path, paths: Sequence[Path]
    ) -> None:
        """Put chapters, tags and cover before the sound, read all back and put it in place."""
        (sound,), picture = parts, load_picture(cover)
        tags = id3_frames(facts(metadata, metadata.title))
        with drafts(paths) as (draft,):
            _write(draft, paths[0].name, _promise(sound, titled(sound.marks), tags, picture))


class Mp3Chapters(_AnyMp3):
    """One file a chapter in a folder of the book's name, numbered so that every player keeps their order."""

    unit: ClassVar[Literal["book", "chapter"]] = "chapter"

    def paths(self, metadata: Metadata, titles: Sequence[str], folder: Path) -> tuple[Path, ...]:
        """Name the files `01 - Title.mp3` in the book's folder."""
        shelf, total = folder / file_name(metadata.title), len(titles)
        return tuple(
            shelf / chapter_file_name(title, number, total) for number, title in enumerate(titles, start=1)
        )

    def publish(
        self, parts: Sequence[Encoded], metadata: Metadata, cover: Path, paths: Sequence[Path]
    ) -> None:
        """Put tags and cover before the sound of each chapter, read all back and put all in place.

        Chapters of an earlier edition that are none of this one's are removed.
        """
        picture = load_picture(cover)
        with drafts(paths) as beside:
            for number, (sound, draft) in enumerate(zip(parts, beside, strict=True), start=1):
                title = title_of(sound.marks[0], number)
                tags = id3_frames(facts(metadata, title, number, len(parts)))
                _write(draft, paths[number - 1].name, _promise(sound, (), tags, picture))
        remove_superseded(paths, legible(metadata.title))


def _promise(sound: Encoded, marks: tuple[Mark, ...], tags: dict[str, str], cover: Picture) -> Promise:
    codec_frame = MPEG_1_FRAME if sound.rate >= MPEG_1_RATE else MPEG_2_FRAME
    return Promise(sound, marks, tags, cover, codec_frame)


def _write(draft: Path, name: str, promise: Promise) -> None:
    """Write the tag and, byte for byte, the sound with its Xing header; read both back."""
    sound = promise.sound
    with draft.open("wb") as out, sound.path.open("rb") as music:
        out.write(id3.tag(promise.tags, promise.marks, sound.rate, promise.cover))
        shutil.copyfileobj(music, out, 1 << 20)
    verify(draft, name, promise, id3.read_tag)
