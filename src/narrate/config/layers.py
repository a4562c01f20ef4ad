"""Settings of several strengths, put on top of each other; what is wrong is named where it was written."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from narrate.config.load import checked, with_lexicons
from narrate.config.problems import Data, Problem
from narrate.config.schema import Config
from narrate.config.toml import read_toml
from narrate.config.wording import bare_key
from narrate.errors import BadConfig

OWN_PATHS: Final = (("book", "cover"), ("book", "lexicons"), ("voices", "folder"))
"""Settings that start at the folder of the file that they stand in."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Tables of a `narrate.toml`, wherever they were written."""

    data: Data
    file: Path | None = None
    under: str = ""
    """The table that holds them there: `defaults`, `settings`."""
    entry: str = ""
    """The `[[table]]` that holds that."""
    options: Mapping[str, str] = field(default_factory=dict)
    """Options of the command line by the places that they fill."""

    def named(self, problem: Problem) -> Problem:
        """Name a problem as the listener wrote it.

        >>> odd = Problem(None, "[voices] narrator", "is odd")
        >>> Layer({}, under="settings", entry="[[book]] 2").named(odd).place
        '[[book]] 2 [settings.voices] narrator'
        """
        place = re.sub(r"^(\[+)", rf"\1{self.under}.", problem.place) if self.under else problem.place
        told = " ".join(filter(None, [self.entry, self.options.get(place, place)]))
        return replace(problem, file=self.file, place=told)

    def without(self, table: str) -> "Layer":
        """Return all but one table."""
        return replace(self, data={name: values for name, values in self.data.items() if name != table})

    def places(self) -> Iterable[str]:
        """List the places that this layer fills."""
        for table, values in self.data.items():
            if isinstance(values, Mapping):
                yield f"[{bare_key(table)}]"
                yield from (f"[{bare_key(table)}] {bare_key(key)}" for key in values)
            else:
                yield f"[[{table}]]" if isinstance(values, list) else bare_key(table)


def layer_of(file: Path) -> Layer:
    """Read a `narrate.toml`, and find the lexicons beside it."""
    data = with_lexicons(read_toml(file), file.parent)
    return Layer(rooted(data, file.parent), file)


def wished(wishes: Mapping[str, tuple[str, object]]) -> Layer:
    """Make a layer of options: `{"--format": ("output.formats", ["mp3"])}`; None was not given."""
    data: dict[str, dict[str, object]] = {}
    options = {}
    for option, (place, value) in wishes.items():
        if value is not None:
            table, key = place.split(".")
            data.setdefault(table, {})[key] = value
            options[f"[{table}] {key}"] = option
    return Layer(data, options=options)


def rooted(data: Data, folder: Path) -> Data:
    """Start the relative paths of a configuration at the folder of its file."""
    found = dict(data)
    for table, key in OWN_PATHS:
        values = found.get(table)
        path = values.get(key) if isinstance(values, Mapping) else None
        if isinstance(values, Mapping):
            found[table] = {**values, key: _rooted(path, folder)} if path else values
    return found


def _rooted(path: object, folder: Path) -> object:
    """Start a path, or each of a list, at a folder; what is no path is left for the checks."""
    if isinstance(path, list | tuple):
        return [_rooted(each, folder) for each in path]
    if isinstance(path, str) and path.strip():
        return str(folder.absolute() / os.path.expanduser(path))  # noqa: PTH111 - never raises
    return path


def layered(layers: Sequence[Layer]) -> Config:
    """Put layers on top of each other, the strongest last, key by key; a list replaces a list.

    Raises `BadConfig` with everything that is wrong.
    """
    try:
        return checked(_merged(layers), Path(), None, {})
    except BadConfig as bad:
        raise BadConfig(tuple(_named(problem, layers) for problem in bad.args[0])) from None


def _merged(layers: Iterable[Layer]) -> dict[str, object]:
    merged: dict[str, object] = {}
    for layer in layers:
        for table, values in layer.data.items():
            below = merged.get(table)
            both = isinstance(values, Mapping) and isinstance(below, Mapping)
            merged[table] = {**below, **values} if both else values  # type: ignore[dict-item]
    return merged


def _named(problem: Problem, layers: Sequence[Layer]) -> Problem:
    """Name a problem where the strongest layer that fills its place has it; voice files keep their own."""
    if problem.file:
        return problem
    found = [
        (len(place), at)
        for at, layer in enumerate(layers)
        for place in layer.places()
        if problem.place.startswith(place)
    ]
    return layers[max(found)[1]].named(problem) if found else problem
