from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from mutagen.mp4 import MP4
from mutagen.mp4._atom import Atoms

from narrate import ffmpeg
from narrate.errors import NotAsRecorded
from narrate.master.codecs import GRID
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.m4b import M4b
from narrate.testing.formats import BOOK, RATE, FormatContract, decoded, shown, sound


class TestContract(FormatContract):
    exact = Fraction(0)

    def make(self) -> M4b:
        return M4b()


@pytest.fixture
def book(tmp_path: Path, picture: Path) -> Path:
    return published(tmp_path, picture, sound(M4b().encoding(None), ["One", "Two"]))


def published(folder: Path, picture: Path, recorded: Encoded) -> Path:
    paths = M4b().paths(BOOK, [], folder)
    M4b().publish([recorded], BOOK, picture, paths)
    return paths[0]


def test_it_is_of_the_audiobook_brand_with_its_index_first(book: Path) -> None:
    with book.open("rb") as file:
        names = [atom.name for atom in Atoms(file).atoms]
    assert book.read_bytes()[4:12] == b"ftypM4B "
    assert names == [b"ftyp", b"moov", b"mdat"]


def test_apple_is_told_that_it_is_an_audiobook_in_a_series(book: Path) -> None:
    tags = MP4(book)
    assert tags["stik"] == [2]
    assert (tags["©mvn"], tags["©mvi"], tags["shwm"]) == ([BOOK.series], [2], [1])
    assert tags["©nrt"] == tags["©wrt"] == [BOOK.narrator]
    assert tags["©pub"] == [BOOK.publisher]
    assert tags["desc"] == tags["ldes"] == [BOOK.description]
    assert tags["trkn"] == [(1, 1)]


def test_the_sound_track_names_its_language_and_the_tag_its_variety(book: Path) -> None:
    _, said = ffmpeg.run("look", ["-i", str(book), "-f", "ffmetadata", "-"])
    assert "(eng): Audio: aac (LC)" in said
    assert bytes(MP4(book)["----:com.apple.iTunes:LANGUAGE"][0]) == b"en-GB"


def test_the_list_of_nero_has_the_chapters_too(book: Path) -> None:
    marks = MP4(book).chapters or ()
    assert [(mark.title, round(mark.start * RATE)) for mark in marks] == [("One", 0), ("Two", GRID)]


@pytest.mark.parametrize("less", [1, 500, 1_023])
def test_sound_that_ends_inside_a_packet_is_played_to_its_last_frame_and_no_further(
    tmp_path: Path, picture: Path, less: int
) -> None:
    whole = sound(M4b().encoding(None), ["One"])
    path = published(tmp_path, picture, replace(whole, marks=(Mark("One", 0, GRID - less),)))
    assert len(decoded(path)) == 2 * (GRID - less)
    assert shown(path)[1][0].end == Fraction(GRID - less, RATE)


def test_packets_that_are_not_those_that_were_counted_are_refused(tmp_path: Path, picture: Path) -> None:
    recorded = replace(sound(M4b().encoding(None), ["One"]), packets=[b"no sound at all"])
    with pytest.raises(NotAsRecorded, match="its sound is not byte for byte the one that was encoded"):
        published(tmp_path / "shelf", picture, recorded)
    assert not (tmp_path / "shelf").exists()


def test_it_is_64_kilobits_unless_told_otherwise() -> None:
    assert M4b().encoding(None) == Encoding("aac", 64_000)
    assert M4b().encoding(96_000) == Encoding("aac", 96_000)
