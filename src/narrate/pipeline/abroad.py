"""Files at URLs: whatever fsspec speaks to, its refusals in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from narrate.errors import CannotRead, NarrateError, UrlNeeds
from narrate.model.url import Url
from narrate.store.remote import written


@contextmanager
def files(url: Path, refusal: type[NarrateError]) -> Iterator[tuple[Any, str]]:
    """Offer the file system of a URL, and what it calls the place.

    Raises `UrlNeeds` where a package is missing, and the `refusal` with the URL and the reason for anything
    that the file system raises, except `FileNotFoundError`.
    """
    try:
        from fsspec.core import url_to_fs

        # A listing that is kept would hide what other processes wrote.
        yield url_to_fs(str(url), use_listings_cache=False)
    except (NarrateError, FileNotFoundError):
        raise
    except ImportError as error:
        raise UrlNeeds(url, error) from error
    except Exception as error:
        raise refusal(url, reason(error)) from error


def reason(error: Exception) -> str:
    """Return the first line of what a library has against it, without its full stop."""
    told = str(getattr(error, "strerror", None) or error).strip() or type(error).__name__
    return told.splitlines()[0].rstrip(".")


def size(path: Path) -> int:
    """Return the bytes of a file, here or at a URL; raises `FileNotFoundError`."""
    return found(path)[0]


def found(path: Path) -> tuple[int, str]:
    """Return the bytes of a file and what changes when it is written anew: its ETag, else its time.

    Raises `FileNotFoundError`.
    """
    if not isinstance(path, Url):
        here = path.stat()
        return here.st_size, str(here.st_mtime_ns)
    with files(path, CannotRead) as (system, name):
        info = system.info(name)
        return int(info["size"] or 0), str(info.get("ETag") or info.get("etag") or written(info))


def is_there(path: Path, kind: Literal["file", "directory"] = "file") -> bool:
    """Tell whether there is such a file, or such a folder, here or at a URL."""
    if not isinstance(path, Url):
        return path.is_file() if kind == "file" else path.is_dir()
    with suppress(FileNotFoundError), files(path, CannotRead) as (system, name):
        return bool(system.info(name)["type"] == kind)
    return False
