"""M4B: AAC in MP4 with chapters, the audiobook format of Apple Books, Plex and Audiobookshelf."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding
from narrate.publish.drafts import drafts, flushed
from narrate.publish.languages import iso_639_2
from narrate.publish.names import file_name
from narrate.publish.packets import write_before
from narrate.publish.picture import load_picture
from narrate.publish.tags import facts, mp4_atoms
from narrate.publish.titles import titled

BITRATE = 64_000
"""Bits a second: speech in mono is clear of artefacts."""


class M4b:
    """One file a book, chapters in the QuickTime chapter track and in Nero's list."""

    unit: ClassVar[Literal["book", "chapter"]] = "book"

    def encoding(self, bitrate: int | None) -> Encoding:
        """Ask for AAC."""
        return Encoding("aac", bitrate or BITRATE)

    def paths(self, metadata: Metadata, titles: Sequence[str], folder: Path) -> tuple[Path, ...]:
        """Name the file after the book."""
        del titles
        return (folder / file_name(metadata.title, ".m4b"),)

    def publish(
        self, parts: Sequence[Encoded], metadata: Metadata, cover: Path, paths: Sequence[Path]
    ) -> None:
        """Put index, chapters, tags and cover before the sound, read all back and put it in place."""
        from narrate.publish.atoms import meta, read_atoms
        from narrate.publish.mp4_chapters import ticks
        from narrate.publish.mp4_movie import opening
        from narrate.publish.verify import Promise, verify

        (sound,), picture = parts, load_picture(cover)
        marks = titled(sound.marks)
        tags = mp4_atoms(facts(metadata, metadata.title))
        start = opening(sound, marks, meta(tags, picture), iso_639_2(metadata.language))
        promise = Promise(sound, marks, ticks(marks, sound.rate), tags, picture, indexed=True)
        with drafts(paths) as (draft,):
            checksum = write_before(sound, start, draft)
            with flushed(draft):
                verify(draft, paths[0].name, promise, checksum, read_atoms)
