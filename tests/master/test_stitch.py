import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.samples import Samples, from_pcm, to_pcm
from narrate.master.stitch import stitched

RATE = 22050
TAKES = st.lists(
    st.tuples(st.integers(0, 500), st.lists(st.floats(-1, 1, width=32), max_size=50)), max_size=12
)


def placed(spec: list[tuple[int, list[float]]]) -> tuple[list[tuple[int, Samples]], Samples]:
    """Place takes with so many frames of silence before each, and do the same by hand."""
    takes, whole = [], np.zeros(0, np.float32)
    for silence, samples in spec:
        whole = np.concatenate([whole, np.zeros(silence, np.float32)])
        takes.append((len(whole), np.array(samples, np.float32)))
        whole = np.concatenate([whole, takes[-1][1]])
    return takes, whole


@given(TAKES)
def test_a_chapter_is_its_takes_and_silences_end_to_end(spec: list[tuple[int, list[float]]]) -> None:
    takes, whole = placed(spec)
    assert stitched(takes, (0, len(whole)), None, RATE) == to_pcm(whole)


@given(TAKES, st.integers(-300, 3000), st.integers(0, 3000))
def test_a_window_shows_what_the_whole_has_there(
    spec: list[tuple[int, list[float]]], start: int, length: int
) -> None:
    takes, whole = placed(spec)
    around = np.concatenate([np.zeros(300, np.float32), whole, np.zeros(6000, np.float32)])
    heard = [(place, take) for place, take in takes if place < start + length and place + len(take) > start]
    shown = stitched(heard, (start, start + length), None, RATE)
    assert shown == to_pcm(around[start + 300 : start + 300 + length])


def test_windows_side_by_side_are_the_whole_with_the_room_under_it() -> None:
    takes = [(1000, np.full(5000, 0.25, np.float32))]
    whole = stitched(takes, (-500, 20_000), -60.0, RATE)
    parts = [stitched(takes, window, -60.0, RATE) for window in ((-500, 3000), (3000, 20_000))]
    assert b"".join(parts) == whole


def test_the_room_lies_under_words_as_under_silence() -> None:
    sound = from_pcm(stitched([(0, np.full(RATE, 0.5, np.float32))], (0, RATE), -60.0, RATE))
    assert 0 < np.std(sound) < 0.01
    assert abs(np.mean(sound) - 0.5) < 0.001
