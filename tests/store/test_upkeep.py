import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.store.address import address
from narrate.store.entry import name_of
from narrate.store.seal import SEAL
from narrate.store.store import Store
from narrate.store.upkeep import Checked, Holding, Pruned, check, prune, survey, tidy


def fill(store: Store, ages: list[int], size: int = 1_000 - SEAL) -> list[str]:
    """Put an entry for every age, which is the second in which it was used."""
    places = [address(number) for number in range(len(ages))]
    for place, age in zip(places, ages, strict=True):
        store.put("clips", place, bytes(size))
        os.utime(Path(store.url) / name_of("clips", place), (age, age))
    return places


@pytest.fixture
def folder(tmp_path: Path) -> Store:
    return Store(str(tmp_path))


def test_what_was_not_used_for_longest_goes_first(folder: Store) -> None:
    places = fill(folder, [5, 1, 4, 2, 3, 9, 8, 7, 6, 10])
    assert prune(folder, 9_000) == Pruned(2, 2_000)
    gone = {place for place in places if not folder.has("clips", place)}
    assert gone == {places[1], places[3]}


def test_what_is_got_is_kept(folder: Store) -> None:
    places = fill(folder, [1, 2, 3])
    folder.get("clips", places[0])
    prune(folder, 1_200)
    assert [folder.has("clips", place) for place in places] == [True, False, False]


def test_within_the_limit_nothing_goes(folder: Store) -> None:
    fill(folder, [1, 2, 3])
    assert prune(folder, 3_000) == Pruned(0, 0)


@given(st.lists(st.integers(1, 1_000_000), max_size=12), st.integers(0, 15_000))
def test_pruning_leaves_the_latest_and_nine_tenths_at_most(
    tmp_path_factory: pytest.TempPathFactory, ages: list[int], limit: int
) -> None:
    store = Store(str(tmp_path_factory.mktemp("cache")))
    fill(store, ages)
    pruned = prune(store, limit)
    left = sorted(entry.used for entry in store.entries())
    assert left == sorted(ages)[pruned.entries :]
    assert pruned.bytes == 1_000 * pruned.entries
    if pruned.entries:
        assert limit * 0.9 - 1_000 < 1_000 * len(left) <= limit * 0.9


def test_every_store_can_be_emptied(store: Store) -> None:
    store.put("clips", address(1), b"pcm")
    store.put("sound", address(1), b"packets")
    assert prune(store, 0) == Pruned(2, 2 * SEAL + 10)
    assert list(store.entries()) == []


def test_an_empty_store_needs_no_upkeep(store: Store) -> None:
    assert prune(store, 0) == Pruned(0, 0)
    assert check(store) == Checked(0, 0)
    assert survey(store) == []


def test_pruning_sweeps_the_drafts_of_the_dead(folder: Store) -> None:
    (place,) = fill(folder, [1])
    draft = Path(folder.url) / "clips" / place[:2] / f".{place}-0a1b2c3d-1-89abcdef.part"
    draft.write_bytes(b"half")
    os.utime(draft, (1, 1))
    assert prune(folder, 10_000) == Pruned(0, 0)
    assert not draft.exists()


def test_checking_counts_and_removes_what_is_damaged(folder: Store) -> None:
    places = fill(folder, [1, 2, 3])
    damaged = Path(folder.url) / name_of("clips", places[1])
    damaged.write_bytes(bytes(damaged.stat().st_size))
    assert check(folder) == Checked(2, 1)
    assert check(folder) == Checked(2, 0)
    assert {entry.used for entry in folder.entries()} == {1, 3}


def test_a_survey_counts_every_kind(folder: Store) -> None:
    fill(folder, [30, 10, 20])
    folder.put("books", address("b"), b"{}")
    books, clips = survey(folder)
    assert clips == Holding("clips", 3, 3_000, 10, 30)
    assert (books.kind, books.entries, books.bytes) == ("books", 1, SEAL + 2)


def test_tidying_holds_the_limit_and_does_not_look_again_at_once(folder: Store) -> None:
    fill(folder, [1, 2, 3])
    tidy(folder, 1_500)
    assert len([entry for entry in folder.entries() if entry.kind == "clips"]) == 1
    fill(folder, [4, 5, 6])
    tidy(folder, 1_500)
    assert len([entry for entry in folder.entries() if entry.kind == "clips"]) > 1


def test_a_store_at_a_url_is_its_owners_to_tidy() -> None:
    store = Store("memory://tidy")
    store.put("clips", address("a"), b"words")
    tidy(store, 0)
    assert store.has("clips", address("a"))
