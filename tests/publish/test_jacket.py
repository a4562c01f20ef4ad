from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from narrate.model.metadata import Metadata
from narrate.publish.jacket import SIDE, draw_cover
from narrate.publish.palette import palette_for
from narrate.testing.formats import BOOK

PLAIN = Metadata(title="Emma", author="Jane Austen", narrator="Eleanor")


def drawn(folder: Path, metadata: Metadata) -> Image.Image:
    with Image.open(draw_cover(metadata, folder / "cover.jpg")) as picture:
        return picture.copy()


def changed(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box in which two covers differ visibly."""
    return ImageChops.difference(one, other).convert("L").point(lambda level: 255 * (level > 60)).getbbox()


def test_it_is_a_square_jpeg_on_the_title_s_ground(tmp_path: Path) -> None:
    picture = drawn(tmp_path, PLAIN)
    red, green, blue = (int(palette_for("Emma").ground[at : at + 2], 16) for at in (1, 3, 5))
    assert picture.size == (SIDE, SIDE)
    corner = picture.getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert max(abs(a - b) for a, b in zip(corner, (red, green, blue), strict=True)) <= 2


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (draw_cover(BOOK, tmp_path / name) for name in ("one.jpg", "other.jpg"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("more", "top", "bottom"),
    [
        (Metadata("Emma", author="Somebody’s Name"), 1880, 2110),
        (Metadata("Emma", narrator="Somebody’s Name"), 2100, 2240),
        (Metadata("Emma", series="Somebody’s Series", part="2.5"), 180, 330),
    ],
)
def test_every_fact_has_its_place(tmp_path: Path, more: Metadata, top: int, bottom: int) -> None:
    box = changed(drawn(tmp_path, Metadata("Emma")), drawn(tmp_path, more))
    assert box is not None
    assert top < box[1] < box[3] < bottom


def test_titles_differ_in_their_rings(tmp_path: Path) -> None:
    assert (
        changed(drawn(tmp_path, Metadata(title="\u200b1")), drawn(tmp_path, Metadata(title="1"))) is not None
    )


@pytest.mark.parametrize(
    "title", ["", "😀", "caf\udce9", "x" * 5_000, "日" * 300, "ألف ليلة وليلة", "w " * 600]
)
def test_nothing_is_written_over_the_frame(tmp_path: Path, title: str) -> None:
    everything = Metadata(title, title, title, language="xx", series=title, part="2")
    difference = changed(drawn(tmp_path, Metadata(title)), drawn(tmp_path, everything))
    if difference is not None:
        left, top, right, bottom = difference
        assert min(left, top) > 130
        assert max(right, bottom) < SIDE - 130


def test_the_narrator_is_announced_in_the_book_s_language(tmp_path: Path) -> None:
    english, german = (drawn(tmp_path, replace(PLAIN, language=tag)) for tag in ("en-US", "de"))
    assert changed(english, german) is not None
