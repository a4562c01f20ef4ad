from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from narrate.master.codecs import AAC_FRAME, CODECS, GRID
from narrate.master.layout import NUDGE, frames_of, lay, on_grid
from narrate.model.script import Line, Role

LINES = st.lists(st.tuples(st.integers(0, 300_000), st.integers(0, 3_000)), max_size=20)


@given(LINES, st.integers(0, 20_000))
def test_cues_follow_each_other_with_just_the_silence_between(
    spec: list[tuple[int, int]], start: int
) -> None:
    lines = [Line("x", Role.NARRATOR, "v", silence=silence) for _, silence in spec]
    cues, end = lay(lines, [length for length, _ in spec], 22050, start)
    clock = start
    for cue, (length, silence) in zip(cues, spec, strict=True):
        assert (cue.start, cue.end) == (clock, clock + length)
        clock = cue.end + frames_of(silence, 22050)
    assert clock == end


@given(LINES, LINES)
def test_two_parts_are_laid_as_the_whole_is(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    lines = [Line("x", Role.NARRATOR, "v", silence=silence) for _, silence in first + second]
    lengths = [length for length, _ in first + second]
    whole = lay(lines, lengths, 22050)
    part, middle = lay(lines[: len(first)], lengths[: len(first)], 22050)
    rest, end = lay(lines[len(first) :], lengths[len(first) :], 22050, middle)
    assert ((*part, *rest), end) == whole


@given(LINES, st.integers(0, 20_000))
def test_a_snug_part_ends_on_the_grid_of_packets_or_has_too_few_silences(
    spec: list[tuple[int, int]], start: int
) -> None:
    lines = [Line("x", Role.NARRATOR, "v", silence=silence) for _, silence in spec]
    lengths = [length for length, _ in spec]
    (loose, end), (snug, snug_end) = (lay(lines, lengths, 22050, start, snug=each) for each in (False, True))
    most, able = frames_of(NUDGE, 22050), sum(silence > NUDGE for _, silence in spec[:-1])
    if snug_end % AAC_FRAME:
        assert snug_end == end
        assert min(end % AAC_FRAME, -end % AAC_FRAME) > most * able
    for (one, after), (other, later) in zip(pairwise(loose), pairwise(snug), strict=True):
        assert abs((after.start - one.end) - (later.start - other.end)) <= most
    assert not spec or end - loose[-1].end == snug_end - snug[-1].end


@given(st.integers(0, 10**9))
def test_the_grid_is_never_far_behind(frame: int) -> None:
    assert on_grid(frame) % GRID == 0
    assert 0 <= on_grid(frame) - frame < GRID


def test_the_grid_is_whole_packets_of_every_codec_at_every_rate() -> None:
    frames = {
        codec.frame(rate) for codec in CODECS.values() for rate in (16000, 22050, 24000, 32000, 44100, 48000)
    }
    assert {GRID % frame for frame in frames} == {0}


@given(st.integers(0, 60_000), st.sampled_from([16000, 22050, 24000, 44100, 48000]))
def test_a_silence_is_exact_to_half_a_frame(milliseconds: int, rate: int) -> None:
    assert abs(frames_of(milliseconds, rate) - milliseconds * rate / 1000) <= 0.5
