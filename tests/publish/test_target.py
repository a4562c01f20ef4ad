import shutil
from pathlib import Path

import pytest

from narrate.errors import NotEnoughSpace, TargetNotWritable
from narrate.publish.target import check_target
from publish.disks import said_on

CHECK = """
import sys
from pathlib import Path
from narrate.errors import NarrateError
from narrate.publish.target import check_target
try:
    check_target(Path(sys.argv[1]))
except NarrateError as error:
    print(type(error).__name__, error)
"""


def test_a_folder_is_made_and_left_empty(tmp_path: Path) -> None:
    check_target(tmp_path / "a" / "b", expected=1)
    assert (tmp_path / "a" / "b").is_dir()
    assert not list((tmp_path / "a" / "b").iterdir())


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(
        TargetNotWritable, match=r"cannot write to .*file.*Not a directory.*another output folder"
    ):
        check_target(tmp_path / "file" / "shelf")


def test_a_book_larger_than_the_disk_is_refused_before_a_folder_is_made(tmp_path: Path) -> None:
    too_much = shutil.disk_usage(tmp_path).free + 10**12
    with pytest.raises(NotEnoughSpace, match=r"the build needs about [\d,]+ MB and [\d,]+ MB are free"):
        check_target(tmp_path / "shelf", too_much)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("kind", "name"), [("read-only", "TargetNotWritable"), ("full", "")])
def test_a_read_only_folder_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    assert said_on(kind, tmp_path, CHECK).split(" ")[0] == name
