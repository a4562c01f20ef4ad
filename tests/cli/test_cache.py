import json
import os
from pathlib import Path

import pytest

from command import Narrate
from narrate.store.address import address
from narrate.store.entry import name_of
from narrate.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Keep three clips of about a megabyte, one never used since 1970, and a book."""
    store = Store(str(tmp_path / "kept"))
    for number in range(3):
        store.put("clips", address(number), bytes(1_000_000))
    store.put("books", address("book"), b"{}")
    os.utime(tmp_path / "kept" / name_of("clips", address(0)), (43_200, 43_200))
    return store


def test_what_is_kept_is_shown_by_kind(narrate: Narrate, store: Store) -> None:
    done = narrate("cache", NARRATE_CACHE=store.url)
    assert done.returncode == 0, done.stderr
    place, heads, books, clips, total = done.stdout.splitlines()
    assert place == f"cache: {store.url}"
    assert heads.split() == ["kind", "entries", "size", "oldest", "use", "newest", "use"]
    assert books.split()[:4] == ["books", "1", "42", "B"]
    assert clips.split()[:4] == ["clips", "3", "3.0", "MB"]
    assert clips.split()[4] == "1970-01-01"
    assert total.split() == ["total", "4", "3.0", "MB"]


def test_the_users_own_cache_is_shown_where_none_is_named(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("cache", XDG_CACHE_HOME=str(tmp_path))
    assert done.returncode == 0
    assert "nothing is kept there" in done.stdout


def test_another_cache_can_be_looked_at(narrate: Narrate, store: Store) -> None:
    assert f"cache: {store.url}" in narrate("cache", "--cache", store.url, NARRATE_CACHE="/else").stdout
    assert f"cache: {store.url}" in narrate("cache", "--cache", "kept").stdout


def test_pruning_says_what_was_removed(narrate: Narrate, store: Store) -> None:
    done = narrate("cache", "--cache", store.url, "--prune", "2.5 MB")
    assert done.stdout.splitlines()[0] == "removed 1 entry, 1.0 MB"
    assert not store.has("clips", address(0))
    assert "nothing to remove" in narrate("cache", "--cache", store.url, "--prune", "5GB").stdout
    assert "removed 3 entries, 2.0 MB" in narrate("cache", "--cache", store.url, "--prune", "0").stdout
    assert list(store.entries()) == []


def test_verifying_says_and_removes_what_is_damaged(narrate: Narrate, store: Store) -> None:
    assert "4 entries read, all sound" in narrate("cache", "--cache", store.url, "--verify").stdout
    (Path(store.url) / name_of("clips", address(1))).write_bytes(b"torn")
    done = narrate("cache", "--cache", store.url, "--verify")
    assert done.returncode == 0
    assert "4 entries read, 1 damaged and removed" in done.stdout
    assert "3 entries read, all sound" in narrate("cache", "--cache", store.url, "--verify").stdout


def test_programs_get_json(narrate: Narrate, store: Store) -> None:
    done = narrate("cache", "--cache", store.url, "--json", "--verify", "--prune", "2.5MB")
    told = json.loads(done.stdout)
    assert told["url"] == store.url
    assert told["checked"] == {"sound": 4, "damaged": 0}
    assert told["removed"] == {"entries": 1, "bytes": 1_000_040}
    assert (told["entries"], told["bytes"]) == (3, 2_000_122)
    books, clips = told["kinds"]
    assert (books["kind"], clips["kind"], clips["entries"], clips["bytes"]) == (
        "books",
        "clips",
        2,
        2_000_080,
    )
    assert clips["oldest"] <= clips["newest"]
    assert set(json.loads(narrate("cache", "--cache", store.url, "--json").stdout)) == {
        "url",
        "kinds",
        "entries",
        "bytes",
    }


@pytest.mark.parametrize("size", ["5", "much", "-1GB", "5XB", "2,5GB", "", "nan", "5 GB 3", "1.GB"])
def test_a_bad_size_is_told_and_removes_nothing(narrate: Narrate, store: Store, size: str) -> None:
    done = narrate("cache", "--cache", store.url, f"--prune={size}")
    assert done.returncode == 2
    assert f"{size!r} is no size; give a number and its unit" in done.stderr
    assert len(list(store.entries())) == 4


@pytest.mark.parametrize("url", ["ftx://books", "~nobody-of-that-name/x"])
def test_a_cache_that_cannot_be_opened_is_told(narrate: Narrate, url: str) -> None:
    done = narrate("cache", "--cache", url)
    assert done.returncode == 2
    assert f"the cache {url} cannot be used" in done.stderr
