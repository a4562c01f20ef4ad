from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish import lettering as room
from narrate.publish.charmap import characters
from narrate.publish.lettering import ITALIC, ROMAN, Lettering, lettering


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "installed", lambda: ())


@given(st.text())
def test_no_letter_is_without_a_glyph(text: str) -> None:
    chosen = lettering(text)
    assert {ord(c) for c in chosen.text if not c.isspace()} <= characters(chosen.font)


@pytest.mark.parametrize(
    "text", ["The Call of the Wild", "Übermut & Süße", "Преступление", "Ὀδύσσεια", "Łódź"]
)
def test_what_our_own_font_has_is_set_as_it_is(text: str) -> None:
    assert lettering(text) == Lettering(text, ROMAN)
    assert lettering(text, ITALIC) == Lettering(text, ITALIC)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Noon 😀", "Noon"),
        ("👩‍👩‍👧 Family ❤️ life", "Family life"),
        ("😀", ""),
        ("🇬🇧 flags 👍🏽", "flags"),
        ("line\none", "line one"),
        ("zero\u200bwidth\u202e", "zerowidth"),
        ("cafe\u0301", "café"),
    ],
)
def test_emoji_and_the_invisible_are_left_out(text: str, shown: str) -> None:
    assert lettering(text) == Lettering(shown, ROMAN)


@pytest.mark.usefixtures("no_fonts")
@pytest.mark.parametrize(
    ("text", "latin"),
    [("東京 Story", "DongJing Story"), ("שלום", "slvm"), ("한국", "HanGug")],
)
def test_writing_that_no_font_has_is_shown_in_latin(text: str, latin: str) -> None:
    assert lettering(text) == Lettering(latin, ROMAN)


def test_a_font_of_the_system_that_has_all_letters_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = {"half.ttf": "東", "whole.ttf": "東京 ab", "late.ttf": "東京 ab"}
    monkeypatch.setattr(room, "installed", lambda: tuple(map(Path, fonts)))
    monkeypatch.setattr(
        room,
        "characters",
        lambda font: frozenset(map(ord, fonts[str(font)])) if str(font) in fonts else frozenset(),
    )
    assert lettering("東京") == Lettering("東京", Path("whole.ttf"))


@pytest.mark.parametrize("can_shape", [True, False])
def test_joined_writing_is_only_drawn_where_it_can_be_joined(
    monkeypatch: pytest.MonkeyPatch, *, can_shape: bool
) -> None:
    arabic = "\u0623\u0644\u0641"
    monkeypatch.setattr(room, "_can_shape", lambda: can_shape)
    monkeypatch.setattr(room, "installed", lambda: (Path("arabic.ttf"),))
    monkeypatch.setattr(
        room,
        "characters",
        lambda font: frozenset(map(ord, arabic)) if font.stem == "arabic" else characters(font),
    )
    assert (lettering(arabic).font == Path("arabic.ttf")) is can_shape
    assert lettering(arabic).text == (arabic if can_shape else "'lf")
