"""M4B: AAC in MP4 with chapters, the audiobook format of Apple Books, Plex and Audiobookshelf."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from narrate import ffmpeg
from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish import nero
from narrate.publish.drafts import drafts
from narrate.publish.ffmetadata import write_chapters
from narrate.publish.languages import iso_639_2
from narrate.publish.names import file_name
from narrate.publish.picture import load_picture
from narrate.publish.tags import facts, mp4_atoms
from narrate.publish.titles import titled
from narrate.publish.verify import Promise, verify

BITRATE = 64_000
"""Bits a second: speech in mono is clear of artefacts."""
AAC_FRAME = 1024


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
        """Wrap the sound anew, add chapters, tags and cover, read all back and put it in place."""
        from narrate.publish.atoms import read_atoms, write_atoms

        (sound,), picture = parts, load_picture(cover)
        marks = titled(sound.marks)
        tags = mp4_atoms(facts(metadata, metadata.title))
        with drafts(paths) as (draft,):
            _wrap(sound, marks, draft, metadata.language)
            nero.mend_titles(draft)
            write_atoms(draft, tags, picture)
            promise = Promise(sound, marks, tags, picture, AAC_FRAME)
            verify(draft, paths[0].name, promise, read_atoms)


def _wrap(sound: Encoded, marks: Sequence[Mark], draft: Path, language: str) -> None:
    """Copy the packets into a file of the audiobook brand: index first, no clock, no version."""
    inputs = [
        "-v",
        "error",
        "-i",
        f"file:{sound.path}",
        "-f",
        "ffmetadata",
        "-i",
        "-",
        "-map",
        "0:a:0",
        "-c",
        "copy",
    ]
    words = ["-map_metadata", "1", "-map_chapters", "1", "-metadata:s:a:0", f"language={iso_639_2(language)}"]
    flags = "+faststart" if nero.holds(marks) else "+faststart+disable_chpl"
    output = ["-fflags", "+bitexact", "-f", "ipod", "-brand", "M4B ", "-movflags", flags, f"file:{draft}"]
    chapters = write_chapters(marks, sound.rate).encode("utf-8")
    ffmpeg.run("put the chapters into the M4B", [*inputs, *words, *output], feed=[chapters])
