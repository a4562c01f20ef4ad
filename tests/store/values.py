"""Values that can have an address."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from pathlib import PurePosixPath

from hypothesis import strategies as st


class Fate(StrEnum):
    SPOKEN = auto()
    LEFT_OUT = auto()


class Level(Enum):
    LOW = 1
    HIGH = 2


@dataclass(frozen=True, slots=True)
class Line:
    text: object
    silence: object


@dataclass(frozen=True, slots=True)
class Cue:
    text: object
    silence: object


plain = st.one_of(
    st.text(max_size=4),
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.none(),
    st.binary(max_size=4),
    st.sampled_from([*Fate, *Level]),
    st.sampled_from(
        ["", "1", "1.0", "True", "None", "b''", "()", "(1,)", "'", '"', "\\", "\\x00", "\0", "é"]
    ),
    st.sampled_from([0, 1, -1, 0.0, -0.0, 1.0, True, False, b"", b"1", Fate.SPOKEN, Level.LOW]),
)
keys = st.one_of(st.text(max_size=2), st.integers(0, 3), st.none(), st.tuples(st.integers(0, 1)))
values = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(keys, inner, max_size=3),
        st.builds(Line, inner, inner),
        st.builds(Cue, inner, inner),
    ),
    max_leaves=8,
)


def told_apart(value: object) -> object:
    """Return what is equal for the same values only: Python's own 1, 1.0 and True are."""
    match value:
        case Line() | Cue():
            return type(value), told_apart(value.text), told_apart(value.silence)
        case Fate() | Level():
            return type(value), value.name
        case float():
            return float, value.hex()
        case tuple() | list():
            return type(value), [told_apart(each) for each in value]
        case dict():
            return dict, {(type(key), key): told_apart(each) for key, each in value.items()}
    return type(value), value


paths = st.text("ab/. ", min_size=1, max_size=6).map(PurePosixPath)
