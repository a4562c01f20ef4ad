"""MP3: for every player there is, as one file with chapters or one file a chapter."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ClassVar, Literal

from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish import id3
from narrate.publish.drafts import drafts, flushed
from narrate.publish.legible import legible
from narrate.publish.names import chapter_file_name, file_name
from narrate.publish.packets import write_before
from narrate.publish.picture import Picture, load_picture
from narrate.publish.superseded import remove_superseded
from narrate.publish.tags import facts, id3_frames
from narrate.publish.titles import title_of, titled
from narrate.publish.verify import Promise, verify
from narrate.publish.xing import xing_frame

BITRATE = 64_000
"""Bits a second: speech in mono at 22.05 kHz is clear of artefacts."""


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
        picture, total = load_picture(cover), len(parts)

        def write(number: int, sound: Encoded, draft: Path, target: Path) -> None:
            tags = id3_frames(facts(metadata, title_of(sound.marks[0], number), number, total))
            _write(draft, target.name, _promise(sound, (), tags, picture))

        with drafts(paths) as beside, ThreadPoolExecutor(os.cpu_count()) as hands:
            for _ in hands.map(write, range(1, total + 1), parts, beside, paths):
                pass
        remove_superseded(paths, legible(metadata.title))


def _promise(sound: Encoded, marks: tuple[Mark, ...], tags: dict[str, str], cover: Picture) -> Promise:
    return Promise(sound, marks, id3.MILLISECONDS, tags, cover, indexed=False)


def _write(draft: Path, name: str, promise: Promise) -> None:
    """Write the tag, the frame that tells of the sound, and the sound; read all back."""
    sound = promise.sound
    tag = id3.tag(promise.tags, promise.marks, sound.rate, promise.cover)
    checksum = write_before(sound, tag + xing_frame(sound), draft)
    with flushed(draft):
        verify(draft, name, promise, checksum, id3.read_tag)
