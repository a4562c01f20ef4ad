import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import CacheUnusable
from narrate.store.address import address
from narrate.store.folder import Folder
from narrate.store.remote import Remote
from narrate.store.seal import SEAL, opened, sealed
from narrate.store.shelf import Shelf
from narrate.store.store import Store, default_folder, default_url

HERE = address("a clip")
NAME = f"clips/{HERE[:2]}/{HERE}"


def shelf(store: Store) -> Shelf:
    """Return another door to where a store keeps its entries."""
    return Remote(store.url) if "://" in store.url else Folder(Path(store.url))


def damaged(how: str, kept: bytes) -> bytes:
    return {
        "cut": kept[:-1],
        "emptied": b"",
        "zeroed": bytes(len(kept)),
        "flipped": kept[:-1] + bytes([kept[-1] ^ 1]),
        "appended": kept + b"\0",
    }[how]


damage = pytest.mark.parametrize("how", ["cut", "emptied", "zeroed", "flipped", "appended"])


def test_an_empty_store_has_nothing(store: Store) -> None:
    assert store.get("clips", HERE) is None
    assert not store.has("clips", HERE)
    assert list(store.entries()) == []
    store.remove("clips", HERE)


@pytest.mark.parametrize("data", [b"", b"pcm", os.urandom(300_000)], ids=["empty", "short", "long"])
def test_what_is_put_is_got(store: Store, data: bytes) -> None:
    store.put("clips", HERE, data)
    assert store.get("clips", HERE) == data
    assert store.has("clips", HERE)
    assert store.get("sound", HERE) is None


def test_what_is_removed_is_gone(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    store.remove("clips", HERE)
    assert store.get("clips", HERE) is None
    assert not store.has("clips", HERE)


def test_the_first_writer_wins(store: Store) -> None:
    store.put("clips", HERE, b"first")
    store.put("clips", HERE, b"second")
    assert store.get("clips", HERE) == b"first"


def test_the_first_of_writers_at_once_wins_for_all(store: Store) -> None:
    start = Barrier(6)

    def write(number: int) -> bytes | None:
        start.wait()
        store.put("clips", HERE, b"%d" % number * 100_000)
        return store.get("clips", HERE)

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(write, range(6)))) == 1


def test_nothing_is_added_where_something_is(store: Store) -> None:
    assert shelf(store).add(NAME, b"first")
    assert not shelf(store).add(NAME, b"second")
    assert shelf(store).read(NAME) == b"first"


@damage
def test_a_damaged_entry_is_none_and_removed(store: Store, how: str) -> None:
    store.put("clips", HERE, b"pcm")
    shelf(store).replace(NAME, damaged(how, shelf(store).read(NAME) or b""))
    assert store.get("clips", HERE) is None
    assert shelf(store).read(NAME) is None


@damage
def test_a_damaged_entry_is_replaced(store: Store, how: str) -> None:
    store.put("clips", HERE, b"pcm")
    shelf(store).replace(NAME, damaged(how, shelf(store).read(NAME) or b""))
    store.put("clips", HERE, b"again")
    assert store.get("clips", HERE) == b"again"


def test_what_another_mended_meanwhile_is_not_removed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf(store).replace(NAME, b"torn")

    def late(name: str, kept: bytes) -> bytes | None:
        shelf(store).replace(NAME, sealed(NAME, b"mended"))
        return opened(name, kept)

    with monkeypatch.context() as patch:
        patch.setattr("narrate.store.store.opened", late)
        assert store.get("clips", HERE) is None
    assert store.get("clips", HERE) == b"mended"


def test_what_is_too_short_for_any_entry_is_not_there(store: Store) -> None:
    shelf(store).replace(NAME, bytes(SEAL - 1))
    assert not store.has("clips", HERE)


