import ctypes
from dataclasses import dataclass

from narrate.model.audio import WordMark
from narrate.speak.engines.espeak_ear import END_OF_LIST, WORD, Ear


@dataclass
class Told:
    type: int
    text_position: int = 0
    length: int = 0
    sample: int = 0


def heard(text: str, *words: tuple[int, int, int], frames: int = 100) -> list[WordMark]:
    ear = Ear()
    events = [Told(WORD, *word) for word in words] + [Told(END_OF_LIST)]
    assert ear.hear(ctypes.pointer((ctypes.c_short * frames)()), frames, events) == 0  # type: ignore[arg-type] # an array is a pointer to C
    return list(ear.marks(text))


def test_a_word_told_twice_is_marked_where_it_begins() -> None:
    assert heard("日本 two", (1, 2, 5), (1, 2, 20), (4, 3, 60)) == [WordMark(5, 0, 2), WordMark(60, 3, 6)]


def test_a_word_that_is_no_word_is_not_marked() -> None:
    assert heard("a  b", (1, 1, 0), (2, 1, 10), (4, 1, 20)) == [WordMark(0, 0, 1), WordMark(20, 3, 4)]


def test_marks_stay_inside_text_and_sound() -> None:
    assert heard("one", (1, 9, 500)) == [WordMark(99, 0, 3)]
