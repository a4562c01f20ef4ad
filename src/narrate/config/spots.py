"""Find a place of a configuration in the schema, and read there what was wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from narrate.config.values import Wanted
from narrate.config.wording import as_written, either

Model = type[BaseModel]
Location = tuple[int | str, ...]
"""Where pydantic found something: keys, indexes in lists, and at the end what only pydantic knows."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the schema."""

    model: Model
    """The table that holds the key."""
    key: str
    field: FieldInfo | None
    """None for a key that the table does not know."""
    inside: Location
    """What follows the key."""


def spot(model: Model, location: Location) -> Spot:
    """Follow a location through the tables."""
    key, *inside = location
    field = model.model_fields.get(str(key))
    table = table_of(field)
    steps = inside[1:] if inside and isinstance(inside[0], int) else inside
    if table and steps:
        return spot(table, tuple(steps))
    return Spot(model, str(key), field, tuple(inside))


def table_of(field: FieldInfo | None) -> Model | None:
    """Return the model of a `[table]` or of each entry of a `[[table]]`, None for any other field."""
    kinds = [field.annotation, *get_args(field.annotation)] if field else []
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def is_table(field: FieldInfo) -> bool:
    """Tell whether TOML writes the field in brackets."""
    return table_of(field) is not None or _is_dictionary(field)


def is_repeated(field: FieldInfo) -> bool:
    """Tell whether TOML writes the table in two pairs of brackets."""
    return table_of(field) is not None and get_origin(field.annotation) is tuple


def keys_of(field: FieldInfo) -> frozenset[str]:
    """Return the keys that a table knows."""
    table = table_of(field)
    return frozenset(table.model_fields) if table else frozenset()


def wanted(field: FieldInfo, inside: Location = ()) -> str:
    """Say what the schema asks for; inside a list or dictionary, what it asks of that entry."""
    found = list(_descriptions(field.annotation, field.metadata))
    return found[-1] if _is_entry(field, inside) else found[0]


def _is_entry(field: FieldInfo, inside: Location) -> bool:
    in_list = any(isinstance(step, int) for step in inside[:1])
    return in_list or (_is_dictionary(field) and inside[-1:] != ("[key]",))


def _is_dictionary(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is dict


def _descriptions(annotation: object, metadata: Sequence[object] = ()) -> Iterator[str]:
    """Describe a type from the outside in."""
    words = [note.words for note in metadata if isinstance(note, Wanted)]
    if words:
        yield words[-1] + _limits(metadata)
    if get_origin(annotation) is Annotated:
        inner, *notes = get_args(annotation)
        yield from _descriptions(inner, notes)
    elif get_origin(annotation) is Literal:
        yield either(map(as_written, get_args(annotation)))
    else:
        for part in get_args(annotation):
            yield from _descriptions(part)


def _limits(metadata: Sequence[object]) -> str:
    low = [f" from {note.ge}" for note in metadata if isinstance(note, Ge)]
    above = [f" above {note.gt}" for note in metadata if isinstance(note, Gt)]
    high = [note.le for note in metadata if isinstance(note, Le)]
    joint = " to " if low else " and up to "
    return "".join([*low, *above, *(f"{joint}{limit}" for limit in high)])
