import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.script import Rewrite
from narrate.script.cutting import cut

CLAUSES = (
    "When the tide had gone out, and the boats lay on the sand, she walked to the rock; "
    "there she sat until evening, watching the gulls that came over from the island."
)


def cuts(text: str, longest: int | None, rewrites: tuple[Rewrite, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in cut(text, longest, rewrites)]


def test_a_sentence_that_fits_or_an_engine_without_a_limit_leaves_it_whole() -> None:
    assert cuts(CLAUSES, None) == cuts(CLAUSES, len(CLAUSES)) == [CLAUSES]


def test_a_long_sentence_is_cut_at_its_strongest_mark_in_even_parts() -> None:
    first, second = cuts(CLAUSES, 110)
    assert first.endswith("to the rock;")
    assert second.startswith("there she sat")


def test_commas_come_next_then_conjunctions_then_blanks() -> None:
    assert cuts("red apples from the garden, blue plums from the market", 40)[0].endswith("garden,")
    assert cuts("he went down to the water and he stayed there all day long", 40)[1].startswith("and he")
    assert cuts("one two three four five six seven eight nine ten", 30) == [
        "one two three four five",
        "six seven eight nine ten",
    ]


def test_closing_quotes_stay_with_the_clause_they_close() -> None:
    assert cuts("‘So be it to the end of time,’ and with that he left the room", 45)[0].endswith("time,’")


def test_what_is_not_spoken_at_all_is_left_whole() -> None:
    assert cuts("\u200b\u200b", 1, (Rewrite(0, 2, "", "unseen"),)) == ["\u200b\u200b"]


def test_a_word_is_divided_only_where_it_alone_is_too_long() -> None:
    assert cuts("a " + "b" * 30 + " c", 20) == ["a", "b" * 15, "b" * 15, "c"]


@pytest.mark.parametrize("letter", ["e\u0301", "👩\u200d🚀", "👍🏽", "ก\u0e49"])
def test_a_character_of_several_signs_is_never_torn(letter: str) -> None:
    assert all(len(part) % len(letter) == 0 and part.startswith(letter[0]) for part in cuts(letter * 30, 20))


def test_a_respelling_counts_as_long_as_it_is_spoken_and_is_never_divided() -> None:
    text = "they sailed past San Juan and on to the north before evening"
    place = text.index("San Juan")
    rewrite = Rewrite(place, place + 8, "sahn " * 10, "pronounce")
    parts = cuts(text, 60, (rewrite,))
    assert any("San Juan" in part for part in parts)
    assert len(parts) > 1


def test_a_respelling_longer_than_the_limit_is_given_whole() -> None:
    assert cuts("IOU", 2, (Rewrite(0, 3, "i o u", "pronounce"),)) == ["IOU"]


@given(st.text(st.sampled_from("ab ,;:—-\u0301\n"), min_size=1), st.integers(1, 30))
def test_parts_fit_and_leave_out_nothing_but_white_space(text: str, longest: int) -> None:
    at = 0
    for start, end in cut(text, longest):
        assert not text[at:start].strip()
        assert start < end
        assert end - start <= longest or "\u0301" in text[start:end]
        at = end
    assert not text[at:].strip()


def test_one_sign_that_is_said_with_many_words_stays_whole() -> None:
    assert cut("7", 1, (Rewrite(0, 1, "seven", "figures"),)) == ((0, 1),)
