"""Write and read an ID3v2.3 tag with chapters (https://id3.org/id3v2.3.0, https://id3.org/id3v2-chapters-1.0).

Version 2.3, because ffmpeg, and Audiobookshelf with it, loses every chapter of a 2.4 tag whose title has
more than 127 bytes, and because Windows and older players read nothing newer.  In order, because ffmpeg
takes chapters as they come and not as the table of contents says.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.model.recording import Mark
from narrate.publish.picture import Picture

if TYPE_CHECKING:
    from mutagen.id3 import Frame

LATIN_1, UTF_16 = b"\0", b"\1"
FRONT_COVER = b"\3"
NO_OFFSET = b"\xff" * 4
"""Tells that a chapter is found by its time alone."""
TOP_LEVEL, ORDERED = 2, 1
MILLISECONDS = 1000
"""Ticks a second of a chapter's times."""
MOST_ENTRIES = 255
"""A table of contents counts its entries in one byte."""


def tag(texts: Mapping[str, str], marks: Sequence[Mark], rate: int, cover: Picture) -> bytes:
    """Return a whole tag: text frames, chapters in order with their table of contents, front cover.

    `texts` are frames by name as `tags.id3_frames` gives them; `marks` are in samples at `rate`, or none.
    """
    language = texts.get("TLAN", "und")
    frames = [_text(name, value, language) for name, value in texts.items()]
    frames += [*_contents(marks), *(_chapter(n, mark, rate) for n, mark in enumerate(marks)), _picture(cover)]
    body = b"".join(frames)
    return b"ID3\3\0\0" + synchsafe(len(body)) + body


def read_tag(path: Path) -> tuple[dict[str, str], bytes]:
    """Return the text of every text frame as `tag` takes it, and the bytes of the cover.

    This is mutagen's reading, which had no part in the writing; raises what mutagen raises.
    """
    from mutagen.id3 import ID3

    frames = ID3(path, translate=False)
    texts = {_name(frame): str(frame.text[0]) for frame in frames.values() if hasattr(frame, "text")}
    return texts, bytes(next((picture.data for picture in frames.getall("APIC")), b""))


def _name(frame: "Frame") -> str:
    return str(frame.HashKey if frame.FrameID == "TXXX" else frame.FrameID)


def synchsafe(number: int) -> bytes:
    """Write 28 bits into four bytes of seven, so that no player takes the size for an MPEG sync word.

    >>> synchsafe(255).hex()
    '0000017f'
    """
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def milliseconds(frames: int, rate: int) -> int:
    """Turn frames into the nearest millisecond, ties upwards.

    >>> milliseconds(11, 22050), milliseconds(22050, 22050)
    (0, 1000)
    """
    return (2000 * frames + rate) // (2 * rate)


def _frame(name: str, *parts: bytes) -> bytes:
    payload = b"".join(parts)
    return name.encode("ascii") + len(payload).to_bytes(4, "big") + b"\0\0" + payload


def _text(name: str, value: str, language: str) -> bytes:
    kind, _, description = name.partition(":")
    if kind == "TXXX":
        return _frame(kind, *_encoded(description, value))
    if kind == "COMM":
        encoding, *texts = _encoded("", value)
        return _frame(kind, encoding, language.encode("ascii"), *texts)
    return _frame(kind, *_encoded(value))


def _encoded(*texts: str) -> tuple[bytes, ...]:
    """Return the encoding's mark and the texts with a terminator between them."""
    if all(text.isascii() for text in texts):
        return LATIN_1, b"\0".join(text.encode("ascii") for text in texts)
    return UTF_16, b"\0\0".join(b"\xff\xfe" + text.encode("utf-16-le") for text in texts)


def _picture(cover: Picture) -> bytes:
    return _frame("APIC", LATIN_1, cover.mime.encode("ascii"), b"\0", FRONT_COVER, b"\0", cover.data)


def _chapter(number: int, mark: Mark, rate: int) -> bytes:
    times = (milliseconds(frames, rate).to_bytes(4, "big") for frames in (mark.start, mark.end))
    title = _frame("TIT2", *_encoded(mark.title))
    return _frame("CHAP", _element(f"chp{number}"), *times, NO_OFFSET, NO_OFFSET, title)


def _contents(marks: Sequence[Mark]) -> Iterator[bytes]:
    """Write the table of contents; where one cannot count all the chapters it holds tables that can."""
    chapters = [f"chp{number}" for number in range(len(marks))]
    tables = [chapters[at : at + MOST_ENTRIES] for at in range(0, len(chapters), MOST_ENTRIES)]
    if len(tables) == 1:
        yield _table("toc", tables[0], TOP_LEVEL | ORDERED)
    elif tables:
        yield _table("toc", [f"toc{number}" for number in range(len(tables))], TOP_LEVEL | ORDERED)
        yield from (_table(f"toc{number}", table, ORDERED) for number, table in enumerate(tables))


def _table(name: str, entries: Sequence[str], flags: int) -> bytes:
    return _frame("CTOC", _element(name), bytes([flags, len(entries)]), *map(_element, entries))


def _element(name: str) -> bytes:
    return name.encode("ascii") + b"\0"
