"""A shelf at a URL: any object store or file system that fsspec speaks to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, Final

from narrate.errors import CacheNeeds, CacheUnusable

_TIMES: Final = ("LastModified", "last_modified", "updated", "modified", "mtime", "created")
"""Where the file systems of fsspec say when something was written."""


class Remote:
    """Keep objects; one is put at once, so that its name appears when it is whole."""

    def __init__(self, url: str) -> None:
        self._url = url
        with self._reached():
            from fsspec.core import url_to_fs

            # A listing that is kept would hide what other processes wrote.
            self._files, self._root = url_to_fs(url, use_listings_cache=False)

    def read(self, name: str, length: int | None = None) -> bytes | None:
        """Fetch an object."""
        with self._reached(), suppress(FileNotFoundError):
            return bytes(self._files.cat_file(self._path(name), end=length))
        return None

    def size(self, name: str) -> int | None:
        """Ask for an object's size."""
        with self._reached(), suppress(FileNotFoundError):
            return int(self._files.info(self._path(name))["size"])
        return None

    def add(self, name: str, kept: bytes) -> bool:
        """Put an object unless there is one; where the store cannot promise that, the last writer wins."""
        try:
            self._files.pipe_file(self._path(name), kept, mode="create")
        except FileExistsError:
            return False
        except Exception:  # noqa: BLE001 - every store refuses the condition in its own way
            if self.size(name) is not None:
                return False
            self.replace(name, kept)
        return True

    def replace(self, name: str, kept: bytes) -> None:
        """Put an object over another."""
        with self._reached():
            self._files.pipe_file(self._path(name), kept)

    def mark_used(self, name: str) -> None:
        """Leave it: to set an object's time is to write it again."""

    def remove(self, name: str) -> None:
        """Delete an object."""
        with self._reached(), suppress(FileNotFoundError):
            self._files.rm_file(self._path(name))

    def names(self) -> Iterator[tuple[str, int, float]]:
        """List the objects below the root."""
        found: dict[str, Mapping[str, Any]] = {}
        with self._reached(), suppress(FileNotFoundError):
            found = self._files.find(self._root, detail=True)
        for path, info in found.items():
            yield path.removeprefix(self._root).lstrip("/"), info["size"] or 0, written(info)

    def sweep(self) -> None:
        """Leave it: an object that was not put whole is not there."""

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Say in one sentence what any library has against it."""
        try:
            yield
        except ImportError as error:
            raise CacheNeeds(self._url, error) from error
        except Exception as error:
            raise CacheUnusable(self._url, _reason(error)) from error


def written(info: Mapping[str, Any]) -> float:
    """Return when an object was written, in seconds since 1970; 0 where nobody knows."""
    found = next((info[key] for key in _TIMES if info.get(key)), 0.0)
    if isinstance(found, str):
        found = datetime.fromisoformat(found)
    return found.timestamp() if isinstance(found, datetime) else float(found)


def _reason(error: Exception) -> str:
    """Return the first line of what went wrong, without its full stop."""
    told = str(getattr(error, "strerror", None) or error).strip() or type(error).__name__
    return told.splitlines()[0].rstrip(".")
