from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from narrate.model.recording import Mark
from narrate.publish.mp4_chapters import chapter_track, ticks, titles

DAY = 24 * 3600 * 48_000
LENGTHS = st.lists(st.integers(1, DAY), min_size=1, max_size=20)


def marks(lengths: list[int]) -> list[Mark]:
    ends = list(accumulate(lengths))
    return [Mark("x", end - length, end) for length, end in zip(lengths, ends, strict=True)]


@given(lengths=LENGTHS, rate=st.sampled_from([16_000, 22_050, 48_000]))
def test_chapters_last_until_the_next_begins_and_no_error_adds_up(lengths: list[int], rate: int) -> None:
    book = marks(lengths)
    samples = chapter_track(book, rate, 2, "eng").samples
    ends = accumulate(duration for _, duration in samples.durations)
    assert samples.ticks == ticks(book, rate)
    assert all(
        2 * abs(end * rate - mark.end * samples.ticks) <= rate for mark, end in zip(book, ends, strict=True)
    )
    assert max(duration for _, duration in samples.durations) < 1 << 31


def test_times_are_frames_wherever_that_can_be() -> None:
    assert ticks(marks([1 << 31]), 48_000) == 1_000
    assert ticks(marks([(1 << 31) - 1] * 9), 48_000) == 48_000


def test_a_title_tells_its_length_and_that_it_is_utf_8() -> None:
    assert titles([Mark("né", 0, 1)]) == [b"\0\3n\xc3\xa9\0\0\0\x0cencd\0\0\1\0"]
