from hypothesis import given
from hypothesis import strategies as st

from narrate.read.order import natural


def test_two_comes_before_ten_whatever_the_case() -> None:
    names = ["Story 10", "story 2", "STORY 1", "10", "2", "1a", "ⅷ", "٣"]
    assert sorted(names, key=natural) == ["1a", "2", "٣", "10", "STORY 1", "story 2", "Story 10", "ⅷ"]


@given(st.lists(st.text(max_size=8)))
def test_the_order_is_the_same_from_any_start(names: list[str]) -> None:
    backwards = list(reversed(names))
    assert sorted(names, key=natural) == sorted(backwards, key=natural)


@given(st.text(max_size=8), st.integers(0, 999), st.integers(0, 999))
def test_numbers_count_by_value(name: str, one: int, two: int) -> None:
    ordered = sorted([f"{name} {two}", f"{name} {one}"], key=natural)
    assert ordered == [f"{name} {min(one, two)}", f"{name} {max(one, two)}"]
