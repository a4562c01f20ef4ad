from pathlib import Path

import pytest
from mutagen import MutagenError

from narrate.model.recording import Encoding
from narrate.publish.atoms import read_atoms, write_atoms
from narrate.publish.picture import Picture
from narrate.publish.tags import facts, mp4_atoms
from narrate.testing.formats import BOOK, sound

COVER = Picture(b"\xff\xd8\xff a picture")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return sound(tmp_path, Encoding("aac", 32_000), ["One"]).path


def test_every_atom_and_the_cover_are_read_back(file: Path) -> None:
    tags = mp4_atoms(facts(BOOK, "One", 3, 12))
    write_atoms(file, tags, COVER)
    assert read_atoms(file) == (tags, COVER.data)
    assert (tags["trkn"], tags["shwm"], tags["stik"]) == ("3/12", "1", "2")


def test_writing_again_changes_nothing(file: Path) -> None:
    tags = mp4_atoms(facts(BOOK, "One"))
    write_atoms(file, tags, COVER)
    once = file.read_bytes()
    write_atoms(file, tags, COVER)
    assert file.read_bytes() == once


def test_a_file_without_tags_has_none(file: Path) -> None:
    tags, cover = read_atoms(file)
    assert (set(tags) - {"©too"}, cover) == (set(), b"")


def test_what_the_system_refuses_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atoms(tmp_path / "missing.m4a", {}, COVER)


def test_a_file_that_is_no_mp4_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.m4a").write_bytes(b"once upon a time " * 9)
    with pytest.raises(MutagenError):
        write_atoms(tmp_path / "text.m4a", {}, COVER)
