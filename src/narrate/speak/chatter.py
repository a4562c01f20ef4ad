"""What an engine prints: kept from the terminal, its end kept for reports."""

from collections import deque
from threading import Thread
from typing import IO

KEPT = 4096
"""Bytes."""


class Chatter:
    """Read a stream to its end in a thread of its own, and remember the last of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._tail: deque[int] = deque(maxlen=KEPT)
        self._stream = stream
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with self._stream:
            while heard := self._stream.read(KEPT):
                self._tail.extend(heard)

    def last_line(self, wait: float) -> str:
        """Return the last line that says something, after at most `wait` seconds for the stream to end."""
        self._reader.join(wait)
        lines = bytes(self._tail.copy()).decode("utf-8", "replace").splitlines()
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def forget(self) -> None:
        """Begin a new line: what was said before does not explain what comes now."""
        self._tail.clear()
