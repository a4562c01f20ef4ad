from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.ffmetadata import ShownChapter, read_chapters, sections
from narrate.publish.format import Format
from narrate.publish.m4b import M4b
from narrate.publish.mp3 import Mp3
from narrate.publish.titles import titled
from narrate.testing.formats import BOOK, shown, sound

TITLES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
NASTY = st.text("\\=;#[]\n\r\t \"'%{}é😀a", min_size=1, max_size=12)


@pytest.fixture(scope="module")
def recorded() -> dict[str, Encoded]:
    encodings = (Encoding("aac", 32_000), Encoding("mp3", 32_000))
    return {encoding.codec: sound(encoding, ["x"] * 40) for encoding in encodings}


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
    form.publish([replace(plain, marks=marks)], BOOK, picture, [path])
    assert [chapter.title for chapter in shown(path)[1]] == [mark.title for mark in marks]


def test_a_chapter_without_a_title_has_an_empty_one() -> None:
    assert read_chapters("[CHAPTER]\nTIMEBASE=1/10\nSTART=0\nEND=5\n") == (
        ShownChapter("", Fraction(0), Fraction(1, 2)),
    )


def test_sections_of_other_kinds_are_told_apart() -> None:
    chapter = "[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\ntitle=One\n"
    told = ";FFMETADATA1\ntitle=Book\n[STREAM]\nlanguage=eng\n" + chapter
    assert [head for head, _ in sections(told)] == ["", "[STREAM]", "[CHAPTER]"]
    assert [found.title for found in read_chapters(told)] == ["One"]
