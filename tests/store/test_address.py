import os
import string
import subprocess
import sys
from collections.abc import Sequence
from pathlib import PurePosixPath

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from narrate.model.voice import Voice
from narrate.store.address import address
from store.values import Cue, Fate, Level, Line, paths, told_apart, values


@given(st.lists(values, max_size=3), st.lists(values, max_size=3))
@example(["a", "b"], ["ab"])
@example([("a", "b")], [("a",), "b"])
@example([["a"]], [("a",)])
@example([Line("a", 1)], [Cue("a", 1)])
@example([Fate.SPOKEN], ["spoken"])
@example([Level.LOW], [1])
@example([{1: "a"}], [{"1": "a"}])
@example([{(1,): 2}], [{1: (2,)}])
@example([True], [1])
@example([0.0], [-0.0])
def test_values_have_one_address_where_they_are_the_same(one: list[object], other: list[object]) -> None:
    assert (address(*one) == address(*other)) == (told_apart(one) == told_apart(other))


@given(st.lists(values, max_size=4))
def test_an_address_is_forty_hex_digits_for_any_values(parts: list[object]) -> None:
    found = address(*parts)
    assert len(found) == 40
    assert set(found) <= set(string.hexdigits.lower())


@given(
    st.dictionaries(st.text(), values, max_size=5).flatmap(
        lambda d: st.tuples(*[st.permutations(list(d.items()))] * 2)
    )
)
def test_the_order_of_a_dict_does_not_count(orders: tuple[Sequence[tuple[str, object]], ...]) -> None:
    one, other = orders
    assert address(dict(one)) == address(dict(other))


@given(paths)
def test_a_path_is_its_text(path: PurePosixPath) -> None:
    assert address(path) == address(str(path))


def test_a_float_of_numpy_is_a_float() -> None:
    assert address(np.float64(-1.5)) == address(-1.5)


@pytest.mark.parametrize("value", [{1, 2}, object(), iter("ab"), Line, np.int16(3), [{"a": {1}}]])
def test_what_has_no_lasting_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no content address"):
        address("clips", value)


VALUES = "address('é\\ud800\\u200b', 1.1, b'\\0', None, ('a', [1, {'b': True, 'a': -0.0}]))"
KNOWN = "3ad496dbc772bda2ea1f632a79c0ac34ccfd9832"


@pytest.mark.parametrize("seed", ["0", "1"])
def test_addresses_are_the_same_in_every_process_for_ever(seed: str) -> None:
    program = f"from narrate.store.address import address; print({VALUES})"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().strip() == KNOWN


def test_every_setting_of_a_voice_counts() -> None:
    voice = Voice("eleanor", "pyttsx3", 180, 50, 1.0, "en-GB")
    louder = Voice("eleanor", "pyttsx3", 180, 50, 1.5, "en-GB")
    assert address("clips", "Hush.", voice) != address("clips", "Hush.", louder)
