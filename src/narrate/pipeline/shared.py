"""Prove before work begins that the workers of a cluster see the same cache as we do."""

from platform import node
from uuid import uuid4

from narrate.errors import CacheNotShared
from narrate.pipeline import work
from narrate.store.address import address
from narrate.store.store import Store
from narrate.workers.crew import Crew

KIND = "probes"


def prove_shared(crew: Crew, store: Store) -> None:
    """Have a worker look for what we put into the store; raises `CacheNotShared` where it does not see it."""
    probe = address(KIND, uuid4().hex)
    store.put(KIND, probe, b"")
    try:
        seen, machine = crew.submit(1.0, sees, store.url, probe).result()
    finally:
        store.remove(KIND, probe)
    if not seen:
        raise CacheNotShared(store.url, machine)


def sees(url: str, probe: str) -> tuple[bool, str]:
    """Tell whether this process finds a probe in a store, and the name of its machine."""
    return work.store(url).has(KIND, probe), node()
