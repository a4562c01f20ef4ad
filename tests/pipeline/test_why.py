import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from narrate.config.schema import BookTable, Config, OutputTable, VoicesTable, WorkTable
from narrate.pipeline.build import Result
from narrate.pipeline.plan import plan
from narrate.pipeline.why import Outlook, why
from pipeline import makers

TEXT = "It was dark.\n\n“Who is there?” asked the boy.\n\nNobody answered. Nobody came.\n"
LONG = "\n\n".join(f"It was night number {number}, and the rain fell in the lane." for number in range(60))


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """One short story and one of several reels."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "1 Short.txt").write_text(TEXT)
    (folder / "2 Long.txt").write_text(LONG)
    return folder


def hummed(
    tmp_path: Path, pronounce: dict[str, str] | None = None, each: Literal["folder", "file"] = "folder"
) -> Config:
    return Config(
        book=BookTable(each=each),
        voices=VoicesTable(narrator="rehearsal"),
        pronounce=pronounce or {},
        output=OutputTable(folder=tmp_path / "build", formats=("m4b",)),
        work=WorkTable(jobs=1),
    )


def made(path: Path, config: Config) -> Result:
    (edition,) = plan(path, config)
    return makers.made(edition)


def asked(path: Path, config: Config) -> Outlook:
    (outlook,) = why(path, config)
    return outlook


def files(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def words(outlook: Outlook) -> set[str]:
    again = [*(each.reasons for each in outlook.spoken), *(each.reasons for each in outlook.encoded)]
    return {reason.words for reasons in again for reason in reasons}


def rewritten(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return change


def added(folder: Path) -> None:
    (folder / "3 Added.txt").write_text("It was dark. It was new. It was new.")


CHANGES = {
    "a word": (rewritten("1 Short.txt", "dark", "light"), {"new or changed words", "lines spoken again"}),
    "a sentence in the middle": (
        rewritten("2 Long.txt", "number 9,", "number 9 already,"),
        {"new or changed words", "lines spoken again"},
    ),
    "a new story": (added, {"new or changed words", "lines spoken again"}),
    "a new paragraph": (
        rewritten("1 Short.txt", "answered. Nobody", "answered.\n\nNobody"),
        {"pause 350 -> 700 ms"},
    ),
    "a paragraph less": (rewritten("1 Short.txt", "It was dark.\n\n", ""), {"lines left out"}),
    "another order": (
        rewritten("1 Short.txt", "Nobody answered. Nobody came.", "Nobody came. Nobody answered."),
        {"lines in another order"},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_speaks_as_many_lines_as_was_said(
    tmp_path: Path, stories: Path, cache: Path, change: str
) -> None:
    """And encodes when it was said to, and not otherwise."""
    config, (alter, reasons) = hummed(tmp_path), CHANGES[change]
    made(stories, config)
    alter(stories)
    before = files(cache)
    outlook = asked(stories, config)
    assert files(cache) == before
    assert words(outlook) == reasons
    assert len(outlook.encoded) == 1
    assert made(stories, config).spoken == len(outlook.spoken)
    assert len(files(cache / "sound")) > sum(path.is_relative_to(cache / "sound") for path in before)
    assert asked(stories, config).encoded == ()


def test_all_of_a_book_that_was_never_built_is_to_be_made(tmp_path: Path, stories: Path, cache: Path) -> None:
    outlook = asked(stories, hummed(tmp_path))
    assert words(outlook) == {"never built with this cache"}
    assert (outlook.lines, outlook.chapters, len(outlook.encoded)) == (66, 2, 2)
    assert len(outlook.spoken) == outlook.lines
    assert files(cache) == {}


def test_a_line_is_told_with_its_place(tmp_path: Path, stories: Path) -> None:
    config = hummed(tmp_path)
    made(stories, config)
    rewritten("1 Short.txt", "came", "went")(stories)
    (again,) = asked(stories, config).spoken
    assert (again.line.text, again.source.name, again.row) == ("Nobody went.", "1 Short.txt", 5)


def test_clips_that_nobody_needs_to_hear_are_not_missed(tmp_path: Path, stories: Path, cache: Path) -> None:
    config = hummed(tmp_path)
    made(stories, config)
    shutil.rmtree(cache / "clips")
    assert asked(stories, config).encoded == ()
    assert made(stories, config).spoken == 0


def test_what_the_cache_lost_is_told(tmp_path: Path, stories: Path, cache: Path) -> None:
    config = hummed(tmp_path)
    made(stories, config)
    shutil.rmtree(cache / "sound")
    outlook = asked(stories, config)
    assert (len(outlook.spoken), words(outlook)) == (0, {"not in the cache any more"})
    shutil.rmtree(cache / "clips")
    outlook = asked(stories, config)
    assert words(outlook) == {"not in the cache any more", "lines spoken again"}
    assert made(stories, config).spoken == len(outlook.spoken) == outlook.lines


def test_a_damaged_measurement_is_made_again_without_a_word(
    tmp_path: Path, stories: Path, cache: Path
) -> None:
    config = hummed(tmp_path)
    made(stories, config)
    for path in files(cache / "reels"):
        path.write_bytes(bytes(path.stat().st_size))
    outlook = asked(stories, config)
    assert (len(outlook.spoken), len(outlook.encoded)) == (0, 2)
    assert made(stories, config).spoken == 0


def test_what_was_built_before_the_last_build_is_still_there(tmp_path: Path, stories: Path) -> None:
    before, config = hummed(tmp_path, pronounce={"dark": "dahrk"}), hummed(tmp_path)
    made(stories, before)
    made(stories, config)
    assert asked(stories, before).encoded == ()


def test_each_book_of_a_folder_is_told(tmp_path: Path, stories: Path) -> None:
    outlooks = why(stories, hummed(tmp_path, each="file"))
    assert [outlook.title for outlook in outlooks] == ["Short", "Long"]
