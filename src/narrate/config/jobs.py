"""What a `JOBS.toml` may say: many books, what they share, and where they go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Final

from annotated_types import Ge, Le
from pydantic import AfterValidator, Field, ValidationError

from narrate.config import checks
from narrate.config.layers import Layer, rooted
from narrate.config.problems import Data, Problem, problems_of
from narrate.config.schema import Config, Table, WorkTable
from narrate.config.toml import read_toml
from narrate.config.values import AnyPath, Text, Wanted
from narrate.config.wording import as_written, suggestion
from narrate.errors import BadConfig
from narrate.model.url import Url

FIELDS: Final = ("author", "series", "part", "title", "narrator", "publisher", "language", "genre", "year")
"""What a layout may name."""
_NO_BOOK: Final = "there is no [[book]]; write one for each book, with its path"
_WORK: Final = "is for all books of a batch together; write its keys under [batch]"


def known_fields(layout: str) -> str:
    """Refuse a layout with a field that no book has, or with a brace that has no other half."""
    try:
        parts = list(Formatter().parse(layout))
    except ValueError:
        message = f"{as_written(layout)} has a brace without its other half"
        raise ValueError(message) from None
    for _, name, form, change in parts:
        asked = f"{name}!{change}" if change else f"{name}:{form}" if form else name
        if asked is not None and asked not in FIELDS:
            message = f"a layout has no field {as_written(asked)}; {suggestion(asked, FIELDS)}"
            raise ValueError(message)
    return layout


BesideJobs = Annotated[AnyPath, AfterValidator(checks.beside_config)]
Layout = Annotated[Text, AfterValidator(known_fields), Wanted("a layout in quotes")]
Retries = Annotated[int, Ge(0), Le(100), Wanted("a whole number of times")]
AtOnce = Annotated[int, Ge(1), Le(64), Wanted("a whole number of books")]
Priority = Annotated[int, Ge(-1_000_000), Le(1_000_000), Wanted("a whole number")]


class BatchTable(WorkTable):
    """`[batch]`: what all books share, the keys of `[work]` among it: there is one pool and one cache."""

    output: BesideJobs | None = None
    """Relative to the file; each book's own `[output] folder` where not given."""
    layout: Layout = ""
    """Folders below the output folder, of what is known of the book."""
    retries: Retries = 2
    """Times that a book is tried again, after all others, where the machine may have failed it."""
    books: AtOnce = 3
    """Books in the making at the same time."""


class BookEntry(Table):
    """`[[book]]`: a file, or a folder of stories."""

    path: AnyPath
    """Relative to the file, or a URL."""
    priority: Priority = 0
    """Higher ones are made first."""
    settings: Config = Config()
    """Any table of a `narrate.toml`, stronger than the one beside the stories."""


class JobsFile(Table):
    """A whole `JOBS.toml`."""

    batch: BatchTable = BatchTable()
    defaults: Config = Config()
    """Any table of a `narrate.toml`, weaker than the one beside the stories."""
    book: Annotated[tuple[BookEntry, ...], Field(strict=False)] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """A path that shall become audiobooks, and the settings around its own `narrate.toml`."""

    path: Path
    priority: int = 0
    weaker: tuple[Layer, ...] = ()
    stronger: tuple[Layer, ...] = ()


@dataclass(frozen=True, slots=True)
class Jobs:
    """A batch: what all share, and what is wished."""

    batch: BatchTable
    wishes: tuple[Wish, ...]


def read_jobs(path: Path, options: Layer) -> Jobs:
    """Read a `JOBS.toml`, with the command line's options on top of `[batch]` and of every book.

    Raises `BadConfig` with everything that is wrong in it; but what its settings and a book's own make
    together, the voices above all, is only known with that book.
    """
    data = read_toml(path)
    defaults = _layer(data, "defaults", path, "")
    settings = [_layer(each, "settings", path, f"[[book]] {at}") for at, each in enumerate(_books(data), 1)]
    file, problems = _checked(_outline(data), path, options)
    problems += [problem for layer in (defaults, *settings) for problem in _wrong_in(layer)]
    if problems or file is None:
        raise BadConfig(tuple(problems))
    own = options.without("batch")
    wishes = (
        Wish(_beside(path, book.path), book.priority, (defaults,), (layer, own))
        for book, layer in zip(file.book, settings, strict=True)
    )
    return Jobs(file.batch, tuple(wishes))


def batch_of(options: Layer) -> BatchTable:
    """Return what the command line alone says of a batch; raises `BadConfig`."""
    file, problems = _checked({"book": [{"path": "."}]}, None, options)
    if file is None:
        raise BadConfig(tuple(problems))
    return file.batch


def _beside(file: Path, path: Path) -> Path:
    """Start a relative path at the file's folder; a URL starts nowhere."""
    return path if isinstance(path, Url) else file.parent / path


def _books(data: Data) -> Sequence[Data]:
    found = data.get("book")
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _outline(data: Data) -> Data:
    """Leave out what is looked at table by table."""
    found = data.get("book")
    outline = _without(data, "defaults")
    return (
        {**outline, "book": [_without(each, "settings") for each in found]}
        if isinstance(found, list)
        else outline
    )


def _without(holder: object, key: str) -> Any:  # noqa: ANN401 - whatever the file holds there
    if isinstance(holder, Mapping) and isinstance(holder.get(key), Mapping):
        return {name: value for name, value in holder.items() if name != key}
    return holder


def _layer(holder: Data, key: str, file: Path, entry: str) -> Layer:
    data = holder.get(key)
    return Layer(rooted(data, file.parent) if isinstance(data, Mapping) else {}, file, key, entry)


def _checked(data: Data, path: Path | None, options: Layer) -> tuple[JobsFile | None, list[Problem]]:
    """Check all but the settings of books; None comes with the reasons."""
    table, wished = data.get("batch", {}), options.data.get("batch", {})
    if isinstance(table, Mapping) and isinstance(wished, Mapping):
        data = {**data, "batch": {**table, **wished}}
    around = checks.Surroundings(path.parent if path else Path(), frozenset())
    try:
        file = JobsFile.model_validate(data, context=around)
    except ValidationError as error:
        found = problems_of(error, JobsFile, data, path)
        return None, [options.named(each) if each.place in options.options else each for each in found]
    return file, [] if file.book else [Problem(path, "", _NO_BOOK)]


def _wrong_in(layer: Layer) -> Iterator[Problem]:
    """Find what is wrong whatever the book; the names of voices are not among it."""
    if "work" in layer.data:
        yield layer.named(Problem(None, "[work]", _WORK))
    try:
        Config.model_validate(layer.data)
    except ValidationError as error:
        yield from map(layer.named, problems_of(error, Config, layer.data, None))
