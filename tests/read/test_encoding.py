import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narrate.errors import BadInput, CannotRead, EmptyStory, NotText, UnknownEncoding
from narrate.read.encoding import decode

DATA = Path(__file__).parents[1] / "data" / "read"
STORY = "“Été,” she said – naïvely.\r\nIt’s late…\n"


def written(folder: Path, data: bytes) -> Path:
    path = folder / "story.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_text_comes_out_as_it_was_written_without_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    assert decode(written(tmp_path, STORY.encode(encoding))) == STORY


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"])
def test_both_byte_orders_with_a_mark_are_known(tmp_path: Path, bom: bytes) -> None:
    encoding = "utf-16-le" if bom == b"\xff\xfe" else "utf-16-be"
    assert decode(written(tmp_path, bom + STORY.encode(encoding))) == STORY


def test_cyrillic_in_utf16_without_a_mark_is_known_by_its_blanks(tmp_path: Path) -> None:
    text = "Жила-была русалка, и пела она по ночам.\n"
    assert decode(written(tmp_path, text.encode("utf-16-le"))) == text


def test_a_mark_in_the_middle_stays(tmp_path: Path) -> None:
    assert decode(written(tmp_path, "One\ufefftwo".encode("utf-8-sig"))) == "One\ufefftwo"


def test_accents_and_typography_of_western_languages_in_windows_1252_are_no_garbage(tmp_path: Path) -> None:
    text = "L’été à Noël – « où ça ? » – mañana, ¿qué? Þórður væri ekki þar; 3½ £5 col·lecció 1º."
    assert decode(written(tmp_path, text.encode("cp1252"))) == text


def test_the_old_end_of_file_mark_is_let_through(tmp_path: Path) -> None:
    assert decode(written(tmp_path, b"The end.\x1a")) == "The end.\x1a"


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [
        ("empty.txt", EmptyStory, "the file is empty"),
        ("blanks_only.txt", EmptyStory, "the file is empty"),
        ("picture.txt", NotText, "byte 0: this is a PNG picture"),
        ("word_document.txt", NotText, "byte 0: this is a ZIP archive"),
        ("recording.txt", NotText, "byte 0: this is an MP3 recording"),
        ("zero_bytes.txt", NotText, "byte 9: this is a zero byte"),
        ("control_character.txt", NotText, r"byte 16: this is a control character \(0x07\)"),
        ("damaged_utf8.txt", UnknownEncoding, r"byte 32 \(line 2\): the UTF-8 text is damaged"),
        ("cut_short_utf8.txt", UnknownEncoding, "the UTF-8 text is damaged"),
        ("undefined_byte.txt", UnknownEncoding, r"byte 19 \(line 2\): byte 0x81 is neither"),
        ("odd_utf16.txt", UnknownEncoding, r"byte 36 \(line 1\): the UTF-16-LE text is damaged"),
        ("cyrillic_cp1251.txt", UnknownEncoding, r"byte 0 \(line 1\): the text is in an encoding"),
        ("greek_cp1253.txt", UnknownEncoding, r"byte 0 \(line 1\)"),
        ("polish_latin2.txt", UnknownEncoding, "neither UTF-8, UTF-16 nor Windows-1252"),
        ("german_cp850.txt", UnknownEncoding, "neither UTF-8, UTF-16 nor Windows-1252"),
        ("english_mac_roman.txt", UnknownEncoding, "neither UTF-8, UTF-16 nor Windows-1252"),
        ("japanese_shift_jis.txt", UnknownEncoding, "save it as UTF-8"),
    ],
)
def test_what_is_no_readable_text_is_refused_with_file_byte_and_advice(
    name: str, error: type[BadInput], says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        decode(DATA / name)
    assert str(DATA / name) in str(caught.value)


@pytest.mark.parametrize(
    "opening", ["RIFF raff", "ID3 is a band", "Rar! said the tiger", "OggS", "GIF89a", "MZ"]
)
def test_a_story_may_begin_like_a_file_of_another_kind(tmp_path: Path, opening: str) -> None:
    assert decode(written(tmp_path, f"{opening}, and so on.".encode())) == f"{opening}, and so on."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n1 0 obj\nendobj\n", "byte 0: this is a PDF document"),
        (b"{\\rtf1\\ansi Once.}", "byte 0: this is a Rich Text document"),
        (b"\0" * 60 + b"BOOKMOBI\0", "byte 60: this is a Kindle book"),
        (b"RIFF\x24\x08\0\0WAVEfmt \x10\0\0\0", "byte 8: this is a WAV recording"),
        (b"\0\0\0\x20ftypM4B \0\0\0\0", "byte 4: this is an MP4 recording"),
        (b"\xff\xd8\xff\xe0\x10JFIF\x01", "byte 0: this is a JPEG picture"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(NotText, match=kind):
        decode(written(tmp_path, data))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_lines_of_wide_text_are_counted_too(tmp_path: Path, encoding: str, end: str) -> None:
    whole = end.join(["Once upon", "a time", "there"]).encode(encoding)
    with pytest.raises(UnknownEncoding, match="line 3"):
        decode(written(tmp_path, whole + (b"\x01\xd8" if encoding == "utf-16" else b"\xd8\x01")))


def test_a_file_that_vanished_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"gone\.txt: cannot be read: No such file"):
        decode(tmp_path / "gone.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"Is a directory|Permission denied"):
        decode(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, b"Secret.")
    path.chmod(0)
    with pytest.raises(CannotRead, match="Permission denied"):
        decode(path)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
@example("\ufeffOnce")
def test_any_text_in_utf8_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = written(tmp_path_factory.getbasetemp(), text.encode("utf-8-sig"))
    assert decode(path) == text


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_text_or_refused_politely(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = written(tmp_path_factory.getbasetemp(), data)
    try:
        assert decode(path).strip()
    except BadInput as error:
        assert "story.txt" in str(error)  # noqa: PT017 - either outcome is right, each has its promise
