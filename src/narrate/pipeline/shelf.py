"""From a shelf of stories to jobs: which folders and which files are books.

Every folder that holds stories, at any depth, is a book, with its own `narrate.toml`; where that says
`each = "file"`, its files are.  A shelf whose only stories lie directly in it is a pile of books, one a
file, unless its `narrate.toml` says `each = "folder"`.  What is hidden, and links to folders, is passed over.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from narrate.config.jobs import Wish
from narrate.config.layers import Layer, layer_of, layered
from narrate.config.load import find_config, folder_of, with_lexicons
from narrate.config.schema import Config
from narrate.errors import BadInput, CannotRead, NoBooks, NoSuchPath
from narrate.model.url import Url, place
from narrate.pipeline.abroad import files, is_there
from narrate.pipeline.fetch import fetched
from narrate.read.order import natural
from narrate.read.story import endings, is_story, parted


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One book that is wished."""

    path: Path
    """Where it is read; of a book at a URL this is a copy."""
    priority: int
    config: Config | BadInput
    """Its settings, or what is wrong with them."""
    named: Path | None = None
    """What it was called by where that is not its path."""

    @property
    def name(self) -> str:
        """What it was called by."""
        return str(self.named or self.path)


def wishes_below(shelf: Path, options: Layer) -> tuple[Wish, ...]:
    """Find the books on a shelf; the options are stronger than what each says of itself.

    The shelf may be at a URL.  Raises `NoSuchPath`, `CannotRead`, `NoBooks` and `UrlNeeds`.
    """
    shelf = place(shelf)
    if not (is_there(shelf) or is_there(shelf, "directory")):
        raise NoSuchPath(shelf, "")
    found = list(_books(shelf))
    if not found:
        raise NoBooks(shelf, endings())
    pile = (Layer({"book": {"each": "file"}}),) if found == [shelf] else ()
    return tuple(Wish(path, weaker=pile, stronger=(options.without("batch"),)) for path in found)


def jobs_of(wishes: Iterable[Wish], doors: ExitStack) -> Iterator[Job]:
    """Yield a job for every book; a folder of which each file is one makes many.

    What lies at a URL is fetched; the copies last until the `doors` are closed.
    """
    for wish in wishes:
        try:
            here = doors.enter_context(fetched(wish.path))
            config = _config(replace(wish, path=here))
        except BadInput as bad:
            yield Job(wish.path, wish.priority, bad)
            continue
        for path in (config.book.each == "file" and stories_in(here)) or (here,):
            named = None if here == wish.path else wish.path / path.relative_to(here)
            yield Job(path, wish.priority, config, named)


def stories_in(path: Path) -> tuple[Path, ...]:
    """Return the stories that lie directly in a folder, in natural order; none where it cannot be read."""
    try:
        with os.scandir(path) as entries:
            found = [entry.name for entry in entries if is_story(entry.name) and not entry.is_dir()]
    except OSError:
        return ()
    return tuple(path / name for name in sorted(found, key=_natural))


def _natural(name: str) -> tuple[object, str]:
    return natural(parted(name)[0]), name


def _books(shelf: Path) -> Iterator[Path]:
    """Walk in natural order; a folder that cannot be read counts as a book, so that somebody hears of it."""
    refused: list[Path] = []
    for folder, below, names in _walk(shelf, refused):
        below[:] = sorted((name for name in below if not name.startswith(".")), key=natural)
        if any(map(is_story, names)):
            yield folder
    if shelf in refused:
        raise CannotRead(shelf, "it is no folder, or you may not look into it")
    yield from refused


def _walk(shelf: Path, refused: list[Path]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield every folder with the names of its folders, which may be thinned out, and of its files."""
    if isinstance(shelf, Url):
        with files(shelf, CannotRead) as (system, top):
            for name, below, names in system.walk(top, detail=False):
                yield shelf / name.removeprefix(top).strip("/"), below, names
    else:
        for name, below, names in os.walk(shelf, onerror=lambda error: refused.append(Path(error.filename))):
            yield Path(name), below, names


def _config(wish: Wish) -> Config:
    """Read the book's own `narrate.toml`, if any, between what is weaker and what is stronger."""
    file = find_config(wish.path)
    own = layer_of(file) if file else Layer(with_lexicons({}, folder_of(wish.path)))
    return layered((*wish.weaker, own, *wish.stronger))
