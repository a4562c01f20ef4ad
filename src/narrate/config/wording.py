"""Say names and values the way the listener wrote them."""

import json
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
SHORTEST_PART = 3
"""Letters of a longer name that are enough to know it by."""
LONGEST_VALUE = 60
"""Characters of a value that a message repeats."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant, or nothing where none is near.

    >>> nearest("Elenor", ["eleanor", "duncan"])
    'eleanor'
    >>> nearest("peak", ["loudness", "true_peak"])
    'true_peak'
    >>> nearest("xyz", ["eleanor", "duncan"])
    """
    by_folded = {known.casefold(): known for known in names}
    folded = name.casefold()
    close = get_close_matches(folded, by_folded, n=1)
    holding = [known for known in by_folded if len(folded) >= SHORTEST_PART and folded in known]
    return next((by_folded[known] for known in [*close, *holding]), None)


def suggestion(name: str, names: Iterable[str]) -> str:
    """Ask whether the nearest name was meant, or list those there are.

    >>> suggestion("mp4", ["m4b", "mp3"])
    'did you mean "mp3"?'
    >>> suggestion("x", ["m4b", "mp3"])
    'there are "m4b", "mp3"'
    """
    known = list(names)
    near = nearest(name, known)
    if near is not None:
        return f"did you mean {as_written(near)}?"
    return f"there are {', '.join(map(as_written, known))}" if known else "there are none"


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
    return written if len(written) <= LONGEST_VALUE else written[: LONGEST_VALUE - 1] + "…"


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


def quoted(text: str) -> str:
    r"""Write text as TOML does, whole and on one line, with nothing in it that a terminal would obey.

    >>> print(quoted('C:\\new "books"'))
    "C:\\new \"books\""
    """
    return '"' + "".join(char if _is_plain(char) else json.dumps(char)[1:-1] for char in text) + '"'


def _is_plain(char: str) -> bool:
    return char.isprintable() and char not in {'"', "\\"}


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
