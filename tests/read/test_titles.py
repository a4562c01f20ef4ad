import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.read.titles import readable


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("02_the-lost key", "The Lost Key"),
        ("01 - The Lost Key", "The Lost Key"),
        ("1. the lost key", "The Lost Key"),
        ("76_adventures_of_huckleberry_finn", "Adventures of Huckleberry Finn"),
        ("THE_LOST_KEY", "The Lost Key"),
        ("NASA", "NASA"),
        ("the Lost key", "The Lost key"),
        ("A Room with a View", "A Room with a View"),
        ("ARoomWithAView", "A Room With A View"),
        ("TheAwakening", "The Awakening"),
        ("MacDonald", "MacDonald"),
        ("iPhone", "IPhone"),
        ("henry-vi part ii", "Henry VI Part II"),
        ("chapter_02", "Chapter 2"),
        ("chapter12", "Chapter 12"),
        ("12 Angry Men", "12 Angry Men"),
        ("2001 a space odyssey", "2001 a Space Odyssey"),
        ("the.lost.key", "The Lost Key"),
        ("Dr. Jekyll and Mr. Hyde", "Dr. Jekyll and Mr. Hyde"),
        ("Doe - the key", "Doe - the key"),
        ("03_русалка", "русалка"),
        ("鬼の話", "鬼の話"),
        ("élan_vital", "Élan Vital"),
        ("e\u0301lan", "Élan"),
        ("o'brien", "O'brien"),
        ("facade", "Facade"),
        ("deadbeef", "Deadbeef"),
    ],
)
def test_a_name_becomes_a_title(stem: str, title: str) -> None:
    assert readable(stem) == title


@pytest.mark.parametrize(
    "stem",
    [
        "000_b6b4d7824c728f83",
        "b6b4d7824c728f83",
        "17",
        "2024-01-05",
        "003_",
        "d9428888-122b-11e1-b85c-61cd3cbb3210",
        "02_d9428888-122b-11e1-b85c-61cd3cbb3210",
        "untitled",
        "Untitled 3",
        "New Text Document",
        "document (2)",
        "___",
        "",
    ],
)
def test_a_name_that_says_nothing_gives_no_title(stem: str) -> None:
    assert readable(stem) == ""


def test_numbers_before_every_name_are_mere_order() -> None:
    assert readable("2 return", numbered=True) == "Return"


@settings(deadline=None)
@given(st.text(), st.booleans())
def test_any_name_gives_a_tidy_title(stem: str, numbered: bool) -> None:  # noqa: FBT001 - hypothesis fills it
    title = readable(stem, numbered=numbered)
    assert title == " ".join(title.split())
