"""What the store needs of a place that keeps bytes under names."""

from collections.abc import Iterator
from typing import Protocol


class Shelf(Protocol):
    """Keep bytes under names such as `clips/ab/abcd…`, whole or not at all.

    Several processes use one shelf at the same time.  What is asked about something that is not there
    answers None or does nothing.  Raises `CacheUnusable`, or `CacheFull`.
    """

    def read(self, name: str, length: int | None = None) -> bytes | None:
        """Return what is kept, or its first `length` bytes."""

    def size(self, name: str) -> int | None:
        """Return the number of bytes that are kept, as it is now."""

    def add(self, name: str, kept: bytes) -> bool:
        """Keep bytes; return False, and leave what is there, where there is something."""

    def replace(self, name: str, kept: bytes) -> None:
        """Keep bytes instead of what is there."""

    def mark_used(self, name: str) -> None:
        """Remember that something was used, where that costs next to nothing."""

    def remove(self, name: str) -> None:
        """Keep something no longer."""

    def names(self) -> Iterator[tuple[str, int, float]]:
        """List names, sizes and when each was last used (seconds since 1970)."""

    def sweep(self) -> None:
        """Remove what writers left that died."""
