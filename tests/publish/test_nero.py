from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.mp4 import MP4

from narrate.model.recording import Mark
from narrate.publish.m4b import M4b
from narrate.publish.nero import chpl
from narrate.testing.formats import BOOK, RATE, sound


@pytest.mark.parametrize("title", ["x" * 254 + "é", "日" * 400, "😀" * 64, "a" * 255, "short"])
def test_a_title_too_long_for_the_list_ends_with_a_whole_letter(
    tmp_path: Path, picture: Path, title: str
) -> None:
    recorded = sound(M4b().encoding(None), ["First", title, "Last"])
    paths = M4b().paths(BOOK, [], tmp_path)
    M4b().publish([recorded], BOOK, picture, paths)
    first, listed, last = [mark.title for mark in MP4(paths[0]).chapters or ()]
    assert (first, last) == ("First", "Last")
    assert title.startswith(listed)
    assert len(listed.encode()) >= min(252, len(title.encode()))


@pytest.mark.parametrize(("count", "listed"), [(255, 255), (256, None)])
def test_the_list_holds_255_chapters_and_no_more(
    tmp_path: Path, picture: Path, count: int, listed: int | None
) -> None:
    recorded = sound(M4b().encoding(None), ["x"])
    ends = [recorded.frames * n // count for n in range(count + 1)]
    marks = tuple(Mark("", *ends[n : n + 2]) for n in range(count))
    paths = M4b().paths(BOOK, [], tmp_path)
    M4b().publish([replace(recorded, marks=marks)], BOOK, picture, paths)
    chapters = MP4(paths[0]).chapters
    assert (chapters if chapters is None else len(chapters)) == listed


def test_times_are_the_nearest_of_its_unit() -> None:
    (time,) = [int.from_bytes(chpl([Mark("", n, n + 1)], RATE)[17:25]) for n in (9_216,)]
    assert abs(time * RATE - 9_216 * 10_000_000) * 2 <= RATE
