import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from narrate.errors import CannotRead, DamagedBook, EmptyStory, LockedBook, UnsafeBook
from narrate.read.archive import open_archive


def packed(path: Path, parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return path


def test_parts_are_read_by_their_names(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"one.txt": b"One.", "in/two.txt": b"Two.", "in\\three.txt": b"Three."})
    with open_archive(path) as archive:
        assert archive.names == ("one.txt", "in/two.txt", "in/three.txt")
        assert [archive.read(name) for name in archive.names] == [b"One.", b"Two.", b"Three."]
        assert "in/two.txt" in archive
        with pytest.raises(DamagedBook, match=r"a\.zip, four\.txt: this part is missing"):
            archive.read("four.txt")


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "bomb.epub", {"bomb.xhtml": bytes(64 << 20)})
    with pytest.raises(UnsafeBook, match=r"bomb\.epub: its part 'bomb\.xhtml' would unpack to 67,108,864"):
        open_archive(path).__enter__()


def test_a_bomb_in_many_small_parts_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "cluster.epub", {f"{at}.xhtml": bytes(2 << 20) for at in range(8)})
    with pytest.raises(UnsafeBook, match=r"cluster\.epub: it would unpack to far more"):
        open_archive(path).__enter__()


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_claims(tmp_path: Path) -> None:
    path = packed(tmp_path / "liar.epub", {"liar.xhtml": bytes(64 << 20)})
    claimed = struct.pack("<I", 64 << 20)
    path.write_bytes(path.read_bytes().replace(claimed, struct.pack("<I", 100)))
    with open_archive(path) as archive, pytest.raises(DamagedBook, match=r"liar\.xhtml: .* unpacked"):
        archive.read("liar.xhtml")


def test_a_packing_that_cannot_be_held_in_check_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "lzma.epub", {"a.xhtml": b"a"}, zipfile.ZIP_LZMA)
    with pytest.raises(UnsafeBook):
        open_archive(path).__enter__()


def test_a_name_that_points_outside_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "slip.epub", {"../../.bashrc": b"rm"})
    with pytest.raises(UnsafeBook, match=r"slip\.epub: its part '\.\./\.\./\.bashrc' points outside"):
        open_archive(path).__enter__()


def test_a_part_with_a_password_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "locked.epub", {"a.txt": b"One."}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with open_archive(path) as archive, pytest.raises(LockedBook, match="password"):
        archive.read("a.txt")


def test_a_part_packed_as_nobody_unpacks_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "patched.epub", {"a.txt": b"One."}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[6] = data[data.index(b"PK\x01\x02") + 8] = 0x20
    path.write_bytes(data)
    with open_archive(path) as archive, pytest.raises(DamagedBook, match="patched data"):
        archive.read("a.txt")


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    whole = packed(tmp_path / "whole.epub", {"a.txt": b"One." * 99}).read_bytes()
    cut, empty = tmp_path / "cut.epub", tmp_path / "empty.epub"
    cut.write_bytes(whole[: len(whole) // 2])
    empty.touch()
    for path, error in ((cut, DamagedBook), (empty, EmptyStory), (tmp_path, CannotRead)):
        with pytest.raises(error, match=path.name):
            open_archive(path).__enter__()


def test_a_part_that_was_damaged_is_named(tmp_path: Path) -> None:
    path = packed(tmp_path / "spoilt.epub", {"a.txt": b"One, two, three."}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"two", b"2wo"))
    with open_archive(path) as archive, pytest.raises(DamagedBook, match=r"spoilt\.epub, a\.txt"):
        archive.read("a.txt")
