from hypothesis import given
from hypothesis import strategies as st

from narrate.read.pdf.hyphens import join, vocabulary

WORDS = st.text("abcE-—. ", min_size=1, max_size=9)


@given(WORDS, WORDS, st.lists(WORDS))
def test_joining_lines_keeps_every_letter(before: str, after: str, others: list[str]) -> None:
    joined = join(before, after, vocabulary(others))
    assert list(filter(str.isalnum, joined)) == list(filter(str.isalnum, before + after))


def test_the_book_itself_tells_how_it_writes_a_word() -> None:
    known = vocabulary(["it was to-day and not tomorrow or so", "a lighthouse and a light house here"])
    assert join("to-", "day", known) == "to-day"
    assert join("to-", "morrow", known) == "tomorrow"
    assert join("light-", "house", known) == "lighthouse"


def test_words_that_lines_have_parted_are_no_evidence() -> None:
    known = vocabulary(["ness of the harbour and its bright-"])
    assert join("bright-", "ness", known) == "brightness"


def test_a_soft_hyphen_is_never_said() -> None:
    assert join("har\u00ad", "bour", {}) == "harbour"
