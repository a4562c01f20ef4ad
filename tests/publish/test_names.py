import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.names import LONGEST, UNTITLED, file_name


@given(
    st.text(st.characters(exclude_categories=[])),
    st.sampled_from(["", ".m4b"]),
    st.sampled_from(["", "01 - "]),
)
def test_any_title_gives_a_legal_name(title: str, suffix: str, prefix: str) -> None:
    name = file_name(title, suffix, prefix)
    assert name.startswith(prefix)
    assert name.endswith(suffix)
    assert len(name) > len(prefix + suffix)
    assert len(name.encode()) <= LONGEST
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .") == Path(name).name


@given(st.text(st.characters(exclude_categories=[])))
def test_a_name_stays_as_it_is(title: str) -> None:
    assert file_name(file_name(title)) == file_name(title)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Call of the Wild", "The Call of the Wild"),
        ("  two \n lines\t", "two lines"),
        ("Преступление и наказание", "Преступление и наказание"),
        ("吾輩は猫である", "吾輩は猫である"),
        ("Noon 😀", "Noon 😀"),
        ("/etc/passwd", "-etc-passwd"),
        ("..", UNTITLED),
        ("???", UNTITLED),
        ("nul", "nul_"),
        ("COM1", "COM1_"),
        (".hidden", "hidden"),
        ("He said “go”", "He said “go”"),
        ('He said "go"', "He said 'go'"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("e\u0301te\u0301", "été"),
        ("caf\udce9", "caf\ufffd"),
    ],
)
def test_a_title_keeps_what_it_may(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_name_is_cut_between_letters_and_never_through_one() -> None:
    assert file_name("日" * 100, ".m4b") == "日" * 46 + ".m4b"
    cut = file_name("x" * 142 + "q\u0323\u0323")
    assert not unicodedata.combining(cut[-1])
    assert cut == "x" * 142


def test_the_longest_name_can_be_written_here(tmp_path: Path) -> None:
    path = tmp_path / file_name("日" * 999, ".m4b")
    path.write_bytes(b"")
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
