from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.model.words import quoted, shortened


@settings(max_examples=50)
@given(st.text(max_size=20))
def test_quoted_text_stays_on_one_line_and_obeys_no_terminal(text: str) -> None:
    assert quoted(text).isprintable()


@given(st.text(max_size=20), st.integers(1, 20))
def test_shortened_text_is_a_beginning_that_fits(text: str, longest: int) -> None:
    shown = shortened(text, longest)
    assert len(shown) <= longest
    assert shown == text or text.startswith(shown.removesuffix("…"))
