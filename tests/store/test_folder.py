import errno
import os
import time
from pathlib import Path

import pytest

from narrate.errors import CacheFull, CacheUnusable, DiskFull
from narrate.store.address import address
from narrate.store.store import Store
from publish.disks import said_on

HERE = address("a clip")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cache"))


def file(store: Store) -> Path:
    return Path(store.url) / "clips" / HERE[:2] / HERE


def test_an_entry_is_one_file_under_two_folders(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    assert [
        path for path in Path(store.url).rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG"
    ] == [file(store)]


def test_backups_are_told_that_it_is_a_cache(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    tag = Path(store.url) / "CACHEDIR.TAG"
    assert tag.read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_looking_makes_no_folder(store: Store) -> None:
    store.get("clips", HERE)
    store.has("clips", HERE)
    list(store.entries())
    store.sweep()
    assert not Path(store.url).exists()


def test_getting_an_entry_marks_it_as_used(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    os.utime(file(store), (1, 1))
    store.get("clips", HERE)
    assert time.time() - file(store).stat().st_mtime < 60


def test_it_is_marked_once_an_hour(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    lately = time.time() - 3_000
    os.utime(file(store), (lately, lately))
    store.get("clips", HERE)
    assert file(store).stat().st_mtime == pytest.approx(lately)


def test_verifying_and_asking_mark_nothing(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    os.utime(file(store), (1, 1))
    store.has("clips", HERE)
    store.verify("clips", HERE)
    assert file(store).stat().st_mtime == 1


def test_a_file_system_without_links_is_written_to_as_well(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:  # noqa: ARG001 - as FAT does
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    store.put("clips", HERE, b"pcm")
    assert store.get("clips", HERE) == b"pcm"
    assert [path.name for path in file(store).parent.iterdir()] == [HERE]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store(str(tmp_path / "file" / "cache"))
    assert store.get("clips", HERE) is None
    assert list(store.entries()) == []
    with pytest.raises(CacheUnusable, match="--cache or NARRATE_CACHE") as told:
        store.put("clips", HERE, b"pcm")
    assert str(tmp_path / "file" / "cache") in str(told.value)
    with pytest.raises(CacheUnusable):
        store.prove()


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(CacheUnusable, match=r"loop cannot be used: Too many levels"):
        list(Store(str(tmp_path / "loop")).entries())


def test_what_is_no_file_is_no_entry_and_is_told_when_it_is_in_the_way(store: Store) -> None:
    file(store).mkdir(parents=True)
    assert store.get("clips", HERE) is None
    with pytest.raises(CacheUnusable, match="directory"):
        store.put("clips", HERE, b"pcm")


FULL = """
import sys
from pathlib import Path
from narrate.errors import DiskFull
from narrate.store.store import Store
store = Store(sys.argv[1])
store.put("clips", "aa" * 20, bytes(10_000))
try:
    store.put("clips", "aa" * 19 + "ab", bytes(100_000))
except DiskFull as error:
    print(error)
print(store.get("clips", "aa" * 20) == bytes(10_000), store.get("clips", "aa" * 19 + "ab"))
print(*Path(sys.argv[1]).rglob("*.part"), len(list(store.entries())))
"""


def test_a_full_disk_is_told_and_left_clean(tmp_path: Path) -> None:
    told, kept, left = said_on("full", tmp_path, FULL).splitlines()
    assert told.startswith(f"the disk that holds the cache {tmp_path} is full")
    assert kept == "True None"
    assert left == "1"


def test_a_full_cache_is_a_full_disk() -> None:
    assert issubclass(CacheFull, DiskFull)


READ_ONLY = """
import sys
from narrate.errors import CacheUnusable
from narrate.store.store import Store
store = Store(sys.argv[1])
print(store.get("clips", "aa" * 20), store.get("clips", "bb" * 20), store.verify("clips", "bb" * 20))
store.put("clips", "aa" * 20, b"other")
try:
    store.put("clips", "cc" * 20, b"pcm")
except CacheUnusable as error:
    print(error)
try:
    store.remove("clips", "aa" * 20)
except CacheUnusable as error:
    print(error)
"""


def test_a_read_only_cache_gives_what_it_has(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.put("clips", "aa" * 20, b"pcm")
    os.utime(tmp_path / "clips" / "aa" / ("aa" * 20), (1, 1))
    damaged = tmp_path / "clips" / "bb" / ("bb" * 20)
    damaged.parent.mkdir()
    damaged.write_bytes(b"torn")
    got, told, refused = said_on("read-only", tmp_path, READ_ONLY).splitlines()
    assert refused == told
    assert got == "b'pcm' None False"
    assert "Read-only file system; put that right, or choose another with --cache" in told
