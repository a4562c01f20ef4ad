"""Processes that use one store at the same time."""

import os
from collections import Counter
from pathlib import Path

from narrate.store.address import address
from narrate.store.folder import Folder
from narrate.store.store import Store
from narrate.store.upkeep import check, prune

SHARED = tuple(address("shared", number) for number in range(6))


def takes(place: str) -> set[bytes]:
    """Return all that any writer puts at an address: engines never speak twice quite the same."""
    return {f"{place}{writer}".encode() * 2_000 for writer in range(4)}


def rival(url: str, writer: int, rounds: int) -> Counter[str]:
    """Put, get, damage, check and prune; return how often what was got was whole, missing and wrong."""
    store, seen = Store(url), Counter[str]()
    for turn in range(rounds):
        place = SHARED[(turn * (writer + 1)) % len(SHARED)]
        store.put("clips", place, f"{place}{writer}".encode() * 2_000)
        got = store.get("clips", place)
        seen["missing" if got is None else "whole" if got in takes(place) else "wrong"] += 1
        _trouble(store, place, turn + writer)
    return seen


def _trouble(store: Store, place: str, turn: int) -> None:
    """Do what goes wrong on real disks, or tidies up."""
    match turn % 10:
        case 3:
            Folder(Path(store.url)).replace(f"clips/{place[:2]}/{place}", b"torn")
        case 5:
            check(store)
        case 7:
            prune(store, 200_000)
        case 9:
            store.remove("clips", place)


def write_one(url: str, writer: int) -> bytes:
    """Put one's own take at an address that all want, and return what is there then."""
    store = Store(url)
    for place in SHARED:
        store.put("clips", place, f"{writer}".encode() * 100_000)
    return b"".join(store.get("clips", place) or b"" for place in SHARED)


def put_at(url: str, environment: dict[str, str], place: str, data: bytes) -> bytes | None:
    """Put an entry where the environment leads to, and return what is there then."""
    os.environ.update(environment)
    store = Store(url)
    store.put("clips", place, data)
    return store.get("clips", place)
