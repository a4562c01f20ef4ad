"""The chapter list of Nero (`chpl`), which some players read instead of the chapter track.

It counts chapters and the bytes of a title in one byte each.  ffmpeg cuts longer titles in the middle
of a letter and drops chapters that it cannot count.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from narrate.model.recording import Mark

MOST_CHAPTERS = 255
_HEAD = 8
"""Bytes of a box's size and type."""
_BEFORE_COUNT = 8
"""Bytes of version, flags and a reserved word."""
_TIME = 8


def holds(marks: Sequence[Mark]) -> bool:
    """Tell whether the list can hold all chapters; half of them would be worse than none."""
    return len(marks) <= MOST_CHAPTERS


def mend_titles(path: Path) -> None:
    """Blank out the torn letter at the end of every cut title, in place."""
    with path.open("rb+") as file:
        found = _find(file, (b"moov", b"udta", b"chpl"))
        if found is None:
            return
        start, end = found
        file.seek(start)
        mended = b"".join(_mended(file.read(end - start)))
        file.seek(start)
        file.write(mended)


def _find(file: BinaryIO, route: Sequence[bytes]) -> tuple[int, int] | None:
    """Follow boxes inside boxes and return where the contents of the last one begin and end."""
    start, end = 0, file.seek(0, 2)
    for wanted in route:
        inside = next((place for kind, place in _boxes(file, start, end) if kind == wanted), None)
        if inside is None:
            return None
        start, end = inside
    return start, end


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    while start + _HEAD <= end:
        file.seek(start)
        head = file.read(_HEAD)
        size, body = int.from_bytes(head[:4], "big"), start + _HEAD
        if size == 1:
            size, body = int.from_bytes(file.read(8), "big"), body + 8
        yield head[4:], (body, start + size)
        start += max(size, _HEAD)


def _mended(box: bytes) -> Iterator[bytes]:
    yield box[: _BEFORE_COUNT + 1]
    at = _BEFORE_COUNT + 1
    for _ in range(box[_BEFORE_COUNT]):
        title = at + _TIME + 1
        length = box[title - 1]
        yield box[at:title]
        yield box[title : title + length].decode("utf-8", "ignore").encode("utf-8").ljust(length)
        at = title + length
    yield box[at:]
