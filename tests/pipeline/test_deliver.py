from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from narrate.errors import FileRefused, NotShared, TargetNotWritable
from narrate.model.url import Url
from narrate.pipeline.abroad import found, is_there, size
from narrate.pipeline.deliver import check_folder, delivery

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def out() -> Url:
    return Url(f"memory://{uuid4().hex}/out")


@pytest.fixture
def system() -> "AbstractFileSystem":
    return fsspec.filesystem("memory")


def deliver(out: Path, *files: tuple[str, bytes]) -> None:
    with delivery(out, [out / name for name, _ in files]) as (bench, paths):
        for path, (_, kept) in zip(paths, files, strict=True):
            assert bench in path.parents
            path.write_bytes(kept)


def test_files_for_a_url_are_there_at_the_end(out: Url, system: "AbstractFileSystem") -> None:
    deliver(out, ("A Book.m4b", b"sound"))
    assert system.cat_file(str(out / "A Book.m4b")) == b"sound"
    assert is_there(out / "A Book.m4b")
    assert size(out / "A Book.m4b") == 5


def test_after_a_failure_the_url_is_as_it_was(out: Url, system: "AbstractFileSystem") -> None:
    deliver(out, ("a.mp3", b"old"))
    with pytest.raises(ZeroDivisionError), delivery(out, [out / "a.mp3"]) as (_, paths):
        paths[0].write_bytes(b"new" * (1 // len(paths[1:])))
    assert system.cat_file(str(out / "a.mp3")) == b"old"


def test_what_is_superseded_goes_and_what_is_not_stays(out: Url, system: "AbstractFileSystem") -> None:
    deliver(out, ("A/01.mp3", b"1"), ("A/02.mp3", b"2"), ("A/03.mp3", b"3"))
    system.pipe_file(str(out / "A/notes.txt"), b"mine")
    with delivery(out, [out / "A/01.mp3", out / "A/04.mp3"]) as (_, paths):
        assert sorted(path.name for path in paths[0].parent.iterdir()) == ["02.mp3", "03.mp3"]
        (paths[0].parent / "02.mp3").unlink()
        for path in paths:
            path.write_bytes(b"new")
    left = {path.rpartition("/")[2] for path in system.find(str(out))}
    assert left == {"01.mp3", "03.mp3", "04.mp3", "notes.txt"}


def test_here_all_is_as_ever(tmp_path: Path) -> None:
    with delivery(tmp_path, [tmp_path / "a.mp3"]) as (bench, paths):
        assert paths == (tmp_path / "a.mp3",)
        assert bench.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_on_this_machine_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with pytest.raises(NotShared, match="out is not the same folder on "), delivery(folder, [folder / "a"]):
        pytest.fail("nothing may be written")
    assert not folder.exists()


def test_a_url_is_proven_to_take_files_and_nothing_is_left(
    out: Url, system: "AbstractFileSystem", tmp_path: Path
) -> None:
    check_folder(out, 10**15)
    assert system.find(str(out)) == []
    with pytest.raises(TargetNotWritable, match=r"gopher://a/.*: Protocol not known"):
        check_folder(Url("gopher://a/b"), 0)
    with (
        pytest.raises(FileRefused, match=r"gopher://a/b/c"),
        delivery(Url("gopher://a/b"), [Url("gopher://a/b/c")]) as (_, paths),
    ):
        paths[0].write_bytes(b"")
    check_folder(tmp_path / "new", 0)
    assert (tmp_path / "new").is_dir()


def test_a_file_written_anew_is_another_one(out: Url, tmp_path: Path) -> None:
    for folder in (out, tmp_path):
        deliver_to(folder / "a", b"one")
        before = found(folder / "a")
        assert found(folder / "a") == before
        deliver_to(folder / "a", b"two")
        assert found(folder / "a") != before
        assert not is_there(folder / "b")


def deliver_to(path: Path, kept: bytes) -> None:
    with delivery(path.parent, [path]) as (_, (target,)):
        target.write_bytes(kept)
