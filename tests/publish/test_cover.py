from pathlib import Path

import pytest
from PIL import Image

from narrate.errors import CoverMissing, CoverTooSmall, CoverUnreadable
from narrate.model.metadata import Metadata
from narrate.publish.cover import check_cover, is_usable, prepare_cover


def prepared(folder: Path, own: Path) -> Image.Image:
    with Image.open(prepare_cover(Metadata("Emma", cover=own), folder)) as picture:
        picture.load()
    return picture


def painted(folder: Path, size: tuple[int, int], name: str = "own.png", mode: str = "RGB") -> Path:
    path = folder / name
    Image.new("RGB", size, (200, 40, 40)).convert(mode).save(path)
    return path


def test_without_a_cover_one_is_drawn(tmp_path: Path) -> None:
    path = prepare_cover(Metadata("Emma"), tmp_path)
    with Image.open(path) as picture:
        assert (path, picture.size) == (tmp_path / "cover.jpg", (2400, 2400))


@pytest.mark.parametrize("name", ["own.png", "own.jpg"])
@pytest.mark.parametrize("side", [500, 3000])
def test_a_square_picture_that_players_take_is_left_as_it_is(tmp_path: Path, name: str, side: int) -> None:
    own = painted(tmp_path, (side, side), name)
    before = own.read_bytes()
    assert prepare_cover(Metadata("Emma", cover=own), tmp_path) == own
    assert own.read_bytes() == before


@pytest.mark.parametrize("size", [(600, 900), (900, 600), (4000, 5000)])
def test_a_picture_of_another_shape_is_kept_whole_on_a_square(tmp_path: Path, size: tuple[int, int]) -> None:
    picture = prepared(tmp_path, painted(tmp_path, size))
    side = min(max(size), 2400)
    assert (picture.format, picture.size) == ("JPEG", (side, side))
    middle, edge = (
        picture.getpixel((side // 2, side // 2)),
        picture.getpixel((2, 2 if size[0] > size[1] else side // 2)),
    )
    assert isinstance(middle, tuple)
    assert isinstance(edge, tuple)
    assert abs(middle[0] - 200) < 4
    assert edge[0] < 170


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    own = tmp_path / "own.jpg"
    photograph = Image.new("RGB", (600, 600), "white")
    photograph.paste("black", (0, 0, 600, 300))
    exif = Image.Exif()
    exif[0x0112] = 3
    photograph.save(own, exif=exif)
    picture = prepared(tmp_path, own).convert("L")
    assert picture.getpixel((300, 100)) == 255
    assert picture.getpixel((300, 500)) == 0


@pytest.mark.parametrize(
    ("mode", "name"), [("CMYK", "own.jpg"), ("L", "own.tiff"), ("P", "own.gif"), ("RGB", "own.webp")]
)
def test_a_picture_that_some_players_cannot_show_becomes_a_jpeg(tmp_path: Path, mode: str, name: str) -> None:
    picture = prepared(tmp_path, painted(tmp_path, (640, 640), name, mode))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (640, 640))


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    own = tmp_path / "own.png"
    Image.new("RGBA", (600, 900), (255, 0, 0, 0)).save(own)
    assert prepared(tmp_path, own).getpixel((450, 450)) == (255, 255, 255)


def test_a_heavy_picture_is_made_lighter(tmp_path: Path) -> None:
    own = tmp_path / "own.png"
    Image.effect_noise((2500, 2500), 100).save(own)
    assert own.stat().st_size > 5_000_000
    assert prepare_cover(Metadata("Emma", cover=own), tmp_path) == tmp_path / "cover.jpg"


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    own = painted(tmp_path, (700, 900))
    once = prepare_cover(Metadata("Emma", cover=own), tmp_path).read_bytes()
    assert prepare_cover(Metadata("Emma", cover=own), tmp_path).read_bytes() == once


def test_a_missing_cover_names_the_file_that_may_be_meant(tmp_path: Path) -> None:
    painted(tmp_path, (600, 600), "cover.png")
    with pytest.raises(CoverMissing, match=r"cover\.pgn does not exist \(did you mean \"cover\.png\"\?\)"):
        check_cover(tmp_path / "cover.pgn")
    with pytest.raises(CoverMissing, match=r"a\.jpg does not exist; correct \[book\] cover"):
        check_cover(tmp_path / "nowhere" / "a.jpg")


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "of no kind"), (b"\x00\x01 not a picture", "of no kind"), (b"<svg xmlns='x'/>", "of no kind")],
)
def test_a_file_that_is_no_picture_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "own.jpg").write_bytes(data)
    with pytest.raises(
        CoverUnreadable, match=rf"own\.jpg cannot be read as a picture \(.*{why}.*JPEG or PNG"
    ):
        check_cover(tmp_path / "own.jpg")


def test_a_picture_cut_short_is_refused(tmp_path: Path) -> None:
    own = painted(tmp_path, (600, 600), "own.jpg")
    own.write_bytes(own.read_bytes()[:-900])
    with pytest.raises(CoverUnreadable, match="truncated"):
        check_cover(own)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CoverUnreadable, match=r"Is a directory|Permission denied"):
        check_cover(tmp_path)


def test_a_picture_of_far_too_many_pixels_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = painted(tmp_path, (900, 900))
    for most in (500_000, 100_000):
        monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", most)
        with pytest.raises(CoverUnreadable, match="far too many pixels"):
            check_cover(own)


def test_a_small_picture_is_refused_with_its_size(tmp_path: Path) -> None:
    with pytest.raises(
        CoverTooSmall, match=r"only 900 x 499 pixels; its shorter side must have at least 500"
    ):
        check_cover(painted(tmp_path, (900, 499)))


def test_a_picture_that_came_with_a_source_is_used_only_where_it_will_do(tmp_path: Path) -> None:
    assert is_usable(painted(tmp_path, (600, 900)).read_bytes())
    assert not is_usable(painted(tmp_path, (499, 900)).read_bytes())
    assert not is_usable(b"no picture")
    assert not is_usable(b"")
