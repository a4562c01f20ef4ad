"""Which characters a font can draw, by its `cmap` table.

See https://learn.microsoft.com/typography/opentype/spec/cmap.
"""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_COLLECTION = b"ttcf"
_OUTLINES = {b"glyf", b"CFF ", b"CFF2"}
_UNICODE = {(3, 10): 0, (0, 6): 1, (0, 4): 2, (3, 1): 3, (0, 3): 4}
"""Platform and encoding of the maps from Unicode, the fullest first."""
_SEGMENTED, _GROUPED = 4, 12


@cache
def characters(font: Path) -> frozenset[int]:
    """Return the code points that a font has outlines for; none where it is no font or one of bitmaps."""
    try:
        data = font.read_bytes()
        tables = dict(_tables(data))
        if not _OUTLINES & tables.keys():
            return frozenset()
        return frozenset(_mapped(data, tables[b"cmap"]))
    except (OSError, KeyError, ValueError, struct.error):
        return frozenset()


def _tables(data: bytes) -> Iterator[tuple[bytes, int]]:
    start = struct.unpack_from(">I", data, 12)[0] if data.startswith(_COLLECTION) else 0
    for entry in range(_short(data, start + 4)):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * entry)
        yield name, offset


def _mapped(data: bytes, cmap: int) -> Iterator[int]:
    entries = range(cmap + 4, cmap + 4 + 8 * _short(data, cmap + 2), 8)
    maps = [struct.unpack_from(">HHI", data, entry) for entry in entries]
    *_, start = min((_UNICODE[tuple(kind)], cmap + at) for *kind, at in maps if tuple(kind) in _UNICODE)
    read = {_GROUPED: _grouped, _SEGMENTED: _segmented}[_short(data, start)]
    yield from read(data, start)


def _grouped(data: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, start + 12)
    for group in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * group)
        yield from range(first + (glyph == 0), last + 1)


def _segmented(data: bytes, start: int) -> Iterator[int]:
    doubled = _short(data, start + 6)
    for end_at in range(start + 14, start + 14 + doubled, 2):
        first_at = end_at + doubled + 2
        codes = range(_short(data, first_at), _short(data, end_at) + 1)
        yield from _segment(data, first_at + doubled, first_at + 2 * doubled, codes)


def _segment(data: bytes, delta_at: int, offset_at: int, codes: range) -> Iterator[int]:
    delta, offset = _short(data, delta_at), _short(data, offset_at)
    for code in codes:
        listed = _short(data, offset_at + offset + 2 * (code - codes.start)) if offset else code
        if listed and (listed + delta) & 0xFFFF:
            yield code


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
