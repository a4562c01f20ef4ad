import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from PIL import Image

from narrate.listener import Listener
from pipeline.makers import Maker, made

TEXT = "# One\n\nIt rained. It rained all day.\n"


class Written(Listener):
    """Note which files were written anew."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def published(self, path: Path, *, anew: bool) -> None:
        """Note one."""
        if anew:
            self.names.append(path.suffix)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path, ("m4b", "mp3"))


def written(maker: Maker, text: str = TEXT, **output: object) -> list[str]:
    notes = Written()
    maker.built(text, maker.config(**output), notes)
    return notes.names


def test_what_stands_is_not_written_again(maker: Maker) -> None:
    assert written(maker) == [".m4b", ".mp3"]
    assert written(maker) == []


def test_a_file_that_was_removed_or_touched_is_written_again(maker: Maker) -> None:
    written(maker)
    m4b, mp3 = sorted((maker.folder / "build").iterdir())
    whole = mp3.read_bytes()
    m4b.unlink()
    mp3.write_bytes(b"not what it was")
    assert written(maker) == [".m4b", ".mp3"]
    assert mp3.read_bytes() == whole
    os.utime(mp3, (1, 1))
    assert written(maker) == [".mp3"]


def test_a_new_title_writes_the_files_and_encodes_nothing(maker: Maker) -> None:
    written(maker)
    packets = maker.kept("sound")
    assert written(maker, TEXT.replace("# One", "---\nauthor: Ann\n---\n# One")) == [".m4b", ".mp3"]
    assert maker.kept("sound") == packets


def test_another_bit_rate_writes_both(maker: Maker) -> None:
    written(maker)
    assert written(maker, bitrate=48) == [".m4b", ".mp3"]


def test_a_source_s_own_cover_is_used_where_the_user_has_none(maker: Maker) -> None:
    """A picture that will not do is as none, and another picture writes the file again."""
    seen = []
    for colour in ("red", "blue", "none"):
        result = BytesIO()
        Image.new("RGB", (600, 600), colour if colour != "none" else "red").save(result, "PNG")
        picture = result.getvalue() if colour != "none" else b"no picture"
        edition = maker.edition(TEXT)
        told = replace(edition.script.metadata, picture=picture)
        notes = Written()
        made(replace(edition, script=replace(edition.script, metadata=told)), notes)
        assert notes.names == [".m4b", ".mp3"]
        frames = ID3(next((maker.folder / "build").glob("*.mp3"))).getall("APIC")
        seen.append(frames[0].data == picture)
    assert seen == [True, True, False]
