import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.samples import to_pcm
from narrate.master.trim import softened, trimmed

RATE = 22050


def speech(seconds: float = 0.5, amplitude: float = 0.25) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    time = np.arange(round(seconds * RATE)) / RATE
    return (amplitude * np.cos(2 * np.pi * 220 * time)).astype(np.float32)


@given(before=st.integers(0, 5000), after=st.integers(0, 5000))
def test_an_engines_own_silence_is_taken_away_to_the_frame(before: int, after: int) -> None:
    clip = np.concatenate([np.zeros(before, np.float32), speech(), np.zeros(after, np.float32)])
    assert abs(len(trimmed(clip)) - len(speech())) <= RATE // 1000


def test_an_engines_hiss_counts_as_silence() -> None:
    hiss = (0.0001 * np.random.default_rng(1).standard_normal(RATE)).astype(np.float32)
    clip = np.concatenate([hiss, speech(), hiss])
    assert abs(len(trimmed(clip)) - len(speech())) <= RATE // 1000


def test_a_quiet_voice_is_trimmed_like_a_loud_one() -> None:
    quiet = np.concatenate([np.zeros(999, np.float32), speech(amplitude=0.01), np.zeros(999, np.float32)])
    assert abs(len(trimmed(quiet)) - len(speech())) <= RATE // 1000


def test_silence_and_nothing_come_back_empty() -> None:
    assert len(trimmed(np.zeros(100, np.float32))) == 0
    assert len(trimmed(np.zeros(0, np.float32))) == 0


def test_soft_edges_start_from_nothing_and_leave_the_middle_alone() -> None:
    clip = np.ones(RATE, np.float32)
    soft = softened(clip, RATE)
    assert soft[0] < 0.01
    assert soft[-1] < 0.01
    assert np.all(soft[50:-50] == 1)
    assert clip[0] == 1
    assert np.max(np.abs(np.diff(soft))) < 0.05


def test_clips_of_a_few_samples_can_be_softened() -> None:
    for length in range(4):
        assert len(softened(np.ones(length, np.float32), RATE)) == length


def test_trimming_then_writing_gives_whole_frames() -> None:
    assert len(to_pcm(trimmed(speech()))) % 2 == 0
