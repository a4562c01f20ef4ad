import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from narrate.store.seal import SEAL, opened, sealed

NAME = "clips/ab/abcd"


@given(st.binary(max_size=2_000))
def test_what_was_sealed_opens(data: bytes) -> None:
    kept = sealed(NAME, data)
    assert opened(NAME, kept) == data
    assert len(kept) == SEAL + len(data)


@given(st.binary(max_size=300), st.data())
def test_a_cut_is_found(data: bytes, draw: st.DataObject) -> None:
    kept = sealed(NAME, data)
    assert opened(NAME, kept[: draw.draw(st.integers(0, len(kept) - 1))]) is None


@given(st.binary(max_size=300), st.data())
def test_a_flipped_bit_is_found(data: bytes, draw: st.DataObject) -> None:
    kept = bytearray(sealed(NAME, data))
    kept[draw.draw(st.integers(0, len(kept) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    assert opened(NAME, bytes(kept)) is None


@given(st.binary(min_size=1, max_size=300), st.data())
def test_zeros_are_found(data: bytes, draw: st.DataObject) -> None:
    kept = sealed(NAME, data)
    start = draw.draw(st.integers(0, len(kept) - 1))
    torn = kept[:start] + bytes(len(kept) - start)
    assume(torn != kept)
    assert opened(NAME, torn) is None


@given(st.binary(max_size=300), st.binary(min_size=1, max_size=20))
def test_an_appendix_is_found(data: bytes, more: bytes) -> None:
    assert opened(NAME, sealed(NAME, data) + more) is None


@pytest.mark.parametrize("other", ["clips/ab/abce", "sound/ab/abcd"])
def test_what_lies_under_another_name_is_found(other: str) -> None:
    assert opened(other, sealed(NAME, b"pcm")) is None