def test_entries_are_listed_with_size_and_time(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    store.put("sound", HERE, b"packets")
    found = sorted(store.entries(), key=lambda entry: entry.kind)
    assert [(entry.kind, entry.address, entry.size) for entry in found] == [
        ("clips", HERE, SEAL + 3),
        ("sound", HERE, SEAL + 7),
    ]
    assert all(abs(entry.used - time.time()) < 60 for entry in found)


def test_what_is_none_of_ours_is_no_entry(store: Store) -> None:
    store.put("clips", HERE, b"pcm")
    for name in ("notes.txt", "clips/notes.txt", "clips/ab/notes.txt", f"clips/zz/{HERE}", f"a/{NAME}"):
        shelf(store).replace(name, b"mine")
    assert [entry.address for entry in store.entries()] == [HERE]


def test_a_store_travels_by_its_url(store: Store, url: str) -> None:
    store.put("clips", HERE, b"pcm")
    other = pickle.loads(pickle.dumps(store))  # noqa: S301 - our own
    assert other.url == store.url == url
    assert other.get("clips", HERE) == b"pcm"


def test_what_another_door_does_is_seen_at_once(store: Store, url: str) -> None:
    other = Store(url)
    assert not other.has("clips", HERE)
    assert list(other.entries()) == []
    store.put("clips", HERE, b"pcm")
    assert other.has("clips", HERE)
    assert len(list(other.entries())) == 1
    store.remove("clips", HERE)
    assert not other.has("clips", HERE)
    assert other.get("clips", HERE) is None


def test_verifying_says_what_is_sound_damaged_and_gone(store: Store) -> None:
    assert store.verify("clips", HERE) is None
    store.put("clips", HERE, b"pcm")
    assert store.verify("clips", HERE) is True
    shelf(store).replace(NAME, b"torn")
    assert store.verify("clips", HERE) is False
    assert store.verify("clips", HERE) is None


def test_a_store_that_keeps_is_proven_and_left_as_it_was(store: Store) -> None:
    store.prove()
    assert list(store.entries()) == []


@given(st.binary(), st.text("abc-_", min_size=1), st.lists(st.text()))
def test_anything_that_is_put_is_got(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, kind: str, parts: list[str]
) -> None:
    store = Store(str(tmp_path_factory.mktemp("cache")))
    store.put(kind, address(*parts), data)
    assert store.get(kind, address(*parts)) == data
    assert [(entry.kind, entry.address) for entry in store.entries()] == [(kind, address(*parts))]


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("~/x", lambda cwd: Path.home() / "x"),  # noqa: ARG005
        ("cache", lambda cwd: cwd / "cache"),
        ("file:///old%20books/cache", lambda cwd: Path("/old books/cache")),  # noqa: ARG005
    ],
)
def test_a_folder_is_named_in_every_way(
    url: str, folder: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Store(url).url == str(folder(tmp_path))


def test_the_cache_is_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NARRATE_CACHE", raising=False)
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert default_folder() == tmp_path / "narrate" / "store"
    assert default_url() == str(default_folder())


def test_the_environment_names_another_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path))
    assert default_folder() == tmp_path
    assert default_url() == str(tmp_path)
    monkeypatch.setenv("NARRATE_CACHE", "s3://books/cache")
    assert default_url() == "s3://books/cache"
    assert default_folder().name == "store"


@pytest.mark.parametrize(
    ("url", "why"),
    [("ftx://books", "Protocol not known: ftx"), ("~nobody-of-that-name/x", "home directory")],
)
def test_an_address_that_leads_nowhere_is_told(url: str, why: str) -> None:
    with pytest.raises(CacheUnusable, match=why) as told:
        Store(url)
    assert "--cache or NARRATE_CACHE" in str(told.value)


def test_a_missing_package_is_told_with_its_remedy() -> None:
    program = """
import sys
sys.modules["fsspec"] = None
from narrate.errors import CacheNeeds
from narrate.store.store import Store
Store("/a/folder")
try:
    Store("s3://books/cache")
except CacheNeeds as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("the cache s3://books/cache needs a package that is not installed (")
    assert 'pip install "narrate[cluster]"' in done.stdout
