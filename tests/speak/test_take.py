from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.audio import Clip
from narrate.speak.take import SILENCE, flaw


def sound(*samples: int) -> Clip:
    return Clip(array("h", samples).tobytes(), 22_050)


@pytest.mark.parametrize(
    ("take", "why"),
    [
        (None, "no clip but None"),
        (b"\0\0", "no clip but b'\\x00\\x00'"),
        ("x" * 1_000, f"no clip but '{'x' * 59}"),
        (Clip(b"\1\2\3", 22_050), "no 16-bit sound: 3 bytes at 22050 frames a second"),
        (Clip(b"\1\2", 0), "no 16-bit sound: 2 bytes at 0 frames a second"),
        (Clip(b"", 22_050), "no sound"),
        (sound(*[0] * 500), "silence for words"),
        (sound(*[SILENCE, -SILENCE] * 500), "silence for words"),
        (sound(*[0] * 500, SILENCE + 1), ""),
        (sound(-32_768), ""),
    ],
)
def test_a_take_of_words_must_be_heard(take: object, why: str) -> None:
    assert flaw(take, "Words.") == why


@pytest.mark.parametrize("words", ["a", "7", "é", "日", "½", "“Ω”"])
def test_letters_and_digits_of_any_script_are_words(words: str) -> None:
    assert flaw(sound(0, 0), words) == "silence for words"


@pytest.mark.parametrize("text", ["", "…", "— !?", " \n", "❦"])
def test_a_take_of_no_words_may_be_silent_or_empty(text: str) -> None:
    assert flaw(sound(0, 0), text) == flaw(sound(), text) == ""


@given(st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=400))
def test_one_loud_sample_anywhere_is_heard(samples: list[int]) -> None:
    assert (flaw(sound(*samples), "Words.") == "") == any(abs(sample) > SILENCE for sample in samples)
