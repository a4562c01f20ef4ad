import struct
import unicodedata
from pathlib import Path

import pytest
from PIL import ImageFont

from narrate.publish.charmap import characters
from narrate.publish.lettering import ITALIC, ROMAN


def font_with(
    folder: Path, cmap: bytes, tables: tuple[bytes, ...] = (b"glyf",), name: str = "made.ttf"
) -> Path:
    """Make the least of a font: a directory and a character map."""
    start = 12 + 16 * (len(tables) + 1)
    directory = b"".join(struct.pack(">4sIII", table, 0, start, 0) for table in tables)
    directory += struct.pack(">4sIII", b"cmap", 0, start, len(cmap))
    path = folder / name
    path.write_bytes(struct.pack(">IHHHH", 0x10000, len(tables) + 1, 0, 0, 0) + directory + cmap)
    return path


def grouped(*groups: tuple[int, int, int]) -> bytes:
    body = struct.pack(">HHIII", 12, 0, 16 + 12 * len(groups), 0, len(groups))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + body + b"".join(struct.pack(">III", *g) for g in groups)


@pytest.mark.parametrize("font", [ROMAN, ITALIC])
def test_our_own_fonts_have_the_letters_of_europe(font: Path) -> None:
    letters = "".join(chr(code) for code in [*range(0x20, 0x7F), *range(0xC0, 0x180), *range(0x410, 0x450)])
    greek = "".join(c for c in map(chr, range(0x391, 0x3CA)) if unicodedata.category(c) != "Cn")
    assert set(map(ord, letters + greek + "“”‘’–—…·ёіїє")) <= characters(font)
    assert ord("日") not in characters(font)


@pytest.mark.parametrize("font", [ROMAN, ITALIC])
def test_what_the_map_lists_the_font_draws(font: Path) -> None:
    face = ImageFont.truetype(str(font), 40)
    box = bytes(face.getmask("\U0010fffd"))
    seen = [code for code in sorted(characters(font)) if unicodedata.category(chr(code))[0] == "L"]
    assert len(seen) > 600
    assert [chr(code) for code in seen[::7] if bytes(face.getmask(chr(code))) == box] == []


def test_a_grouped_map_is_read_beyond_the_first_plane(tmp_path: Path) -> None:
    font = font_with(tmp_path, grouped((0x41, 0x43, 5), (0x1F600, 0x1F601, 9)))
    assert characters(font) == {0x41, 0x42, 0x43, 0x1F600, 0x1F601}


def test_a_character_that_is_mapped_to_the_empty_box_is_not_counted(tmp_path: Path) -> None:
    assert characters(font_with(tmp_path, grouped((0x41, 0x42, 0)))) == {0x42}


def test_a_font_of_bitmaps_has_nothing_to_draw_at_any_size(tmp_path: Path) -> None:
    assert characters(font_with(tmp_path, grouped((0x41, 0x42, 3)), tables=(b"CBDT",))) == frozenset()


def test_the_first_font_of_a_collection_is_read(tmp_path: Path) -> None:
    inner = font_with(tmp_path, grouped((0x41, 0x41, 3))).read_bytes()
    shift = 16
    count = struct.unpack(">H", inner[4:6])[0]
    entries = [struct.unpack_from(">4sIII", inner, 12 + 16 * n) for n in range(count)]
    moved = b"".join(struct.pack(">4sIII", a, b, offset + shift, d) for a, b, offset, d in entries)
    collection = tmp_path / "made.ttc"
    collection.write_bytes(
        b"ttcf" + struct.pack(">HHII", 1, 0, 1, shift) + inner[:12] + moved + inner[12 + 16 * count :]
    )
    assert characters(collection) == {0x41}


@pytest.mark.parametrize("data", [b"", b"no font at all", b"\0\1\0\0\0\xff", b"ttcf"])
def test_a_broken_font_has_no_characters(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(data)
    assert characters(path) == frozenset()


def test_a_cut_font_has_no_characters(tmp_path: Path) -> None:
    path = tmp_path / "cut.otf"
    path.write_bytes(ROMAN.read_bytes()[:1_000])
    assert characters(path) == frozenset()


def test_a_folder_named_like_a_font_has_no_characters(tmp_path: Path) -> None:
    assert characters(tmp_path) == frozenset()
