"""A text without its tags, and the way back to where its characters stood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from narrate.model.story import LINE_END, Omission, Piece
from narrate.read.directions.tags import Span, Tag

_MASK: Final = "\ufdd0"
"""Stands for a tag's characters while lines are looked at; no author's character."""
_BLANKS: Final = " \t"


@dataclass(frozen=True, slots=True)
class Bare:
    """What is left of a text."""

    text: str
    places: Sequence[int]
    """Where in it something was taken out, in order."""
    gone: Sequence[int]
    """How many characters were taken out before each of these places, and at last all of them."""

    @classmethod
    def of(cls, text: str, tags: Sequence[Tag]) -> "Bare":
        """Take the tags out of a text, and with them the lines and blanks that were there for them only."""
        cuts = list(_cuts(text, tags))
        lengths = [0, *accumulate(end - start for start, end in cuts)]
        edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
        kept = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        places = [start - gone for (start, _), gone in zip(cuts, lengths, strict=False)]
        return cls(kept, places, lengths)

    def before(self, place: int) -> int:
        """Return where a place of the bare text stood, before what was taken out there."""
        return place + self.gone[bisect_left(self.places, place)]

    def after(self, place: int) -> int:
        """Return where a place of the bare text stood, after what was taken out there."""
        return place + self.gone[bisect_right(self.places, place)]

    def runs(self, start: int, end: int) -> Iterator[tuple[Span, Span]]:
        """Yield the runs of a stretch that stood together: in the bare text, and where they stood."""
        inside = self.places[bisect_right(self.places, start) : bisect_left(self.places, end)]
        for one, two in pairwise([start, *dict.fromkeys(inside), end]):
            yield (one, two), (self.after(one), self.before(two))

    def piece(self, piece: Piece) -> Iterator[Piece]:
        """Put a piece where it stood; of what is not as written the first run stands for it."""
        runs = list(self.runs(piece.start, piece.end))
        if piece.text != self.text[piece.start : piece.end]:
            yield Piece(piece.text, *runs[0][1], piece.language)
            return
        for (start, end), place in runs:
            yield Piece(self.text[start:end], *place, piece.language)

    def omission(self, omission: Omission) -> Iterator[Omission]:
        """Put an omission where it stood."""
        for _, place in self.runs(omission.start, omission.end):
            yield Omission(*place, omission.reason)


def _cuts(text: str, tags: Sequence[Tag]) -> Iterator[Span]:
    """Yield what is taken out: lines of nothing but tags, else each tag, and blanks that were there twice."""
    lines = list(_lone_lines(text, tags))
    alone = [tag for tag in tags if not any(start <= tag.start < end for start, end in _near(lines, tag))]
    yield from sorted([*lines, *(_with_blanks(text, tag) for tag in alone)])


def _near(lines: Sequence[Span], tag: Tag) -> Sequence[Span]:
    at = bisect_right(lines, tag.start, key=lambda line: line[0])
    return lines[max(0, at - 1) : at]


def _with_blanks(text: str, tag: Tag) -> Span:
    end = tag.end
    if text[tag.start - 1 : tag.start] in {*_BLANKS} and tag.start:
        end += len(text[end:]) - len(text[end:].lstrip(_BLANKS))
    return tag.start, end


def _lone_lines(text: str, tags: Sequence[Tag]) -> Iterator[Span]:
    """Yield the lines that hold nothing but tags, and of two empty ones around them the second."""
    masked = _masked(text, tags)
    starts = [0, *(found.end() for found in LINE_END.finditer(masked)), len(masked)]
    open_above = True
    lines = list(pairwise(starts))
    for at, (start, end) in enumerate(lines):
        line = masked[start:end]
        if _MASK in line and not line.strip(f"{_MASK}{_BLANKS}\r\n"):
            below = masked[end : lines[at + 1][1]] if at + 1 < len(lines) else ""
            is_extra = open_above and below and not below.strip()
            yield start, lines[at + 1][1] if is_extra else end
        else:
            open_above = not line.strip()


def _masked(text: str, tags: Sequence[Tag]) -> str:
    edges = [0, *(edge for tag in tags for edge in (tag.start, tag.end)), len(text)]
    kept = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    masks = [_MASK * (tag.end - tag.start) for tag in tags]
    return "".join(part for pair in zip(kept, [*masks, ""], strict=True) for part in pair)
