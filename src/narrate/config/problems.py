"""What is wrong with a configuration, in sentences that name file, key, value and the nearest valid name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from narrate.config.spots import Location, Model, Spot, is_repeated, is_table, keys_of, spot, table_of, wanted
from narrate.config.wording import as_written, bare_key, either
from narrate.model.words import quoted
from narrate.nearest import nearest

Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of a `BadConfig`."""

    file: Path | None
    """As the listener named it; none for an option of the command line."""
    place: str
    """`[pauses] sentence`, `--format`, `line 3, column 8`; empty for the file as a whole."""
    sentence: str

    def __str__(self) -> str:
        return ": ".join(filter(None, [str(self.file or ""), self.place, self.sentence]))


def problems_of(error: ValidationError, model: Model, data: Data, file: Path | None) -> list[Problem]:
    """Turn what pydantic found into problems, each said once, in the order of the schema."""
    found = [
        Problem(file, place_of(model, detail["loc"], data), _sentence(model, detail))
        for detail in error.errors(include_url=False)
    ]
    return list(dict.fromkeys(found))


def place_of(model: Model, location: Location, data: Data) -> str:
    """Name a place as the listener wrote it: `[pauses] sentence`, `[[chapter]] 2 (file "b.txt") title`."""
    head, *rest = location
    value, known = data.get(str(head)), model.model_fields.get(str(head))
    if isinstance(value, list | tuple) and rest and table_of(known):
        index, *keys = rest
        return " ".join([f"[[{head}]] {numbered(value, int(index))}", *map(bare_key, keys[:1])])
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        return f"[[{bare_key(head)}]]"
    if isinstance(value, dict) or (known and is_table(known)):
        return " ".join([f"[{bare_key(head)}]", *map(bare_key, rest[:1])])
    return bare_key(head)


def numbered(entries: Sequence[object], index: int) -> str:
    """Name one entry of a `[[table]]` by its place, counted from 1, and its file."""
    entry = entries[index]
    name = entry.get("file") if isinstance(entry, dict) else None
    return f"{index + 1} (file {quoted(name)})" if isinstance(name, str) else str(index + 1)


def _sentence(model: Model, detail: ErrorDetails) -> str:
    place, value = spot(model, detail["loc"]), detail["input"]
    if place.field is None:
        return _unknown(model, place, value)
    if is_table(place.field) and detail["type"] in {"model_type", "dict_type", "tuple_type"}:
        return _wrong_shape(place, value)
    if detail["type"] == "missing":
        return f"is missing; give it {wanted(place.field, place.inside)}"
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    hint = "; a name with a dot in it goes in quotes" if isinstance(value, dict) else ""
    return f"{as_written(value)} is not {wanted(place.field, place.inside)}{hint}"


def _wrong_shape(place: Spot, value: object) -> str:
    table = _heading(place.model, place.key)
    if isinstance(value, dict | list) and not place.inside:
        return f"write {table} with {'two pairs' if table.startswith('[[') else 'one pair'} of brackets"
    return f"{as_written(value)} is not a table; write {table} on a line of its own and its keys below it"


def _unknown(model: Model, place: Spot, value: object) -> str:
    what = "table" if isinstance(value, dict | list) and place.model is model else "key"
    known = place.model.model_fields
    near = nearest(place.key, known)
    homes = [name for name, field in model.model_fields.items() if place.key in keys_of(field)]
    if near:
        return f"unknown {what}; did you mean {_heading(place.model, near)}?"
    if homes:
        return f"unknown {what} here; it belongs under {either(_heading(model, name) for name in homes)}"
    return f"unknown {what}; there are {', '.join(_heading(place.model, name) for name in known)}"


def _heading(model: Model, key: str) -> str:
    field = model.model_fields[key]
    if is_repeated(field):
        return f"[[{key}]]"
    return f"[{key}]" if is_table(field) else as_written(key)
