"""Keep the store small and sound."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from narrate.store.address import address
from narrate.store.entry import Entry
from narrate.store.store import Store

_INTERVAL: Final = 600
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What the store keeps of one kind."""

    kind: str
    entries: int
    bytes: int
    oldest: float
    """When the one that was not used for longest was used, in seconds since 1970."""
    newest: float


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed to make room."""

    entries: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading everything found."""

    sound: int
    damaged: int
    """Entries that were cut short, zeroed or changed, and are removed."""


def survey(store: Store) -> list[Holding]:
    """Count what is kept, kind by kind."""
    kinds: dict[str, Holding] = {}
    for entry in store.entries():
        own = Holding(entry.kind, 1, entry.size, entry.used, entry.used)
        kinds[entry.kind] = _together(kinds[entry.kind], own) if entry.kind in kinds else own
    return [kinds[kind] for kind in sorted(kinds)]


def prune(store: Store, limit_bytes: int) -> Pruned:
    """Where more is kept than the limit, remove what was not used for longest, down to nine tenths of it.

    What writers left that died goes too, uncounted.  Of millions of entries none is held in memory but those
    last used in the hour with which it ends.
    """
    store.sweep()
    hours: Counter[int] = Counter()
    for entry in store.entries():
        hours[_hour(entry)] += entry.size
    held = hours.total()
    if held <= limit_bytes:
        return Pruned(0, 0)
    wanted = held - limit_bytes * 9 // 10
    removed, freed = 0, 0
    for entry in _longest_unused(store, hours, wanted):
        if freed >= wanted:
            break
        store.remove(entry.kind, entry.address)
        removed, freed = removed + 1, freed + entry.size
    return Pruned(removed, freed)


def _longest_unused(store: Store, hours: Mapping[int, int], wanted: int) -> Iterator[Entry]:
    """Yield at least so many bytes of entries: all of the early hours, then the last hour's in order."""
    freed = accumulate(hours[hour] for hour in sorted(hours))
    last = next(hour for hour, bytes_freed in zip(sorted(hours), freed, strict=True) if bytes_freed >= wanted)
    edge = []
    for entry in store.entries():
        if _hour(entry) < last:
            yield entry
        elif _hour(entry) == last:
            edge.append(entry)
    yield from sorted(edge, key=lambda entry: (entry.used, entry.kind, entry.address))


def _hour(entry: Entry) -> int:
    return int(entry.used // 3600)


def tidy(store: Store, limit_bytes: int) -> None:
    """Prune, unless somebody did so in the last minutes: looking at all that is kept takes its time.

    A store at a URL is left alone: whoever owns the bucket has rules of its own for old objects.
    """
    lately = address("upkeep", limit_bytes, int(time.time() // _INTERVAL))
    if not store.remote and not store.has("upkeep", lately):
        prune(store, limit_bytes)
        store.put("upkeep", lately, b"")


def check(store: Store) -> Checked:
    """Read everything, and remove what is damaged; nothing counts as used by it."""
    found = Counter(store.verify(entry.kind, entry.address) for entry in store.entries())
    return Checked(found[True], found[False])


def _together(one: Holding, other: Holding) -> Holding:
    return Holding(
        one.kind,
        one.entries + other.entries,
        one.bytes + other.bytes,
        min(one.oldest, other.oldest),
        max(one.newest, other.newest),
    )
