"""Who hears how a build goes."""

from pathlib import Path

from narrate.model.recording import Track
from narrate.model.script import Line, Script


class Listener:
    """Hear nothing; override what is worth telling."""

    def begins(self, script: Script) -> None:
        """Note that a book's checks have passed and that speaking begins."""

    def spoke(self, line: Line) -> None:
        """Note that a line has been spoken."""

    def mastered(self, track: Track) -> None:
        """Note that a chapter is complete."""

    def encodes(self, name: str, frames: int) -> None:
        """Note that a format will be encoded, so many frames in all."""

    def encoded(self, frames: int) -> None:
        """Note that so many frames more have gone to the encoder."""

    def published(self, path: Path) -> None:
        """Note that a file stands finished and verified."""
