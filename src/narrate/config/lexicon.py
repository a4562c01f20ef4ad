"""The lexicon of a book: `[pronounce]`, then the files that it names, then those beside its stories."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from narrate.config.pls import read_pls
from narrate.config.problems import Problem, problems_of
from narrate.config.sayings import as_table, sayings
from narrate.config.schema import Config
from narrate.config.toml import read_toml
from narrate.errors import BadConfig
from narrate.model.lexicon import Entry

PLS: Final = frozenset({".pls", ".xml"})
_TABLE: Final = "[pronounce] "


def lexicon(config: Config) -> tuple[Entry, ...]:
    """Return all entries of a book, the strongest first.

    Raises `BadConfig` with everything that is wrong in a file of TOML, `BadLexicon` for one of PLS.
    """
    files = [entry for path in config.book.lexicons for entry in read_lexicon(path)]
    return (*entries_of(config.pronounce), *files)


def read_lexicon(path: Path) -> tuple[Entry, ...]:
    """Read a lexicon, PLS by its ending `.pls` or `.xml`, else TOML: what could stand under `[pronounce]`."""
    if path.suffix.lower() in PLS:
        return read_pls(path)
    data = {"pronounce": read_toml(path)}
    try:
        return entries_of(Config.model_validate(data).pronounce)
    except ValidationError as error:
        raise BadConfig(tuple(map(_named, problems_of(error, Config, data, path)))) from None


def entries_of(table: Mapping[str, object]) -> tuple[Entry, ...]:
    """Return the entries of a checked `[pronounce]`; of one word those with conditions come first.

    >>> [entry.say for entry in entries_of({"lead": ("leed", {"say": "led", "before": ("pipe",)})})]
    ['led', 'leed']
    """
    return tuple(
        entry
        for printed, said in table.items()
        for entry in sorted(_entries(printed, said), key=_conditions, reverse=True)
    )


def _entries(printed: str, said: object) -> Iterator[Entry]:
    for each in sayings(said):
        told: dict[str, Any] = as_table(each)
        yield Entry(printed, **told)


def _conditions(entry: Entry) -> int:
    return sum(map(bool, (entry.language, entry.voice, entry.after, entry.before)))


def _named(problem: Problem) -> Problem:
    """Name a place as it stands in a file that has no table around its words."""
    return replace(problem, place=problem.place.removeprefix(_TABLE))
