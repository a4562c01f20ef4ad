from collections.abc import Sequence
from pathlib import Path

import pytest

from narrate.errors import BuildFailed, FileRefused
from narrate.publish.drafts import drafts
from publish.disks import said_on

FILL = """
import sys
from pathlib import Path
from narrate import ffmpeg
from narrate.errors import NarrateError
from narrate.publish.drafts import drafts
PCM = ["-f", "s16le", "-ar", "8000"]
target = Path(sys.argv[1], "book.m4b")
try:
    with drafts([target]) as (draft,):
        {write}
except NarrateError as error:
    print(type(error).__name__, error, list(target.parent.iterdir()))
"""
BY_PYTHON = FILL.format(write="draft.write_bytes(bytes(100_000))")
BY_FFMPEG = FILL.format(
    write="""ffmpeg.run("write", ["-v", "error", *PCM, "-i", "-", "-f", "wav", str(draft)], [bytes(9**6)])"""
)


def test_a_draft_becomes_the_target(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "book"
    with drafts([target]) as (draft,):
        draft.write_bytes(b"whole")
        assert not target.exists()
    assert [path.name for path in target.parent.iterdir()] == ["book"]
    assert target.read_bytes() == b"whole"


def write_half(targets: Sequence[Path]) -> None:
    with drafts(targets) as (one, *_):
        one.write_bytes(b"half")
        raise KeyboardInterrupt


def test_after_a_failure_every_target_is_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"as it was")
    with pytest.raises(KeyboardInterrupt):
        write_half([old, new])
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert old.read_bytes() == b"as it was"


def test_a_folder_made_for_nothing_is_taken_away(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_half([tmp_path / "made" / "book"])
    assert not list(tmp_path.iterdir())


def test_a_draft_that_was_never_written_puts_nothing_in_place(tmp_path: Path) -> None:
    with pytest.raises(FileRefused), drafts([tmp_path / "one", tmp_path / "two"]) as (one, _):
        one.write_bytes(b"whole")
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_read_in_mid_build_is_a_failed_build_not_a_bad_target(tmp_path: Path) -> None:
    with (
        pytest.raises(BuildFailed, match=r"the build stopped at .*sound\.pcm: No such file"),
        drafts([tmp_path / "book"]),
    ):
        (tmp_path / "sound.pcm").read_bytes()
    assert not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "shelf").write_bytes(b"a file")
    with pytest.raises(FileRefused, match=r"the build stopped at .*shelf.*: (Not a directory|File exists)"):
        write_half([tmp_path / "shelf" / "book"])


def test_a_target_with_the_longest_name_has_room_for_its_draft(tmp_path: Path) -> None:
    with drafts([tmp_path / ("x" * 255)]) as (draft,):
        draft.write_bytes(b"whole")
    assert [len(path.name) for path in tmp_path.iterdir()] == [255]


@pytest.mark.parametrize("program", [BY_PYTHON, BY_FFMPEG], ids=["by Python", "by ffmpeg"])
def test_a_full_disk_is_told_in_one_sentence_and_nothing_is_left_on_it(tmp_path: Path, program: str) -> None:
    said = said_on("full", tmp_path, program)
    assert said == (
        f"DiskFull the disk that holds {tmp_path} is full, nothing half-written was left there; "
        "free some space and run again. []\n"
    )


def test_a_read_only_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    said = said_on("read-only", tmp_path, BY_PYTHON)
    assert said.startswith(f"FileRefused the build stopped at {tmp_path}")
    assert "Read-only file system" in said
