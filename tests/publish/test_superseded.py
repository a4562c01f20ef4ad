from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import ID3, TIT2

from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded
from narrate.publish.mp3 import Mp3Chapters
from narrate.testing.formats import BOOK, sound


@pytest.fixture
def hum() -> Encoded:
    return sound(Mp3Chapters().encoding(None), ["hum"])


def published(
    hum: Encoded, titles: Sequence[str], folder: Path, picture: Path, book: Metadata = BOOK
) -> list[str]:
    """Publish a book of these chapters and tell what lies in its folder."""
    parts = [replace(hum, marks=(replace(hum.marks[0], title=title),)) for title in titles]
    paths = Mp3Chapters().paths(book, titles, folder)
    Mp3Chapters().publish(parts, book, picture, paths)
    return sorted(path.name for path in paths[0].parent.iterdir())


@pytest.mark.parametrize(
    ("titles", "left"),
    [
        (["Dawn", "Dusk", ""], ["01 - Dawn.mp3", "02 - Dusk.mp3", "03.mp3"]),
        (["Noon?", "Dawn", " "], ["01 - Noon.mp3", "02 - Dawn.mp3", "03.mp3"]),
        (["Dawn"], ["01 - Dawn.mp3"]),
        (["", "Noon?"], ["01.mp3", "02 - Noon.mp3"]),
    ],
    ids=["renamed", "moved", "dropped", "untitled"],
)
def test_a_chapter_of_an_earlier_edition_goes(
    hum: Encoded, titles: list[str], left: list[str], tmp_path: Path, picture: Path
) -> None:
    before = published(hum, ["Dawn", "Noon?", ""], tmp_path, picture)
    assert before == ["01 - Dawn.mp3", "02 - Noon.mp3", "03.mp3"]
    assert published(hum, titles, tmp_path, picture) == left


def test_a_hundredth_chapter_renumbers_all_the_others(hum: Encoded, tmp_path: Path, picture: Path) -> None:
    published(hum, ["Day"] * 2, tmp_path, picture)
    assert published(hum, ["Day"] * 100, tmp_path, picture) == [f"{n:03} - Day.mp3" for n in range(1, 101)]


def test_nothing_of_the_listeners_goes(hum: Encoded, tmp_path: Path, picture: Path) -> None:
    published(hum, ["Dawn", "Noon"], tmp_path, picture)
    (shelf,) = (path for path in tmp_path.iterdir() if path.is_dir())
    chapter = (shelf / "02 - Noon.mp3").read_bytes()
    (shelf / "02 - Noon, which I like best.mp3").write_bytes(chapter)
    (shelf / "03 - Noon.mp3").write_bytes(chapter)
    (shelf / "04 - My own.mp3").write_bytes(b"".join(hum.packets))
    (shelf / "05 - Broken.mp3").write_bytes(b"ID3 no tag")
    (shelf / "06 - A folder.mp3").mkdir()
    (shelf / "07.mp3").write_bytes(b"")
    (shelf / "02 - Noon.txt").write_text("notes")
    own = {path.name for path in shelf.iterdir()} - {"01 - Dawn.mp3", "02 - Noon.mp3"}
    assert set(published(hum, ["Dawn"], tmp_path, picture)) == own | {"01 - Dawn.mp3"}


def test_a_chapter_that_was_tagged_by_hand_stays(hum: Encoded, tmp_path: Path, picture: Path) -> None:
    published(hum, ["Dawn", "Noon"], tmp_path, picture)
    (noon,) = tmp_path.rglob("02 - Noon.mp3")
    tags = ID3(noon)
    tags["TIT2"] = TIT2(text=["Noon"])
    tags.save(noon)
    assert published(hum, ["Dawn"], tmp_path, picture) == ["01 - Dawn.mp3", "02 - Noon.mp3"]


def test_a_chapter_of_another_book_whose_folder_has_the_same_name_stays(
    hum: Encoded, tmp_path: Path, picture: Path
) -> None:
    published(hum, ["Dawn", "Noon"], tmp_path, picture, replace(BOOK, title="Emma"))
    left = published(hum, ["Dawn"], tmp_path, picture, replace(BOOK, title="Emma?"))
    assert left == ["01 - Dawn.mp3", "02 - Noon.mp3"]
