"""What is left of a text when stretches are cut out of it."""

from collections.abc import Iterable, Iterator, Sequence

from narrate.model.story import Omission
from narrate.read.plain.layout import ends_a_sentence
from narrate.read.plain.lines import Line
from narrate.read.tiling import within


def disjoint(text: str, omissions: Iterable[Omission]) -> tuple[Omission, ...]:
    """Put omissions in order, each without what an earlier or wider one has already taken."""
    return tuple(_disjoint(text, sorted(omissions, key=lambda cut: (cut.start, -cut.end))))


def _disjoint(text: str, omissions: Iterable[Omission]) -> Iterator[Omission]:
    done = 0
    for cut in omissions:
        start = max(cut.start, done)
        if start < cut.end and not text[start : cut.end].isspace():
            yield Omission(start, cut.end, cut.reason)
        done = max(done, cut.end)


def without(lines: Iterable[Line], cuts: Sequence[Omission]) -> Iterator[Line]:
    """Yield what is left of lines: nothing of one that was cut, its edges' rest of one that was cut into.

    A cut in mid-line stays in its line.  Where whole lines interrupted a sentence, the blank lines around
    them go too.
    """
    blanks: list[Line] = []
    last: Line | None = None
    cut = fresh = False
    for line in lines:
        left = _left(line, own) if line.text and (own := within(cuts, line.start, line.end)) else line
        if not line.text:
            blanks.append(line)
        elif not left.text:
            cut, fresh = True, fresh or line.fresh
        else:
            if not (cut and last and _goes_on(last, left)):
                yield from blanks
            last = left._replace(fresh=left.fresh or fresh, above=len(blanks)) if blanks or fresh else left
            yield last
            blanks, cut, fresh = [], False, False
    yield from blanks


def _left(line: Line, cuts: Sequence[Omission]) -> Line:
    start, end = line.start, line.end
    for cut in cuts:
        start = _past_blanks(line, cut.end) if cut.start <= start else start
    for cut in reversed(cuts):
        end = _before_blanks(line, cut.start) if cut.end >= end else end
    text = line.text[start - line.start : max(start, end) - line.start]
    return line._replace(text=text, start=start, end=start + len(text))


def _past_blanks(line: Line, place: int) -> int:
    rest = line.text[place - line.start :]
    return place + len(rest) - len(rest.lstrip())


def _before_blanks(line: Line, place: int) -> int:
    return line.start + len(line.text[: max(0, place - line.start)].rstrip())


def _goes_on(line: Line, after: Line) -> bool:
    return not ends_a_sentence(line) and after.text[0].islower()
