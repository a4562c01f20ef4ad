"""The contract of an output format."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal, Protocol

from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding


class Format(Protocol):
    """Put encoded sound into files that players enjoy; found by the entry-point group `narrate.formats`."""

    unit: ClassVar[Literal["book", "chapter"]]
    """Whether one encoded file holds the whole book or a single chapter."""

    def encoding(self, bitrate: int | None) -> Encoding:
        """Tell the encoder what to make; `None` asks for the format's own bit rate."""
        ...

    def paths(self, metadata: Metadata, titles: Sequence[str], folder: Path) -> tuple[Path, ...]:
        """Name the files that `publish` will write below `folder`, in order and legal on every system."""
        ...

    def publish(
        self, parts: Sequence[Encoded], metadata: Metadata, cover: Path, paths: Sequence[Path]
    ) -> None:
        """Write the files whole, with marks, tags and cover.

        `parts` are one book or its chapters, `paths` those of `paths()`, `cover` is a JPEG or PNG.  Each
        file is made beside its target, read back, compared with what it should hold (every byte of the
        sound, length, chapters, tags, cover) and only then renamed into place; raises `NotAsRecorded` where
        they differ, leaving the target as it was.
        """
        ...
