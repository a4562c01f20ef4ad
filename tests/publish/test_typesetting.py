import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.publish.lettering import ROMAN, Lettering
from narrate.publish.typesetting import Setting, fit

WIDTH, HEIGHT = 1760, 580


def fitted(text: str) -> Setting:
    return fit(Lettering(text, ROMAN), WIDTH, HEIGHT, largest=252, smallest=44)


def widest(setting: Setting) -> float:
    return max(setting.font.getlength(line) for line in setting.lines)


@given(st.text("abc XYZ-é", min_size=1, max_size=400).map(str.strip).filter(bool))
@settings(max_examples=30, deadline=None)
def test_any_title_fits_and_loses_nothing(text: str) -> None:
    setting = fitted(text)
    assert widest(setting) <= WIDTH
    assert setting.height <= HEIGHT
    assert "".join("".join(setting.lines).split()) == "".join(text.split())


def test_a_short_title_is_as_large_as_it_may_be() -> None:
    assert (fitted("Emma").size, fitted("Emma").lines) == (252, ("Emma",))


def test_lines_are_even_and_no_word_stands_alone() -> None:
    lines = fitted("The Strange Case of Dr Jekyll and Mr Hyde").lines
    assert len(lines) > 1
    assert min(map(len, lines)) > max(map(len, lines)) / 2


def test_a_title_of_three_hundred_characters_fits_in_a_size_that_can_be_read() -> None:
    title = "A remarkably long and winding title about the voyages of several persons " * 4
    assert fitted(title.strip()).size >= 72


def test_a_word_wider_than_the_page_is_broken_and_stays_large() -> None:
    setting = fitted("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")
    assert len(setting.lines) > 1
    assert setting.size >= 120


@pytest.mark.parametrize("text", ["x" * 5_000, "many words " * 500, "i" * 900])
def test_what_can_never_fit_ends_in_an_ellipsis(text: str) -> None:
    setting = fitted(text)
    assert setting.height <= HEIGHT
    assert widest(setting) <= WIDTH
    assert setting.lines[-1].endswith("…")


def test_nothing_is_set_as_no_lines() -> None:
    assert fitted("").lines == ()


def test_chinese_may_be_broken_between_any_letters() -> None:
    assert len(fitted("吾輩は猫である" * 4).lines) > 1
