"""The chapter's sample clock."""

from collections.abc import Iterable, Iterator

from narrate.master.samples import Samples
from narrate.model.recording import Cue
from narrate.model.script import Line


def frames_of(milliseconds: int, rate: int) -> int:
    """Turn a configured silence into frames, once.

    >>> frames_of(350, 22050)
    7718
    """
    return (milliseconds * rate + 500) // 1000


def lay(
    lines: Iterable[Line], takes: Iterable[Samples], head: int, rate: int
) -> Iterator[tuple[Cue, Samples]]:
    """Give every line its place: after `head` milliseconds, each behind the silence of the one before."""
    now = frames_of(head, rate)
    for line, take in zip(lines, takes, strict=True):
        cue = Cue(line, now, now + len(take))
        yield cue, take
        now = cue.end + frames_of(line.silence, rate)
