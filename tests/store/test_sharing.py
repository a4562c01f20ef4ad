from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from narrate.store.store import Store
from narrate.store.upkeep import check
from store.rivals import SHARED, put_at, rival, write_one

RIVALS = 4

# Python's own tracker is shared by all tests of a process, and one of them may have outlived it.
pytestmark = pytest.mark.filterwarnings("ignore:resource_tracker:UserWarning")


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(RIVALS, mp_context=get_context("spawn")) as pool:
        yield pool


def test_nobody_ever_gets_wrong_bytes(processes: ProcessPoolExecutor, tmp_path: Path) -> None:
    url = str(tmp_path / "cache")
    seen = sum(processes.map(partial(rival, url, rounds=150), range(RIVALS)), Counter[str]())
    assert seen["wrong"] == 0
    assert seen["whole"] > 100
    store = Store(url)
    check(store)
    assert check(store).damaged == 0
    assert not list(tmp_path.rglob("*.part"))


def test_all_get_what_the_first_has_written(processes: ProcessPoolExecutor, tmp_path: Path) -> None:
    url = str(tmp_path / "cache")
    got = set(processes.map(partial(write_one, url), range(RIVALS)))
    (one,) = got
    assert len(one) == 100_000 * len(SHARED)


def test_processes_share_a_bucket(
    processes: ProcessPoolExecutor, s3_url: str, s3_environment: dict[str, str]
) -> None:
    store, ours, theirs = Store(s3_url), "ab" * 20, "ab" * 19 + "cd"
    store.put("clips", ours, b"ours")
    assert [entry.address for entry in store.entries()] == [ours]
    assert not store.has("clips", theirs)
    put = partial(put_at, s3_url, s3_environment)
    assert processes.submit(put, theirs, b"theirs").result() == b"theirs"
    assert processes.submit(put, ours, b"theirs").result() == b"ours"
    assert store.has("clips", theirs)
    assert store.get("clips", theirs) == b"theirs"
    assert {entry.address for entry in store.entries()} == {ours, theirs}
