"""The store: bytes under content addresses, shared between books, runs and builds at the same time."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from platformdirs import user_cache_path

from narrate.errors import CacheUnusable
from narrate.store.address import address as address_of
from narrate.store.entry import Entry, entry_of, name_of
from narrate.store.folder import Folder
from narrate.store.remote import Remote
from narrate.store.seal import SEAL, opened, sealed

if TYPE_CHECKING:
    from narrate.store.shelf import Shelf

_VARIABLE: Final = "NARRATE_CACHE"


class Store:
    """Keep bytes under content addresses, in a folder or at any fsspec URL.

    Takes `/a/folder`, `~/x`, `file:///…`, `s3://bucket/prefix`, `memory://…`.  What is got is what was put:
    an entry that was cut short, zeroed or changed is not there.  Raises `CacheUnusable` and `CacheNeeds`.
    """

    def __init__(self, url: str) -> None:
        self.url: Final = url if _is_remote(url) else str(_folder(url))
        """What another process opens the same store by, whatever its working folder."""
        self._shelf: Final[Shelf] = Remote(url) if _is_remote(url) else Folder(Path(self.url))

    @property
    def remote(self) -> bool:
        """Whether the store is at a URL."""
        return isinstance(self._shelf, Remote)

    def __reduce__(self) -> tuple[type["Store"], tuple[str]]:
        return Store, (self.url,)

    def __repr__(self) -> str:
        return f"Store({self.url!r})"

    def get(self, kind: str, address: str) -> bytes | None:
        """Return an entry's bytes and mark it as used; None where there is none.

        A damaged one is removed, and was none.
        """
        data = self._sound(name := name_of(kind, address))
        if data is not None:
            self._shelf.mark_used(name)
        return data

    def peek(self, kind: str, address: str, length: int) -> bytes:
        """Return the first bytes of an entry, unproved: whoever goes by them has to `get` all of it later.

        Fewer, or none, where there are not so many.
        """
        return (self._shelf.read(name_of(kind, address), SEAL + length) or b"")[SEAL:]

    def has(self, kind: str, address: str) -> bool:
        """Tell whether there is an entry, by its name and size; whether it is sound shows when it is read."""
        size = self._shelf.size(name_of(kind, address))
        return size is not None and size >= SEAL

    def put(self, kind: str, address: str, data: bytes) -> None:
        """Keep bytes, whole or not at all; a sound entry that is there stays, a damaged one is replaced.

        Raises `CacheFull`.
        """
        name = name_of(kind, address)
        if self._sound(name) is not None:
            return
        kept = sealed(name, data)
        if not self._shelf.add(name, kept) and self._sound(name) is None:
            self._shelf.replace(name, kept)

    def remove(self, kind: str, address: str) -> None:
        """Keep an entry no longer."""
        self._shelf.remove(name_of(kind, address))

    def entries(self) -> Iterator[Entry]:
        """List what is kept; what others put or remove meanwhile may be in the list or not."""
        return filter(None, (entry_of(*found) for found in self._shelf.names()))

    def verify(self, kind: str, address: str) -> bool | None:
        """Tell whether an entry is sound, without marking it as used; a damaged one is removed.

        None where there is none.
        """
        name = name_of(kind, address)
        kept = self._shelf.read(name)
        return None if kept is None else self._data(name, kept) is not None

    def sweep(self) -> None:
        """Remove what writers left that died."""
        self._shelf.sweep()

    def prove(self) -> None:
        """Prove, before work begins, that entries can be kept."""
        probe = f"00{address_of(token_hex())[2:]}"
        self.put("probes", probe, b"")
        self.remove("probes", probe)

    def _sound(self, name: str) -> bytes | None:
        kept = self._shelf.read(name)
        return None if kept is None else self._data(name, kept)

    def _data(self, name: str, kept: bytes) -> bytes | None:
        data = opened(name, kept)
        if data is None and self._shelf.read(name) == kept:  # another may have put a sound one by now
            with suppress(CacheUnusable):  # a read-only cache gives what it has
                self._shelf.remove(name)
        return data


def default_url() -> str:
    """Return where this user's store is: NARRATE_CACHE, a folder or a URL, else the user's cache folder."""
    wanted = os.environ.get(_VARIABLE, "")
    return wanted if _is_remote(wanted) else str(default_folder())


def default_folder() -> Path:
    """Return the folder of this user's store, which NARRATE_CACHE may name."""
    wanted = os.environ.get(_VARIABLE, "")
    if wanted and not _is_remote(wanted):
        return _folder(wanted)
    return user_cache_path("narrate", appauthor=False) / "store"


def _is_remote(url: str) -> bool:
    return "://" in url and not url.startswith("file://")


def _folder(url: str) -> Path:
    """Return the folder that a path or a file:// URL names, absolute.

    >>> _folder("file:///old%20books").as_posix()
    '/old books'
    """
    if url.startswith("file://"):
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(url).path))
    try:
        return Path(url).expanduser().absolute()
    except RuntimeError as error:  # ~somebody who is not there
        raise CacheUnusable(url, error) from error
