from narrate.read.pdf.furniture import furniture
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.strips import Strip

SIZE, LEADING = 10.0, 14.0


def strip(text: str, base: float, size: float = SIZE) -> Strip:
    return Strip(text, 50, 250, base, size, bold=False, head=30)


def page(number: int, head: str = "", foot: str = "") -> list[Strip]:
    body = [strip(f"line {line} of {number * 37 % 11}", 100 + LEADING * line) for line in range(9)]
    heads = [strip(head, 70)] if head else []
    return [*heads, *body, *([strip(foot, 260)] if foot else [])]


def found(*pages: list[Strip]) -> list[str]:
    return sorted(each.text for _, each in furniture(pages, Measure(SIZE, LEADING)))


def test_heads_of_left_and_right_pages_come_again_in_turn() -> None:
    heads = ["The Lamp", "Ada Quill"] * 3
    assert found(*(page(at, head) for at, head in enumerate(heads))) == sorted(heads)


def test_numbers_that_count_the_pages_are_theirs_even_in_a_head() -> None:
    heads = ["11 | One", "12 | One", "Two | 13", "14 | Two"]
    assert found(*(page(at, head) for at, head in enumerate(heads))) == sorted(heads)


def test_a_head_that_stands_once_is_known_by_its_place() -> None:
    heads = ["The Lamp"] * 6 + ["A Short Chapter"]
    assert "A Short Chapter" in found(*(page(at, head) for at, head in enumerate(heads)))


def test_a_lone_number_below_the_text_is_the_page_s_even_once() -> None:
    assert found(page(0), page(1, foot="2")) == ["2"]
    assert found(page(0), page(1, foot="1984")) == []


def test_the_first_lines_of_pages_are_the_text() -> None:
    assert found(*(page(1) for _ in range(5))) == []


def test_headings_are_no_furniture() -> None:
    assert found(*(page(at, f"Chapter {at}") for at in range(5))) == []
