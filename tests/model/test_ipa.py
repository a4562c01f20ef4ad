import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.ipa import LETTERS, MARKS, alike, strange

IPA = st.text(st.sampled_from(sorted(LETTERS | set("ˈˌː"))))


@given(IPA, st.sampled_from(["NFC", "NFD"]))
def test_the_ipa_is_not_strange_however_it_is_composed(ipa: str, form: Literal["NFC", "NFD"]) -> None:
    assert strange(unicodedata.normalize(form, ipa)) == ""


@given(IPA)
def test_what_is_a_matter_of_taste_makes_no_difference(ipa: str) -> None:
    assert alike(ipa, ipa)
    assert alike(f"/{ipa}/".strip("/"), ".".join(ipa))


@pytest.mark.parametrize(
    ("one", "other"), [("ˈtʃɑːd", "ˈt͡ʃɑːd"), ("ɡəʊ", "gəʊ"), ("'kat", "kˈat"), ("façade", "façade")]
)
def test_two_ways_to_write_the_same(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("ˈkat", "kat"), ("kaːt", "kat"), ("ˈkatə", "kaˈtə")])
def test_stress_and_length_do_make_a_difference(one: str, other: str) -> None:
    assert not alike(one, other)


def test_letters_and_marks_are_single_signs() -> None:
    assert all(len(sign) == 1 for sign in LETTERS | MARKS)
