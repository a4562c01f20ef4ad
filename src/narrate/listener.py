"""Who hears how a build goes."""

from collections.abc import Sequence
from pathlib import Path

from narrate.model.recording import Track
from narrate.model.script import Line, Script


class Listener:
    """Hear nothing; override what is worth telling."""

    def begins(self, script: Script, encodings: int) -> None:
        """Note that a book is begun, which will be encoded so many times."""

    def spoke(self, lines: Sequence[Line]) -> None:
        """Note that lines have been spoken, now or before."""

    def mastered(self, track: Track) -> None:
        """Note that a chapter is laid and levelled."""

    def encoded(self, frames: int) -> None:
        """Note that so many PCM frames more are encoded, in one of the book's encodings."""

    def published(self, path: Path, *, anew: bool) -> None:
        """Note that a file stands finished and verified: written now, or as it was."""
