"""A cover as it goes into a file."""

from dataclasses import dataclass
from pathlib import Path

_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a JPEG or PNG."""

    data: bytes

    @property
    def is_png(self) -> bool:
        """Whether the bytes begin as a PNG does."""
        return self.data.startswith(_PNG)

    @property
    def mime(self) -> str:
        """Internet media type."""
        return "image/png" if self.is_png else "image/jpeg"


def load_picture(path: Path) -> Picture:
    """Read a JPEG or PNG as it is."""
    return Picture(path.read_bytes())
