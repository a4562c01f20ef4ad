"""What shops, shelves and players want to know about a book."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Metadata:
    """Bibliographic facts; an empty string says that nobody told us."""

    title: str = ""
    author: str = ""
    translator: str = ""
    narrator: str = ""
    language: str = ""
    """BCP 47 tag."""
    date: str = ""
    """ISO 8601: a year, a month or a day."""
    publisher: str = ""
    series: str = ""
    part: str = ""
    """Place in the series: "2", "2.5"."""
    genre: str = ""
    description: str = ""
    copyright: str = ""
    isbn: str = ""
    asin: str = ""
    cover: Path | None = None
    """The user's own cover."""
    picture: bytes = b""
    """The cover inside the source, taken where the user has none; one is drawn where it will not do."""
