import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.timeline import frames_of, lay
from narrate.model.script import Line, Role


@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 5000))), st.integers(0, 5000))
def test_a_chapter_lasts_as_long_as_its_takes_and_silences(parts: list[tuple[int, int]], head: int) -> None:
    lines = [Line("x", Role.NARRATOR, "v", silence=silence) for _, silence in parts]
    takes = [np.zeros(frames, np.float32) for frames, _ in parts]
    cues = [cue for cue, _ in lay(lines, takes, head, 22050)]
    now = frames_of(head, 22050)
    for cue, (frames, silence) in zip(cues, parts, strict=True):
        assert (cue.start, cue.end) == (now, now + frames)
        now = cue.end + frames_of(silence, 22050)


@given(st.integers(0, 60_000), st.sampled_from([16000, 22050, 24000, 44100, 48000]))
def test_a_silence_is_exact_to_half_a_frame(milliseconds: int, rate: int) -> None:
    assert abs(frames_of(milliseconds, rate) - milliseconds * rate / 1000) <= 0.5
