from pathlib import Path

import pytest
from mutagen.mp4 import MP4

from narrate.model.recording import Mark
from narrate.publish import nero
from narrate.publish.m4b import M4b
from narrate.testing.formats import BOOK, sound


@pytest.mark.parametrize("title", ["x" * 254 + "é", "日" * 400, "😀" * 64, "a" * 255, "short"])
def test_a_title_too_long_for_the_list_ends_with_a_whole_letter(
    tmp_path: Path, picture: Path, title: str
) -> None:
    recorded = sound(tmp_path, M4b().encoding(None), ["First", title, "Last"], frames=2_205)
    paths = M4b().paths(BOOK, [], tmp_path)
    M4b().publish([recorded], BOOK, picture, paths)
    first, listed, last = [mark.title for mark in MP4(paths[0]).chapters or ()]
    assert (first, last) == ("First", "Last")
    assert title.startswith(listed.rstrip())
    assert len(listed.rstrip().encode()) >= min(252, len(title.encode()))


def test_a_file_without_a_list_is_left_alone(tmp_path: Path) -> None:
    recorded = sound(tmp_path, M4b().encoding(None), ["One"])
    before = recorded.path.read_bytes()
    nero.mend_titles(recorded.path)
    assert recorded.path.read_bytes() == before


def test_the_list_holds_255_chapters_and_no_more() -> None:
    assert nero.holds([Mark("", 0, 0)] * 255)
    assert not nero.holds([Mark("", 0, 0)] * 256)
