from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.ffmetadata import (
    ShownChapter,
    escape,
    read_chapters,
    sections,
    unescape,
    write_chapters,
)
from narrate.publish.format import Format
from narrate.publish.m4b import M4b
from narrate.publish.mp3 import Mp3
from narrate.publish.titles import titled
from narrate.testing.formats import BOOK, shown, sound

TITLES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
NASTY = st.text("\\=;#[]\n\r\t \"'%{}é😀a", min_size=1, max_size=12)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Encoded]:
    folder = tmp_path_factory.mktemp("recorded")
    encodings = (Encoding("aac", 32_000), Encoding("mp3", 32_000))
    return {encoding.codec: sound(folder, encoding, ["x"] * 40, frames=2_205) for encoding in encodings}


@pytest.mark.parametrize("form", [M4b(), Mp3()])
@given(titles=st.lists(TITLES | NASTY, min_size=40, max_size=40))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_title_survives_in_a_real_file(
    recorded: dict[str, Encoded], form: Format, titles: list[str], tmp_path: Path, picture: Path
) -> None:
    plain = recorded[form.encoding(None).codec]
    marks = titled(
        [Mark(title, mark.start, mark.end) for title, mark in zip(titles, plain.marks, strict=True)]
    )
    path = tmp_path / "book"
    form.publish([Encoded(plain.path, plain.rate, marks)], BOOK, picture, [path])
    assert [chapter.title for chapter in shown(path)[1]] == [mark.title for mark in marks]


@given(st.text())
def test_escaping_can_be_undone(text: str) -> None:
    assert unescape(escape(text)) == text
    assert "\n" not in escape(text).replace("\\\n", "")


@given(
    st.lists(TITLES.filter(lambda title: not title.endswith("\\")), min_size=1),
    st.sampled_from([22050, 44100, 48000]),
)
def test_what_is_written_is_read(titles: list[str], rate: int) -> None:
    marks = titled([Mark(title, n * 1234, n * 1234 + 1234) for n, title in enumerate(titles)])
    told = read_chapters(write_chapters(marks, rate))
    assert told == tuple(
        ShownChapter(mark.title, Fraction(mark.start, rate), Fraction(mark.end, rate)) for mark in marks
    )


def test_a_chapter_without_a_title_has_an_empty_one() -> None:
    assert read_chapters("[CHAPTER]\nTIMEBASE=1/10\nSTART=0\nEND=5\n") == (
        ShownChapter("", Fraction(0), Fraction(1, 2)),
    )


def test_sections_of_other_kinds_are_told_apart() -> None:
    told = ";FFMETADATA1\ntitle=Book\n[STREAM]\nlanguage=eng\n" + write_chapters([Mark("One", 0, 1)], 1)[13:]
    assert [head for head, _ in sections(told)] == ["", "[STREAM]", "[CHAPTER]"]
    assert [chapter.title for chapter in read_chapters(told)] == ["One"]
