from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from mutagen.id3 import ID3

from narrate.model.recording import Mark
from narrate.publish.id3 import milliseconds, read_tag, synchsafe, tag
from narrate.publish.legible import legible
from narrate.publish.picture import Picture

PNG = Picture(b"\x89PNG\r\n\x1a\n" + b"\xff\xe0" * 40)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def read(folder: Path, data: bytes) -> ID3:
    path = folder / "tag.mp3"
    path.write_bytes(data)
    return ID3(path, translate=False)


@given(st.integers(0, 2**28 - 1))
def test_sizes_have_no_bit_that_looks_like_sound(size: int) -> None:
    written = synchsafe(size)
    assert max(written) < 0x80
    assert sum(byte << 7 * place for place, byte in enumerate(reversed(written))) == size


@given(st.integers(0, 10**10), st.sampled_from([16000, 22050, 44100, 48000]))
def test_milliseconds_are_the_nearest(frames: int, rate: int) -> None:
    assert abs(milliseconds(frames, rate) * rate - frames * 1000) * 2 <= rate


@given(texts=st.dictionaries(st.sampled_from(["TIT2", "TALB", "COMM", "TXXX:SERIES", "TXXX:É 😀"]), TEXT))
def test_every_text_is_read_back(texts: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "tag.mp3")
        path.write_bytes(tag(texts, (), 22050, PNG))
        assert read_tag(path) == (texts, PNG.data)


def test_the_comment_names_its_language(tmp_path: Path) -> None:
    tags = read(tmp_path, tag({"TLAN": "deu", "COMM": "Grüße"}, (), 22050, PNG))
    assert tags["COMM::deu"].text == ["Grüße"]


def test_the_cover_is_the_front_one_and_tells_its_kind(tmp_path: Path) -> None:
    (picture,) = read(tmp_path, tag({}, (), 22050, PNG)).getall("APIC")
    assert (picture.type, picture.mime) == (3, "image/png")


def test_without_chapters_there_is_no_table_of_contents(tmp_path: Path) -> None:
    assert set(read(tmp_path, tag({"TIT2": "x"}, (), 22050, PNG))) == {"TIT2", "APIC:"}


def test_chapters_stand_in_the_order_of_the_book() -> None:
    data = tag({}, [Mark("y" * (40 - n), n, n + 1) for n in range(40)], 1000, PNG)
    order = [data.rindex(f"chp{n}\0".encode()) for n in range(40)]
    assert order == sorted(order)


def test_only_ascii_is_written_in_one_byte_a_letter(tmp_path: Path) -> None:
    tags = read(tmp_path, tag({"TIT2": legible("Plain"), "TALB": "Größe"}, (), 22050, PNG))
    assert [int(tags[name].encoding) for name in ("TIT2", "TALB")] == [0, 1]
