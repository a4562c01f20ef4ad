import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.samples import from_pcm, to_pcm
from narrate.master.stitch import Reel, frames_of

RATE = 22050


@given(
    st.lists(st.one_of(st.integers(0, 500), st.lists(st.floats(-1, 1, width=32), max_size=50)), max_size=20)
)
def test_a_reel_is_its_takes_and_silences_end_to_end(parts: list[int | list[float]]) -> None:
    reel, expected = Reel(RATE, tone=None), b""
    for part in parts:
        if isinstance(part, int):
            reel.silence(part)
            expected += bytes(2 * frames_of(part, RATE))
        else:
            reel.add(np.array(part, np.float32))
            expected += to_pcm(np.array(part, np.float32))
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


@given(st.integers(0, 60_000), st.sampled_from([16000, 22050, 24000, 44100, 48000]))
def test_a_silence_is_exact_to_half_a_frame(milliseconds: int, rate: int) -> None:
    assert abs(frames_of(milliseconds, rate) - milliseconds * rate / 1000) <= 0.5
