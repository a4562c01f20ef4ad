import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.read.opening import opening


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Viktoria Alimbekova was a woman with a reputation.", "Viktoria Alimbekova"),
        ("Viktoria Alimbekova’s house stood empty.", "Viktoria Alimbekova"),
        ("Viktoria Alimbekova, who was old, sighed.", "Viktoria Alimbekova"),
        ("Mr. Brown went out. It rained.", "Mr. Brown"),
        ("J. R. Hartley looked up.", "J. R. Hartley"),
        ("Hansel and Gretel lived by the wood.", "Hansel and Gretel"),
        ("Viktoria was old. But Anna and Viktoria were friends.", "Viktoria"),
        ("Анна Каренина вошла в комнату.", "Анна Каренина"),
    ],
)
def test_a_story_that_opens_with_a_name_is_called_by_it(text: str, title: str) -> None:
    assert opening(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The End of the affair came early.", "The End of the affair came…"),
        ("In the End it rained.", "In the End it rained."),
        ("It was a dark and stormy night.", "It was a dark and stormy…"),
        ("Once upon a time, in a wood, lived a bear.", "Once upon a time…"),
        ("Every Sunday the bells rang for an hour.", "Every Sunday the bells rang…"),
        ("Rain fell on the roof of the old house.", "Rain fell on the roof…"),
        ("Rain fell.", "Rain fell."),
        ("“Is he here?” asked Mr. Brown.", "Is he here?"),
        ("When Mary Smith came home, she wept.", "When Mary Smith came home…"),
        ("Old Tom went out. The old man laughed.", "Old Tom went out."),
        ("— Bonjour, dit-il.", "Bonjour…"),
        ("昔々、あるところにおじいさんがいました。", "昔々、あるところにおじいさんがいました。"),
        ("…", ""),
        ("", ""),
    ],
)
def test_other_stories_are_called_by_their_first_words(text: str, title: str) -> None:
    assert opening(text).removesuffix(".") == title.removesuffix(".")


@settings(deadline=None)
@given(st.text())
def test_any_opening_is_a_short_line_or_nothing(text: str) -> None:
    title = opening(text)
    assert title == " ".join(title.split())
    assert len(title.split()) <= 6
    assert bool(title) <= any(sign.isalnum() for sign in text)
