from pathlib import Path

import pytest
from mutagen.mp4 import MP4
from mutagen.mp4._atom import Atoms

from narrate import ffmpeg
from narrate.errors import FfmpegFailed
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.m4b import M4b
from narrate.testing.formats import BOOK, RATE, FormatContract, shown, sound


class TestContract(FormatContract):
    def make(self) -> M4b:
        return M4b()


@pytest.fixture
def book(tmp_path: Path, picture: Path) -> Path:
    return published(tmp_path, picture, sound(tmp_path, M4b().encoding(None), ["One", "Two"]))


def published(folder: Path, picture: Path, recorded: Encoded) -> Path:
    paths = M4b().paths(BOOK, [], folder)
    M4b().publish([recorded], BOOK, picture, paths)
    return paths[0]


def even_marks(recorded: Encoded, count: int) -> Encoded:
    ends = [recorded.frames * n // count for n in range(count + 1)]
    marks = (Mark(f"Nº {n}", *ends[n : n + 2]) for n in range(count))
    return Encoded(recorded.path, recorded.rate, tuple(marks))


def test_it_is_of_the_audiobook_brand_with_its_index_first(tmp_path: Path, picture: Path) -> None:
    path = published(tmp_path, picture, sound(tmp_path, M4b().encoding(None), ["One"]))
    with path.open("rb") as file:
        names = [atom.name for atom in Atoms(file).atoms]
    assert path.read_bytes()[4:12] == b"ftypM4B "
    assert names.index(b"moov") < names.index(b"mdat")


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
    assert "(eng): Audio: aac" in said
    assert bytes(MP4(book)["----:com.apple.iTunes:LANGUAGE"][0]) == b"en-GB"


def test_the_list_of_nero_has_the_chapters_too(book: Path) -> None:
    marks = MP4(book).chapters or ()
    assert [(mark.title, round(mark.start * RATE)) for mark in marks] == [("One", 0), ("Two", 7_001)]


def test_four_hundred_chapters_are_all_shown_and_no_list_of_255_hides_the_rest(
    tmp_path: Path, picture: Path
) -> None:
    recorded = even_marks(sound(tmp_path, M4b().encoding(None), ["x"] * 10), 400)
    path = published(tmp_path, picture, recorded)
    _, chapters = shown(path)
    assert [chapter.title for chapter in chapters] == [mark.title for mark in recorded.marks]
    assert MP4(path).chapters is None


def test_sound_that_cannot_be_wrapped_is_a_failure_that_says_so(tmp_path: Path, picture: Path) -> None:
    broken = tmp_path / "broken.m4a"
    broken.write_bytes(b"no sound at all")
    with pytest.raises(FfmpegFailed, match="put the chapters into the M4B"):
        published(tmp_path / "shelf", picture, Encoded(broken, RATE, (Mark("One", 0, RATE),)))
    assert not (tmp_path / "shelf").exists()


def test_sound_whose_name_looks_like_a_protocol_is_read_as_a_file(
    tmp_path: Path, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = sound(tmp_path, M4b().encoding(None), ["One"])
    monkeypatch.chdir(tmp_path)
    odd = Path("http:take.m4a")
    recorded.path.rename(odd)
    assert published(tmp_path, picture, Encoded(odd, RATE, recorded.marks)).exists()


def test_it_is_64_kilobits_unless_told_otherwise() -> None:
    assert M4b().encoding(None) == Encoding("aac", 64_000)
    assert M4b().encoding(96_000) == Encoding("aac", 96_000)
