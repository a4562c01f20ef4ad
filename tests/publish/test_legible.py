from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.legible import legible


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_can_be_encoded_and_ends_where_it_ends(text: str) -> None:
    mended = legible(text)
    assert mended.encode("utf-8").decode("utf-8") == mended
    assert "\0" not in mended
    assert legible(mended) == mended


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_that_is_well_is_left_alone(text: str) -> None:
    assert legible(text) == text
