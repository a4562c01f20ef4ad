import os
from pathlib import Path

import pytest

from narrate.listener import Listener
from pipeline.makers import Maker

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
