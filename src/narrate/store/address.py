"""Content addresses: the same values have the same name on every machine, other values another."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from pathlib import PurePath
from typing import Final

_PLAIN: Final = frozenset({str, int, float, bool, bytes, type(None)})
"""Types whose literals are never mistaken for one another."""
_DIGITS: Final = 40


def address(*parts: object) -> str:
    """Return the content address of values: hex, 40 digits.

    Takes str, int, float, bool, None, bytes, paths (as str), enums, dataclasses (by their full name), and
    tuples, lists and dicts of these; the order of a dict does not count.  Raises `TypeError` for anything
    else: its text could change from run to run.

    >>> address("clips", "1"), address("clips", 1)
    ('a083ca05ccf1a5d801b067f74b19aa0c938e0f1c', 'dfb638d4f3a3afd57e3a38e4d7a9d0e77fdf4a56')
    >>> address({"a": 1, "b": 2}) == address({"b": 2, "a": 1})
    True
    """
    return blake2b(_encoded(parts).encode("ascii"), digest_size=_DIGITS // 2).hexdigest()


def _encoded(value: object) -> str:
    """Write a value as an ASCII literal, from which it could be read again."""
    if type(value) in _PLAIN or (type(value) is tuple and _PLAIN.issuperset(map(type, value))):
        return ascii(value)
    match value:
        case tuple():
            return f"({_listed(value)})"
        case list():
            return f"[{_listed(value)}]"
        case dict():
            return f"{{{','.join(sorted(f'{_encoded(key)}:{_encoded(value[key])}' for key in value))}}}"
        case _:
            return _encoded_object(value)


def _listed(values: Iterable[object]) -> str:
    return "".join([f"{_encoded(each)}," for each in values])


def _encoded_object(value: object) -> str:
    kind: type = type(value)
    if isinstance(value, Enum):
        return f"<{_full_name(kind)} {_encoded(value.value)}>"
    if is_dataclass(kind):
        return f"<{_full_name(kind)} {_listed(getattr(value, name) for name in _field_names(kind))}>"
    if isinstance(value, PurePath):
        return ascii(str(value))
    if isinstance(value, float):  # one of NumPy's
        return ascii(float(value))
    message = f"a {kind.__name__} has no content address: {value!r}"
    raise TypeError(message)


@cache
def _full_name(kind: type) -> str:
    return ascii(f"{kind.__module__}.{kind.__qualname__}")


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
