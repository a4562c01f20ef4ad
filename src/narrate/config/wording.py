"""Say names and values the way the listener wrote them."""

import re
from collections.abc import Iterable, Mapping

from narrate.model.words import quoted, shortened
from narrate.nearest import did_you_mean

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
LONGEST_VALUE = 60
"""Characters of a value that a message repeats."""


def suggestion(name: str, names: Iterable[str]) -> str:
    """Ask whether the nearest name was meant, or list those there are.

    >>> suggestion("mp4", ["m4b", "mp3"])
    'did you mean "mp3"?'
    >>> suggestion("x", ["m4b", "mp3"])
    'there are "m4b", "mp3"'
    """
    known = list(names)
    there_are = f"there are {', '.join(map(as_written, known))}" if known else "there are none"
    return did_you_mean(name, known) or there_are


def as_written(value: object) -> str:
    r"""Write a value as it stands in a TOML file, shortened where it is long or deep.

    >>> print(as_written('say "ah"'), as_written(True), as_written([1, "two"]), as_written({"a": {"b": 1}}))
    "say \"ah\"" true [1, "two"] {a = {…}}
    """
    match value:
        case Mapping():
            written = (
                "{" + ", ".join(f"{bare_key(key)} = {_inner(entry)}" for key, entry in value.items()) + "}"
            )
        case list() | tuple():
            written = "[" + ", ".join(map(_inner, value)) + "]"
        case _:
            written = _inner(value)
    return shortened(written, LONGEST_VALUE)


def _inner(value: object) -> str:
    match value:
        case str():
            return quoted(value)
        case bool():
            return str(value).lower()
        case Mapping():
            return "{…}"
        case list() | tuple():
            return "[…]"
        case _:
            return _plain(value)


def _plain(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # Python writes no decimals of thousands of digits
        return f"{value:#x}"


def bare_key(key: object) -> str:
    """Write a key bare where TOML allows it, else in quotes.

    >>> bare_key("room_tone"), bare_key("St. John")
    ('room_tone', '"St. John"')
    """
    text = str(key)
    return text if BARE_KEY.fullmatch(text) else as_written(text)


def either(choices: Iterable[str]) -> str:
    """Join choices as one says them.

    >>> either(["a", "b", "c"]), either(["a"])
    ('a, b or c', 'a')
    """
    *others, last = choices
    return f"{', '.join(others)} or {last}" if others else last
