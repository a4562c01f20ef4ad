"""Bring stories that lie at a URL to this machine, with all that belongs to them."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from narrate.config.load import LEXICON, NAME
from narrate.errors import BadInput, BuildFailed, CannotRead, NarrateError, NoSuchPath
from narrate.model.url import Url, place
from narrate.pipeline.abroad import files

_COVER: Final = re.compile(
    r"""^["' ]*cover(?:[-_]image)?["' ]*[:=]\s*["']?([^"'\r\n]+)""", re.MULTILINE | re.IGNORECASE
)
_FRONT: Final = 8_000
"""Characters in which the front matter of a story names its cover."""


@contextmanager
def fetched(path: Path) -> Iterator[Path]:
    """Offer a path on this machine that can be read: for a URL that of a copy, which is gone at the end.

    With a story come the `narrate.toml` and lexicons beside it, and the cover, voices and stories which are
    named there; with a folder all its files, but of its folders only those named.  What is raised meanwhile
    speaks of the URL.
    Raises `NoSuchPath`, `CannotRead` and `UrlNeeds`.
    """
    url = place(path)
    if not isinstance(url, Url):
        yield path
        return
    with TemporaryDirectory(prefix="narrate-") as name:
        here = Path(name).resolve() / (url.parent.name.rstrip(":") or "stories") / url.name
        try:
            _bring(url, here)
            yield here
        except NarrateError as error:
            raise told_of(error, here, url) from error


def _bring(url: Url, here: Path) -> None:
    """Copy what lies at the URL, and what belongs to it beside it."""
    try:
        with files(url, CannotRead) as (system, name):
            is_folder = system.info(name)["type"] == "directory"
            _copy(system, name, here)
            _bring_named(system, name if is_folder else name.rpartition("/")[0], here, is_folder=is_folder)
    except FileNotFoundError as error:
        raise NoSuchPath(url, "") from error


def _bring_named(system: Any, folder: str, here: Path, *, is_folder: bool) -> None:  # noqa: ANN401 - fsspec's
    """Bring what the configuration and the stories name beside themselves."""
    home = here if is_folder else here.parent
    if not is_folder:
        with suppress(FileNotFoundError):
            _copy(system, f"{folder}/{NAME}", home / NAME)
        for name in system.glob(f"{folder}/*{LEXICON}"):
            _copy(system, name, home / name.rpartition("/")[2])
    stories = [file for file in home.iterdir() if file.is_file()] if is_folder else [here]
    for named in {*_named_in_config(home / NAME), *(cover for story in stories for cover in _covers(story))}:
        if _is_beside(named) and not (home / named).exists():
            with suppress(FileNotFoundError):  # its reader says what is missing
                _copy(system, f"{folder}/{named}", home / named)


def _copy(system: Any, name: str, here: Path) -> None:  # noqa: ANN401 - fsspec's
    """Copy a file, or the files of a folder, but none of its folders."""
    if system.info(name)["type"] == "file":
        here.parent.mkdir(parents=True, exist_ok=True)
        system.get_file(name, str(here))
        return
    here.mkdir(parents=True, exist_ok=True)
    for each in system.ls(name, detail=True):
        if each["type"] == "file" and not each["name"].endswith("/"):
            system.get_file(each["name"], str(here / each["name"].rpartition("/")[2]))


def _named_in_config(file: Path) -> Iterator[str]:
    """Yield the paths that a configuration names; what is wrong with it is found when it is read."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        told = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        yield str(told.get("book", {}).get("cover", ""))
        yield from map(str, told.get("book", {}).get("lexicons", ()))
        yield str(told.get("voices", {}).get("folder", ""))
        yield from (str(chapter.get("file", "")) for chapter in told.get("chapter", ()))


def _covers(story: Path) -> Iterator[str]:
    r"""Yield the cover that a story's front matter names.

    >>> _COVER.findall("---\ntitle: A\ncover: art/a.png\n---")
    ['art/a.png']
    """
    with story.open(encoding="utf-8", errors="replace") as file:
        text = file.read(_FRONT)
    if text.startswith(("---", "+++")):
        yield from (found.strip() for found in _COVER.findall(text)[:1])


def _is_beside(named: str) -> bool:
    """Tell whether a path leads into the story's own folder."""
    path = Path(named)
    return bool(named) and not path.is_absolute() and ".." not in path.parts and "://" not in named


def told_of(error: NarrateError, here: Path, url: Path) -> NarrateError:
    """Put the URL where an error speaks of its copy."""
    told = str(error).replace(str(here), str(url)).replace(str(here.parent), str(url.parent))
    if told == str(error):
        return error
    return BadInput(told) if isinstance(error, BadInput) else BuildFailed(told)
