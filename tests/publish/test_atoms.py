from collections.abc import Mapping
from pathlib import Path

import pytest
from mutagen import MutagenError
from mutagen.mp4 import MP4

from narrate.model.recording import Encoding
from narrate.publish.atoms import meta, read_atoms
from narrate.publish.mp4_movie import opening
from narrate.publish.packets import write_before
from narrate.publish.picture import Picture
from narrate.publish.tags import facts, mp4_atoms
from narrate.testing.formats import BOOK, decoded, shown, sound

COVER = Picture(b"\xff\xd8\xff a picture")


def tagged(folder: Path, tags: Mapping[str, str], cover: Picture = COVER) -> Path:
    recorded, path = sound(Encoding("aac", 32_000), ["One"]), folder / "book.m4b"
    write_before(recorded, opening(recorded, recorded.marks, meta(tags, cover), "eng"), path)
    return path


def test_every_atom_and_the_cover_are_read_back(tmp_path: Path) -> None:
    tags = mp4_atoms(facts(BOOK, "One", 3, 12))
    assert read_atoms(tagged(tmp_path, tags)) == (tags, COVER.data)
    assert (tags["trkn"], tags["shwm"], tags["stik"]) == ("3/12", "1", "2")


@pytest.mark.parametrize(("data", "kind"), [(b"\xff\xd8\xff", 13), (b"\x89PNG\r\n\x1a\n", 14)])
def test_the_cover_tells_its_kind(tmp_path: Path, data: bytes, kind: int) -> None:
    (cover,) = MP4(tagged(tmp_path, {}, Picture(data)))["covr"]
    assert (bytes(cover), cover.imageformat) == (data, kind)


def test_another_program_can_tag_the_file_and_it_plays_on(tmp_path: Path) -> None:
    path = tagged(tmp_path, mp4_atoms(facts(BOOK, "One")))
    before, chapters = decoded(path), shown(path)[1]
    file = MP4(path)
    file["©alb"] = ["Another, longer title " * 400]
    file.save()
    assert (decoded(path), shown(path)[1]) == (before, chapters)
    assert MP4(path)["covr"] == [COVER.data]


def test_a_file_without_tags_has_none(tmp_path: Path) -> None:
    assert read_atoms(tagged(tmp_path, {})) == ({}, COVER.data)


def test_what_the_system_refuses_is_told_by_mutagen(tmp_path: Path) -> None:
    with pytest.raises(MutagenError):
        read_atoms(tmp_path / "missing.m4a")


def test_a_file_that_is_no_mp4_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.m4a").write_bytes(b"once upon a time " * 9)
    with pytest.raises(MutagenError):
        read_atoms(tmp_path / "text.m4a")
