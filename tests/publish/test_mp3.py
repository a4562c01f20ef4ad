import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from narrate import ffmpeg
from narrate.master.codecs import GRID
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish import id3
from narrate.publish.id3 import milliseconds
from narrate.publish.mp3 import Mp3, Mp3Chapters
from narrate.publish.packets import write_before
from narrate.publish.picture import load_picture
from narrate.publish.xing import xing_frame
from narrate.testing.formats import BOOK, RATE, FormatContract, shown, sound


class TestContract(FormatContract):
    def make(self) -> Mp3:
        return Mp3()


class TestContractOfChapters(FormatContract):
    def make(self) -> Mp3Chapters:
        return Mp3Chapters()


def published(folder: Path, picture: Path, recorded: Encoded) -> Path:
    paths = Mp3().paths(BOOK, [], folder)
    Mp3().publish([recorded], BOOK, picture, paths)
    return paths[0]


def test_the_sound_is_copied_byte_for_byte(tmp_path: Path, picture: Path) -> None:
    recorded = sound(Mp3().encoding(None), ["One", "Two"])
    path = published(tmp_path, picture, recorded)
    assert path.read_bytes().endswith(b"".join(recorded.packets))


def test_the_table_of_contents_lists_the_chapters_in_order(tmp_path: Path, picture: Path) -> None:
    titles = [f"Part {n}" for n in range(12)]
    path = published(tmp_path, picture, sound(Mp3().encoding(None), titles))
    tags = ID3(path)
    (toc,) = tags.getall("CTOC")
    assert (toc.element_id, int(toc.flags)) == ("toc", 3)
    chapters = [tags[f"CHAP:{name}"] for name in toc.child_element_ids]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == titles
    assert [(c.start_time, c.end_time) for c in chapters] == [
        (milliseconds(n * GRID, RATE), milliseconds((n + 1) * GRID, RATE)) for n in range(12)
    ]


def test_four_hundred_chapters_are_all_shown_in_tables_that_can_count_them(
    tmp_path: Path, picture: Path
) -> None:
    recorded = sound(Mp3().encoding(None), ["x"] * 10)
    ends = [recorded.frames * n // 400 for n in range(401)]
    marks = tuple(Mark(f"Nº {n}", *ends[n : n + 2]) for n in range(400))
    path = published(tmp_path, picture, replace(recorded, marks=marks))
    assert [chapter.title for chapter in shown(path)[1]] == [mark.title for mark in marks]
    tags = ID3(path)
    top, *rest = sorted(tags.getall("CTOC"), key=lambda table: str(table.element_id))
    assert [len(table.child_element_ids) for table in rest] == [255, 145]
    assert list(top.child_element_ids) == [table.element_id for table in rest]
    assert [bool(int(table.flags) & 2) for table in (top, *rest)] == [True, False, False]


def test_a_month_without_a_day_is_kept_as_its_year(tmp_path: Path, picture: Path) -> None:
    recorded = sound(Mp3().encoding(None), ["One"])
    path = tmp_path / "out.mp3"
    Mp3().publish([recorded], replace(BOOK, date="2024-05"), picture, [path])
    assert shown(path)[0]["date"] == "2024"


def test_chapter_files_are_numbered_in_a_folder_of_the_book(tmp_path: Path) -> None:
    paths = Mp3Chapters().paths(BOOK, ["Dawn", "", "Noon?"], tmp_path)
    assert {path.parent.name for path in paths} == {"Dune - Messiah = 2; #1 - 😀"}
    assert [path.name for path in paths] == ["01 - Dawn.mp3", "02.mp3", "03 - Noon.mp3"]


def test_a_hundred_chapters_are_numbered_with_three_digits(tmp_path: Path) -> None:
    paths = Mp3Chapters().paths(BOOK, ["Day"] * 100, tmp_path)
    assert [paths[0].name, paths[99].name] == ["001 - Day.mp3", "100 - Day.mp3"]


def test_a_chapter_file_knows_its_title_and_its_place(tmp_path: Path, picture: Path) -> None:
    whole = sound(Mp3().encoding(None), ["One"])
    parts = [whole, replace(whole, marks=(replace(whole.marks[0], title="Two"),))]
    paths = Mp3Chapters().paths(BOOK, ["One", "Two"], tmp_path)
    Mp3Chapters().publish(parts, BOOK, picture, paths)
    tags, chapters = shown(paths[1])
    assert (tags["title"], tags["album"], tags["track"]) == ("Two", BOOK.title, "2/2")
    assert chapters == ()


def test_one_bad_chapter_keeps_all_chapters_off_the_shelf(tmp_path: Path, picture: Path) -> None:
    good = sound(Mp3().encoding(None), ["One"])
    bad = replace(good, packets=[next(iter(good.packets))[:400]])
    paths = Mp3Chapters().paths(BOOK, ["One", "Two"], tmp_path / "shelf")
    with pytest.raises(Exception, match=r"02 - Two\.mp3"):
        Mp3Chapters().publish([good, bad], BOOK, picture, paths)
    assert not [path for path in (tmp_path / "shelf").rglob("*") if path.is_file()]


def test_a_file_of_more_than_four_gigabytes_and_a_day_tells_its_length(tmp_path: Path, picture: Path) -> None:
    short = sound(Encoding("mp3", 320_000), ["x"] * 100, rate=44_100)
    times = 1 + (1 << 32) // sum(short.sizes)
    sizes = short.sizes * times
    frames = len(sizes) * short.frame - short.lead
    long = replace(short, sizes=sizes, marks=(Mark("One", 0, frames // 2), Mark("Two", frames // 2, frames)))
    path = tmp_path / "long.mp3"
    tag = id3.tag({"TIT2": "Long"}, long.marks, 44_100, load_picture(picture))
    write_before(short, tag + xing_frame(long), path)
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size + sum(sizes) - sum(short.sizes))
    info: Any = MP3(path).info
    assert info.length == pytest.approx(frames / 44_100)
    assert info.length > 24 * 3600
    _, said = ffmpeg.run("look", ["-i", str(path), "-f", "ffmetadata", "-"])
    hours, minutes, seconds = re.findall(r"Duration: (\d+):(\d+):([\d.]+)", said)[0]
    assert int(hours) * 3600 + int(minutes) * 60 + float(seconds) == pytest.approx(frames / 44_100, abs=0.01)
    assert [chapter.title for chapter in shown(path)[1]] == ["One", "Two"]


def test_it_is_64_kilobits_unless_told_otherwise() -> None:
    assert Mp3().encoding(None) == Mp3Chapters().encoding(None) == Encoding("mp3", 64_000)
