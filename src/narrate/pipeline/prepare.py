"""Prepare books for a build: all that can be done, and refused, before a word is spoken."""

from collections.abc import Iterable
from pathlib import Path

from narrate.config.schema import Config, WorkTable
from narrate.pipeline.check import check
from narrate.pipeline.plan import Edition, plan
from narrate.pipeline.scripts import stored
from narrate.store.store import Store, default_url

Asked = tuple[Path, Config, Path]
"""A file or folder, its settings, and what it is a copy of, else itself."""


def prepared(asked: Iterable[Asked], table: WorkTable) -> tuple[Edition, ...]:
    """Plan books, refuse what is known to fail, and lay their scripts into the store.

    What is returned is small however long the books are.  Raises what `plan`, `check` and the store raise;
    nothing is in the store then.
    """
    store = open_store(table)
    plans = [each for path, config, named in asked for each in plan(path, config, named, store)]
    check(plans)
    return tuple(laid(each, store) for each in plans)


def open_store(table: WorkTable) -> Store:
    """Open the store that `[work] cache` names, or the user's own."""
    return Store(table.cache or default_url())


def laid(edition: Edition, store: Store) -> Edition:
    """Return an edition whose script lies in the store."""
    return Edition(stored(edition.script, store), edition.cast, edition.config)
