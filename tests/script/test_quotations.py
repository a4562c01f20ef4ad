import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.script.quotations import is_turn, speech


def said(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in speech(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "spoken"),
    [
        ('"Come in," said Ann, "and shut the door."', ['"Come in,"', '"and shut the door."']),
        ("“Come in,” said Ann, “and shut it.”", ["“Come in,”", "“and shut it.”"]),
        ("‘Come in,’ said Ann.", ["‘Come in,’"]),
        ("‘It’s the boys’ turn,’ said Ann, ‘isn’t it?’", ["‘It’s the boys’ turn,’", "‘isn’t it?’"]),
        ("'Don't go,' said Ann.", ["'Don't go,'"]),
        ("« Entrez ! » dit-elle.", ["« Entrez ! »"]),
        ("»Herein!« rief sie.", ["»Herein!«"]),
        ("„Herein!“ rief sie.", ["„Herein!“"]),
        ("„Wejdź!” zawołała.", ["„Wejdź!”"]),
        ('Ann said: "Come—" and stopped.', ['"Come—"']),
        ("“He said ‘no’ to me,” said Ann.", ["“He said ‘no’ to me,”"]),
        ("‘He said “No!” to me,’ said Ann.", ["‘He said “No!” to me,’"]),
    ],
)
def test_every_style_of_quotation_is_found_with_its_marks(paragraph: str, spoken: list[str]) -> None:
    assert said(paragraph) == spoken


@pytest.mark.parametrize(
    "paragraph",
    [
        "He called it his ‘office’ and the “works”.",
        "The 'inner circle' met in the dogs' home.",
        "'Twas the night of the '45, and 'em all asleep.",
        "’Tis the boys’ own fault.",
        'A 6" nail and a 12" board.',
        "Rock 'n' roll, O'Brien, and ma'am.",
        'The so-called "expert" left.',
        "Nothing is said here.",
        "",
    ],
)
def test_what_nobody_says_is_left_to_the_narrator(paragraph: str) -> None:
    assert said(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "spoken"),
    [
        ("“I have more to tell. It is long.", ["“I have more to tell. It is long."]),
        ("She began. “I have more to tell.", ["“I have more to tell."]),
        ('"I have more to tell.  ', ['"I have more to tell.']),
        ("‘I have more to tell. It’s long.", ["‘I have more to tell. It’s long."]),
    ],
)
def test_a_quotation_that_goes_on_in_the_next_paragraph_reaches_to_the_end(
    paragraph: str, spoken: list[str]
) -> None:
    assert said(paragraph) == spoken


def test_a_forgotten_closing_mark_ends_at_the_next_quotation() -> None:
    assert said('"Go," he said. "Stay, she said. "Why?"') == ['"Go,"', '"Stay, she said.', '"Why?"']


def test_a_turn_begins_or_ends_with_speech() -> None:
    assert is_turn('"Who?" asked Ann.')
    assert is_turn(' Ann asked: "Who?" ')
    assert not is_turn('Ann asked "Who?" and listened to the rain.')
    assert not is_turn("It rained.")


@given(st.text(st.sampled_from("aI .,!?\"'“”‘’„«»‹› \n—")))
def test_spans_are_in_order_and_never_overlap_or_hold_bare_edges(paragraph: str) -> None:
    at = 0
    for start, end in speech(paragraph):
        assert at <= start < end <= len(paragraph)
        assert paragraph[start:end] == paragraph[start:end].strip()
        at = end
