"""The tags of an MP4 file as iTunes keeps them: written here, read by mutagen, which had no part in that.

See "Metadata" in the QuickTime File Format Specification for the kinds of data.
"""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from narrate.publish.mp4_boxes import box, full_box
from narrate.publish.picture import Picture
from narrate.publish.tags import FREE

_IMPLICIT, _UTF_8, _JPEG, _PNG, _INTEGER = 0, 1, 13, 14, 21
_NUMBERS = {"stik": 1, "shwm": 1, "©mvi": 2}
"""Bytes of each."""
_PAIRS = ("trkn",)
_COVER = "covr"


def meta(texts: Mapping[str, str], cover: Picture) -> bytes:
    """Return the box of the tags and a front cover, for the `udta` of a movie.

    `texts` are atoms by name as `tags.mp4_atoms` gives them.
    """
    picture = _data(_PNG if cover.is_png else _JPEG, cover.data)
    atoms = [_atom(name, text) for name, text in texts.items()]
    handler = full_box(b"hdlr", struct.pack(">I4s4s9x", 0, b"mdir", b"appl"))
    return full_box(b"meta", handler, box(b"ilst", *atoms, box(_COVER.encode("ascii"), picture)))


def read_atoms(path: Path) -> tuple[dict[str, str], bytes]:
    """Return the text of every atom as `meta` takes it, and the bytes of the cover.

    Raises what mutagen raises.
    """
    from mutagen.mp4 import MP4

    tags: Mapping[str, Sequence[object]] = MP4(path).tags or {}
    texts = {atom: _told(values[0]) for atom, values in tags.items() if atom != _COVER}
    return texts, b"".join(cover for cover in tags.get(_COVER, ()) if isinstance(cover, bytes))


def _atom(name: str, text: str) -> bytes:
    if name.startswith(FREE):
        _, mean, own = name.split(":", 2)
        names = (full_box(kind, word.encode("utf-8")) for kind, word in ((b"mean", mean), (b"name", own)))
        return box(b"----", *names, _data(_UTF_8, text.encode("utf-8")))
    return box(name.encode("latin-1"), _value(name, text))


def _value(name: str, text: str) -> bytes:
    if name in _PAIRS:
        return _data(_IMPLICIT, struct.pack(">2x2H2x", *map(int, text.split("/"))))
    if name in _NUMBERS:
        return _data(_INTEGER, int(text).to_bytes(_NUMBERS[name], "big"))
    return _data(_UTF_8, text.encode("utf-8"))


def _data(kind: int, value: bytes) -> bytes:
    return box(b"data", struct.pack(">2I", kind, 0), value)


def _told(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, tuple):
        return "/".join(map(str, value))
    return str(value)
