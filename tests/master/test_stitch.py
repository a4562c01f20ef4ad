import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.samples import from_pcm, to_pcm
from narrate.master.stitch import Reel

RATE = 22050


@given(
    st.lists(st.one_of(st.integers(0, 500), st.lists(st.floats(-1, 1, width=32), max_size=50)), max_size=20)
)
def test_a_reel_is_its_takes_and_silences_end_to_end(parts: list[int | list[float]]) -> None:
    reel, expected = Reel(RATE, tone=None), b""
    for part in parts:
        take = np.zeros(part, np.float32) if isinstance(part, int) else np.array(part, np.float32)
        if isinstance(part, int):
            reel.silence(part)
        else:
            reel.add(take)
        expected += to_pcm(take)
    assert reel.frames * 2 == len(expected)
    assert reel.cut() == expected


def test_it_does_not_matter_where_a_reel_is_cut() -> None:
    whole, pieces, cuts = Reel(RATE, tone=-60.0), Reel(RATE, tone=-60.0), b""
    for frames in (100, 7, 5000):
        whole.silence(frames)
        pieces.silence(frames)
        cuts += pieces.cut()
    assert whole.cut() == cuts
    assert pieces.cut() == b""


def test_the_room_lies_under_words_as_under_silence() -> None:
    reel = Reel(RATE, tone=-60.0)
    reel.add(np.full(RATE, 0.5, np.float32))
    sound = from_pcm(reel.cut())
    assert 0 < np.std(sound) < 0.01
    assert abs(np.mean(sound) - 0.5) < 0.001
