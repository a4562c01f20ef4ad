"""What every output format has to keep: inherit `FormatContract`, give it your format, run pytest."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import ClassVar, Final

import numpy as np
import pytest
from PIL import Image

from narrate import ffmpeg
from narrate.errors import NotAsRecorded
from narrate.master.codecs import GRID
from narrate.master.encode import encode, heard, join
from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.ffmetadata import ShownChapter, read_chapters, sections
from narrate.publish.format import Format

RATE: Final = 22_050
LONGEST_NAME: Final = 255
"""Bytes that a file name may have on common systems."""
TITLES: Final = (
    "Dawn",
    "a = b; #c \\ d",
    "two\nlines\r\nand three",
    " blanks at both ends ",
    "“Quotes” 'n' \"more\"",
    "吾輩は猫である",
    "ألف ليلة وليلة",
    "Noon 😀 👩‍👩‍👧",
    "e\u0301 and é",
    "[CHAPTER]",
    ";FFMETADATA1",
    "title=",
    "\\",
    "A long one: " + "ß" * 5_000,
)
BOOK: Final = Metadata(
    title="Dune: Messiah = 2; #1 \\ 😀",
    author="Ann O'Author; José 日本",
    narrator="Eleanor “Nell” Reads",
    language="en-GB",
    date="2024-05-31",
    publisher="P & Q",
    series="The Dune Books",
    part="2",
    genre="Fantasy",
    description="First line.\nSecond = line; #3 \\ é",
    copyright="2024 Ann",
    isbn="9780000000002",
    asin="B00TEST000",
)
SHOWN: Final = {
    "album": BOOK.title,
    "artist": BOOK.author,
    "album_artist": BOOK.author,
    "composer": BOOK.narrator,
    "genre": BOOK.genre,
    "date": BOOK.date,
    "publisher": BOOK.publisher,
    "copyright": BOOK.copyright,
    "comment": BOOK.description,
    "description": BOOK.description,
    "series": BOOK.series,
    "series-part": BOOK.part,
    "isbn": BOOK.isbn,
    "asin": BOOK.asin,
}
"""What ffprobe, and every shelf that asks it, is to show of `BOOK`."""


def hum(frames: int) -> bytes:
    """Return 16-bit PCM in which no moment sounds like one nearby, so that a shift by one frame shows."""
    tones = (round(9_000 * math.sin((n % GRID) ** 2 / 90_000)) for n in range(frames))
    return array("h", tones).tobytes()


def sound(encoding: Encoding, titles: Sequence[str], frames: int = GRID, rate: int = RATE) -> Encoded:
    """Encode a hum of `frames` PCM frames, whole packets, for every title, as the master room does."""
    total = frames * len(titles)
    start, end = heard(encoding, rate, 0, total)
    pcm = bytes(2 * -start) + hum(total) + bytes(2 * (end - total))
    marks = tuple(Mark(title, n * frames, (n + 1) * frames) for n, title in enumerate(titles))
    packets = encode(pcm, encoding, rate, total)
    return join([lambda length: packets[:length]], encoding, rate, marks)


def decoded(path: Path) -> bytes:
    """Return the 16-bit PCM that a player plays."""
    return ffmpeg.run("decode", ["-i", ffmpeg.file(path), "-map", "0:a:0", "-f", "s16le", "-"])[0]


def lag(pcm: bytes, wanted: bytes) -> int:
    """Return by how many frames sound comes late: where both are most alike, within a quarter of the grid."""
    reach, heard, meant = GRID // 4, np.frombuffer(pcm, "<i2"), np.frombuffer(wanted, "<i2")
    middle = meant[reach : len(meant) - reach].astype(np.float64)
    return int(np.argmax(np.correlate(heard[: len(meant)].astype(np.float64), middle))) - reach


def shown(path: Path) -> tuple[dict[str, str], tuple[ShownChapter, ...]]:
    """Return tags, their names in lower case, and chapters of a file as ffmpeg reads them."""
    told = ffmpeg.run("read", ["-copyts", "-i", str(path), "-f", "ffmetadata", "-"])[0].decode("utf-8")
    _, tags = next(sections(told))
    return {name.lower(): text for name, text in tags.items()}, read_chapters(told)


class FormatContract:
    """Tests for one format; a subclass says how to make it and how exact its chapters are."""

    exact: ClassVar[Fraction] = Fraction(1, 2_000)
    """Seconds by which a chapter may be shown too early or late: half of the format's own unit of time."""

    def make(self) -> Format:
        """Return the format under test; override this."""
        raise NotImplementedError

    @pytest.fixture
    def cover(self, tmp_path: Path) -> Path:
        """Paint a cover."""
        path = tmp_path / "cover.jpg"
        Image.linear_gradient("L").resize((600, 600)).convert("RGB").save(path)
        return path

    def parts(self, titles: Sequence[str] = TITLES, rate: int = RATE) -> tuple[Encoded, ...]:
        """Encode a book the way the format wants it: whole, or chapter by chapter."""
        form = self.make()
        encoding = form.encoding(None)
        if form.unit == "book":
            return (sound(encoding, titles, rate=rate),)
        whole = sound(encoding, titles[:1], rate=rate)
        return tuple(replace(whole, marks=(replace(whole.marks[0], title=title),)) for title in titles)

    def published(self, folder: Path, parts: Sequence[Encoded], cover: Path) -> tuple[Path, ...]:
        """Publish `BOOK` below a folder and return the files."""
        form = self.make()
        paths = form.paths(BOOK, [mark.title for part in parts for mark in part.marks], folder)
        form.publish(parts, BOOK, cover, paths)
        return paths

    def test_it_asks_for_the_bit_rate_it_is_told(self) -> None:
        """`None` asks for the format's own."""
        form = self.make()
        assert form.encoding(48_000).bitrate == 48_000  # noqa: PLR2004 - what was asked for
        assert form.encoding(None).bitrate > 0

    def test_its_names_are_legal_and_its_own(self, tmp_path: Path) -> None:
        """One path a file, below the folder, with names that any system takes."""
        form = self.make()
        titles = ["../../etc/passwd", "CON", "nul.txt", "", " . ", "a" * 999, "日" * 999, "same", "same"]
        paths = form.paths(replace(BOOK, title="../" + "é" * 400), titles, tmp_path)
        assert len(set(paths)) == (1 if form.unit == "book" else len(titles))
        for path in paths:
            names = path.relative_to(tmp_path).parts
            assert all(0 < len(name.encode()) <= LONGEST_NAME and name.strip(" .") == name for name in names)
            assert not set("".join(names)) & set('<>:"/\\|?*')

    def test_chapters_are_where_the_recording_has_them(self, tmp_path: Path, cover: Path) -> None:
        """Titles in any script and with any mark survive; times are exact to half the format's unit."""
        parts = self.parts()
        paths = self.published(tmp_path, parts, cover)
        if self.make().unit == "chapter":
            assert [shown(path)[0]["title"] for path in paths] == list(TITLES)
            return
        _, found = shown(paths[0])
        assert [chapter.title for chapter in found] == list(TITLES)
        for mark, chapter in zip(parts[0].marks, found, strict=True):
            assert abs(chapter.start - Fraction(mark.start, RATE)) <= self.exact
            assert abs(chapter.end - Fraction(mark.end, RATE)) <= self.exact

    def test_more_chapters_than_a_byte_can_count_are_all_there(self, tmp_path: Path, cover: Path) -> None:
        """Lists that count them in a byte must not hide the rest."""
        titles = [f"Nº {n}" for n in range(300)]
        if self.make().unit == "chapter":
            paths = self.make().paths(BOOK, titles, tmp_path)
            assert [path.name.split(" - ")[0] for path in paths] == [f"{n:03}" for n in range(1, 301)]
            return
        (whole,) = self.parts(titles[:1])
        ends = [whole.frames * n // len(titles) for n in range(len(titles) + 1)]
        marks = tuple(Mark(title, *ends[n : n + 2]) for n, title in enumerate(titles))
        (path,) = self.published(tmp_path, [replace(whole, marks=marks)], cover)
        assert [chapter.title for chapter in shown(path)[1]] == titles

    @pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
    def test_a_player_plays_exactly_the_recording(self, tmp_path: Path, cover: Path, rate: int) -> None:
        """Not a frame is missing at either end, none is added, and all come when they should."""
        parts = self.parts(TITLES[:2], rate)
        for part, path in zip(parts, self.published(tmp_path, parts, cover), strict=True):
            pcm = decoded(path)
            assert len(pcm) == 2 * part.frames
            assert lag(pcm, hum(part.frames)) == 0

    def test_a_title_that_no_container_can_hold_is_mended(self, tmp_path: Path, cover: Path) -> None:
        """NUL and lone surrogates (of names that are not UTF-8) are; a blank title becomes its number."""
        paths = self.published(tmp_path, self.parts(["nul\0", "caf\udce9", "  "]), cover)
        if self.make().unit == "chapter":
            found = [shown(path)[0]["title"] for path in paths]
        else:
            found = [chapter.title for chapter in shown(paths[0])[1]]
        assert found == ["nul", "caf\ufffd", "3"]

    def test_shelves_are_shown_every_fact(self, tmp_path: Path, cover: Path) -> None:
        """The names are those that ffprobe gives."""
        for path in self.published(tmp_path, self.parts(TITLES[:2]), cover):
            tags, _ = shown(path)
            assert {name: tags.get(name) for name in SHOWN} == SHOWN
            assert tags["language"][:2] == "en"

    def test_a_book_of_which_little_is_known_is_published_all_the_same(
        self, tmp_path: Path, cover: Path
    ) -> None:
        """What nobody told us has no tag."""
        form, parts, little = self.make(), self.parts(["One"]), Metadata(title="Little")
        paths = form.paths(little, ["One"], tmp_path)
        form.publish(parts, little, cover, paths)
        tags, _ = shown(paths[0])
        assert tags["album"] == "Little"
        assert not {"artist", "composer", "series", "date", "comment"} & tags.keys()

    def test_the_cover_is_inside_as_it_is(self, tmp_path: Path, cover: Path) -> None:
        """Not a byte of it is changed."""
        for path in self.published(tmp_path, self.parts(TITLES[:2]), cover):
            assert cover.read_bytes() in path.read_bytes()

    def test_same_inputs_give_same_bytes(self, tmp_path: Path, cover: Path) -> None:
        """No clock, no version and no chance is in the file, wherever it is written."""
        parts = self.parts()
        once, again = (self.published(tmp_path / name, parts, cover) for name in ("once", "again"))
        assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]

    def test_nothing_is_left_beside_the_files(self, tmp_path: Path, cover: Path) -> None:
        """A draft is gone when its file is there, and an older file gives way."""
        parts, shelf = self.parts(TITLES[:2]), tmp_path / "shelf"
        paths = self.published(shelf, parts, cover)
        paths[0].write_bytes(b"an older edition")
        assert self.published(shelf, parts, cover) == paths
        assert sorted(path for path in shelf.rglob("*") if path.is_file()) == sorted(paths)
        assert paths[0].stat().st_size > len(b"an older edition")

    def test_a_failure_leaves_the_target_as_it_was(self, tmp_path: Path, cover: Path) -> None:
        """Sound that is shorter than its marks say is noticed, and nothing of it reaches the shelf."""
        parts, shelf = self.parts(TITLES[:2]), tmp_path / "shelf"
        paths = self.published(shelf, parts, cover)
        before = [path.read_bytes() for path in paths]
        last = parts[-1].marks[-1]
        longer = replace(parts[-1], marks=(*parts[-1].marks[:-1], replace(last, end=last.end + RATE)))
        with pytest.raises(NotAsRecorded, match=r"lasts|ends"):
            self.published(shelf, [*parts[:-1], longer], cover)
        assert [path.read_bytes() for path in paths] == before
        assert sorted(path for path in shelf.rglob("*") if path.is_file()) == sorted(paths)
