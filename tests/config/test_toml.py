import os
from pathlib import Path

import pytest

from narrate.config.toml import read_toml
from narrate.errors import BadConfig


def said_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(BadConfig) as refused:
        read_toml(path)
    return str(refused.value).removeprefix(f"{path}: ")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "narrate.toml"


QUOTE_THE_KEY = "a key with blanks, accents or apostrophes goes in quotes"
DOUBLE_IT = "write a backslash twice, or put the text in 'single quotes'"


@pytest.mark.parametrize(
    ("text", "place", "message", "advice"),
    [
        ("title = The Book", "line 1, column 9", "invalid value", "text goes in quotes"),
        ("\n\ntitle = “Book”", "line 3, column 9", "invalid value", "text goes in quotes"),
        ("Zoë = 1", "line 1, column 3", "expected '=' after a key in a key/value pair", QUOTE_THE_KEY),
        ("É = 1", "line 1, column 1", "invalid statement", QUOTE_THE_KEY),
        (r'a = "C:\Users\me"', "line 1, column 10", "invalid hex value", DOUBLE_IT),
        (r'a = "C:\my art"', "line 1, column 10", "unescaped '\\' in a string", DOUBLE_IT),
        (
            'a = "one\ntwo"',
            "line 1, column 9",
            r"illegal character '\n'",
            'text over several lines goes in three quotes: """',
        ),
        (
            'a = "say "ah" now"',
            "line 1, column 11",
            "expected newline or end of document after a statement",
            r"a quote inside of text is written \"",
        ),
        (
            "a = 1\na = 2\nb = 3",
            "line 2, column 6",
            "cannot overwrite a value",
            "a key stands only once in its table",
        ),
        (
            "[book]\n[book]\n",
            "line 2, column 6",
            "cannot declare ('book',) twice",
            "a table stands only once; put its keys together",
        ),
    ],
)
def test_a_slip_of_the_pen_is_told_with_its_place_and_its_cure(
    path: Path, text: str, place: str, message: str, advice: str
) -> None:
    assert said_of(path, text.encode()) == f"{place}: {message}; {advice}"


def test_what_has_no_cure_to_name_is_told_all_the_same(path: Path) -> None:
    assert said_of(path, b'a = "never ending') == "end of document: unterminated string"


def test_bytes_that_are_not_utf_8_are_named_with_their_line(path: Path) -> None:
    said = said_of(path, 'a = 1\r\nb = "Zoë"'.encode("cp1252"))
    assert said == "line 2: byte 0xEB is not UTF-8; save the file as UTF-8 in your editor"


def test_utf_16_is_told_as_what_it_is_not(path: Path) -> None:
    assert "byte 0xFF is not UTF-8" in said_of(path, 'a = "b"'.encode("utf-16"))


def test_a_byte_order_mark_is_no_part_of_the_first_key(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfa = 1")
    assert read_toml(path) == {"a": 1}


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(BadConfig, match=r"narrate\.toml: there is no such file or folder$"):
        read_toml(path)


def test_a_folder_of_that_name_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(BadConfig, match=r"is a folder; name the file inside it$|no permission$"):
        read_toml(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(path: Path) -> None:
    path.touch(mode=0)
    with pytest.raises(BadConfig, match="no permission"):
        read_toml(path)


def test_a_path_through_a_file_is_told(path: Path) -> None:
    path.touch()
    with pytest.raises(BadConfig, match="cannot be read"):
        read_toml(path / "narrate.toml")


@pytest.mark.parametrize("text", ["a = " + "[" * 10_000, "a = " + "9" * 5_000])
def test_what_no_person_writes_is_refused_like_anything_else(path: Path, text: str) -> None:
    assert said_of(path, text.encode()) == "holds a number or a nesting beyond all reason"
