import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from mutagen.id3 import ID3, TALB
from mutagen.mp4 import MP4

from narrate.errors import NotAsRecorded
from narrate.master.codecs import GRID
from narrate.model.recording import Mark
from narrate.publish.atoms import read_atoms
from narrate.publish.id3 import MILLISECONDS, read_tag
from narrate.publish.m4b import M4b
from narrate.publish.mp3 import Mp3
from narrate.publish.picture import Picture, load_picture
from narrate.publish.tags import facts, id3_frames, mp4_atoms
from narrate.publish.verify import Promise, verify
from narrate.testing.formats import BOOK, RATE, sound

TITLES = ["One", "Two", "Three"]


class Finished:
    """A published file, what it promises, and a way to check it."""

    def __init__(self, folder: Path, picture: Path, form: M4b | Mp3) -> None:
        self.recorded = sound(form.encoding(None), TITLES, frames=2 * GRID)
        (self.path,) = form.paths(BOOK, TITLES, folder)
        form.publish([self.recorded], BOOK, picture, [self.path])
        known, cover = facts(BOOK, BOOK.title), load_picture(picture)
        aac = isinstance(form, M4b)
        tags, self.read = (mp4_atoms(known), read_atoms) if aac else (id3_frames(known), read_tag)
        ticks = RATE if aac else MILLISECONDS
        self.checksum = crc32(b"".join(self.recorded.packets))
        self.promise = Promise(self.recorded, self.recorded.marks, ticks, tags, cover, indexed=aac)

    def check(self, promise: Promise | None = None) -> None:
        verify(self.path, "the book", promise or self.promise, self.checksum, self.read)

    def marked(self, marks: tuple[Mark, ...]) -> Promise:
        return replace(self.promise, marks=marks)


@pytest.fixture(params=[M4b, Mp3])
def finished(request: pytest.FixtureRequest, tmp_path: Path, picture: Path) -> Finished:
    return Finished(tmp_path, picture, request.param())


def test_a_file_that_is_as_recorded_is_left_in_peace(finished: Finished) -> None:
    finished.check()


@pytest.mark.parametrize("by", [-1, 1])
def test_a_chapter_that_is_a_moment_too_early_or_late_is_noticed(finished: Finished, by: int) -> None:
    shift = by * -(-RATE // finished.promise.ticks)
    one, two, three = finished.recorded.marks
    marks = (one, replace(two, start=two.start + shift), three)
    with pytest.raises(
        NotAsRecorded, match=r"the book is not .*: chapter 2 begins at 0:00:00\.836 instead of 0:00:00\.83"
    ):
        finished.check(finished.marked(marks))


def test_another_title_is_noticed(finished: Finished) -> None:
    *marks, last = finished.recorded.marks
    with pytest.raises(NotAsRecorded, match="chapter 3 is called 'Three' instead of 'Drei'"):
        finished.check(finished.marked((*marks, replace(last, title="Drei"))))


def test_a_missing_chapter_is_noticed(finished: Finished) -> None:
    marks = (*finished.recorded.marks, Mark("Four", 6 * GRID, 6 * GRID))
    with pytest.raises(NotAsRecorded, match="it has 3 chapters instead of 4"):
        finished.check(finished.marked(marks))


@pytest.mark.parametrize(("by", "told"), [(RATE // 4, "2.758"), (-RATE // 4, "2.258")])
def test_another_length_is_noticed(finished: Finished, by: int, told: str) -> None:
    *marks, last = finished.recorded.marks
    other = replace(finished.recorded, marks=(*marks, replace(last, end=last.end + by)))
    ends, lasts = r"its sound ends at 0:00:02\.5\d\d", r"it says that it lasts 0:00:02\.510"
    with pytest.raises(NotAsRecorded, match=rf"{ends} .* {lasts} instead of 0:00:0{told}"):
        finished.check(replace(finished.promise, sound=other))


def test_a_file_cut_short_is_noticed(finished: Finished) -> None:
    data = finished.path.read_bytes()
    finished.path.write_bytes(data[: len(data) - 2_000])
    with pytest.raises(NotAsRecorded, match="its sound is not byte for byte the one that was encoded"):
        finished.check()


@pytest.mark.parametrize("at", [-1, -9_000])
def test_a_single_other_bit_of_the_sound_is_noticed(finished: Finished, at: int) -> None:
    data = bytearray(finished.path.read_bytes())
    data[at] ^= 1
    finished.path.write_bytes(data)
    with pytest.raises(NotAsRecorded, match="its sound is not byte for byte the one that was encoded"):
        finished.check()


@pytest.mark.parametrize("table", [b"stco", b"stsz"])
def test_an_index_that_leads_astray_is_noticed(tmp_path: Path, picture: Path, table: bytes) -> None:
    finished = Finished(tmp_path, picture, M4b())
    data = bytearray(finished.path.read_bytes())
    at = data.index(table) + (12 if table == b"stco" else 16)
    data[at + 3] ^= 1
    finished.path.write_bytes(data)
    with pytest.raises(NotAsRecorded, match="its index does not lead to the end of the sound"):
        finished.check()


@pytest.mark.parametrize("kept", [0, 30])
def test_a_file_of_which_next_to_nothing_is_left_is_noticed(finished: Finished, kept: int) -> None:
    finished.path.write_bytes(finished.path.read_bytes()[:kept])
    with pytest.raises(NotAsRecorded, match="the book is not what was recorded"):
        finished.check()


def test_every_tag_that_is_missing_is_noticed(finished: Finished) -> None:
    with pytest.raises(NotAsRecorded) as caught:
        finished.check(replace(finished.promise, tags=dict.fromkeys(finished.promise.tags, "other")))
    noticed = re.findall(r"the tag (\S+) says", str(caught.value))
    assert noticed == sorted(finished.promise.tags)


def test_a_tag_too_many_is_noticed(finished: Finished) -> None:
    fewer = {tag: text for tag, text in finished.promise.tags.items() if text != BOOK.asin}
    with pytest.raises(NotAsRecorded, match="ASIN says 'B00TEST000' instead of ''"):
        finished.check(replace(finished.promise, tags=fewer))


def test_another_cover_is_noticed(finished: Finished) -> None:
    with pytest.raises(NotAsRecorded, match="the cover is another one"):
        finished.check(replace(finished.promise, cover=Picture(b"another")))


def spoil_m4b(path: Path) -> None:
    file = MP4(path)
    file["©alb"] = ["Spoilt"]
    del file["covr"]
    file.save()


def spoil_mp3(path: Path) -> None:
    tags = ID3(path, translate=False)
    tags.delall("APIC")
    tags["TALB"] = TALB(encoding=1, text=["Spoilt"])
    tags.save(path, v2_version=3)


@pytest.mark.parametrize("spoil", [spoil_m4b, spoil_mp3])
def test_what_another_program_did_to_a_file_is_noticed(
    tmp_path: Path, picture: Path, spoil: Callable[[Path], None]
) -> None:
    finished = Finished(tmp_path, picture, M4b() if spoil is spoil_m4b else Mp3())
    spoil(finished.path)
    with pytest.raises(NotAsRecorded, match=r"says 'Spoilt' instead of .*; the cover is missing"):
        finished.check()
