"""Keep the store small and sound."""

import time
from dataclasses import dataclass
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
    kinds: dict[str, list[Entry]] = {}
    for entry in store.entries():
        kinds.setdefault(entry.kind, []).append(entry)
    return [_holding(kind, entries) for kind, entries in sorted(kinds.items())]


def prune(store: Store, limit_bytes: int) -> Pruned:
    """Where more is kept than the limit, remove what was not used for longest, down to nine tenths of it.

    What writers left that died goes too, uncounted.
    """
    store.sweep()
    entries = sorted(store.entries(), key=lambda entry: (entry.used, entry.kind, entry.address))
    held = sum(entry.size for entry in entries)
    if held <= limit_bytes:
        return Pruned(0, 0)
    removed, freed = 0, 0
    for entry in entries:
        if held - freed <= limit_bytes * 9 // 10:
            break
        store.remove(entry.kind, entry.address)
        removed, freed = removed + 1, freed + entry.size
    return Pruned(removed, freed)


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
    found = [store.verify(entry.kind, entry.address) for entry in store.entries()]
    return Checked(found.count(True), found.count(False))


def _holding(kind: str, entries: list[Entry]) -> Holding:
    used = [entry.used for entry in entries]
    return Holding(kind, len(entries), sum(entry.size for entry in entries), min(used), max(used))
