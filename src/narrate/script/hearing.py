"""Follow the lines of a chapter through the pieces of its text, and note the fate of every character."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from narrate.model.ledger import Entry, Fate
from narrate.model.script import Line, Rewrite
from narrate.model.story import Piece, Reason, Source
from narrate.model.words import speakable
from narrate.script.places import Span
from narrate.script.protest import protest

ENTITY = re.compile(r"&#?\w+;?")


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of a block and the source characters they stand for."""

    text: str
    start: int
    end: int
    printed: str
    """The source characters."""

    def divided(self, count: int) -> "tuple[_Run, _Run]":
        """Divide after so many characters; what is not as printed stays with the first part."""
        text, rest = self.text[:count], self.text[count:]
        if self.text == self.printed:
            place = self.start + count
            return _Run(text, self.start, place, text), _Run(rest, place, self.end, rest)
        return _Run(text, self.start, self.end, self.printed), _Run(rest, self.end, self.end, "")


def heard(source: Source, pieces: Sequence[Piece], lines: Sequence[Line]) -> Iterator[Entry]:
    """Give the fate of all that the pieces stand for, in order.

    Raises `LedgerDoesNotBalance` where a line does not say what stands in the source at its place, or
    where a word is in no line.
    """
    left = deque(_run(source, piece) for piece in pieces)
    done = 0
    for line in lines:
        if line.start < done:
            raise protest(source, line.start, "is spoken twice or out of order", line.text)
        yield from _silent(source, _until(left, line.start))
        yield from _spoken(source, line, _of_line(left, line))
        done = line.end
    yield from _silent(source, left)


def _run(source: Source, piece: Piece) -> _Run:
    """See that the reader changed nothing but white space, marks and entities."""
    printed = source.text[piece.start : piece.end]
    if piece.text != printed and _letters(piece.text) != _letters(printed) and not ENTITY.fullmatch(printed):
        raise protest(source, piece.start, f"is read as {piece.text!r}", printed)
    return _Run(piece.text, piece.start, piece.end, printed)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _until(left: deque[_Run], place: int) -> Iterator[_Run]:
    """Take what stands before a place of the source."""
    while left and left[0].start < place:
        run = left.popleft()
        if run.end > place and run.text == run.printed:
            run, rest = run.divided(place - run.start)
            left.appendleft(rest)
        yield run


def _of_line(left: deque[_Run], line: Line) -> list[_Run]:
    """Take what a line says; the line may end inside what stands for other characters, as after a colon."""
    runs = list(_until(left, line.end))
    surplus = sum(len(run.text) for run in runs) - len(line.text)
    if runs and 0 < surplus < len(runs[-1].text) and runs[-1].text != runs[-1].printed:
        runs[-1], rest = runs[-1].divided(len(runs[-1].text) - surplus)
        if not rest.text.isspace():
            left.appendleft(rest)
    return runs


def _silent(source: Source, runs: Iterable[_Run]) -> Iterator[Entry]:
    for run in runs:
        if speakable(run.text):
            raise protest(source, run.start, "is not spoken", run.text)
        yield Entry(run.start, run.end, Fate.LEFT_OUT, _reason(run))


def _reason(run: _Run) -> Reason:
    if run.printed.isspace():
        return Reason.SPACE
    return Reason.MARKUP if run.text.isspace() else Reason.UNSPEAKABLE


def _spoken(source: Source, line: Line, said: Iterable[_Run]) -> Iterator[Entry]:
    runs = deque(said)
    if (text := "".join(run.text for run in runs)) != line.text:
        raise protest(source, line.start, f"is said as {line.text!r}", text)
    done = 0
    for rewrite in line.rewrites:
        _check(source, line, rewrite, done)
        yield from map(_as_printed, _next(runs, rewrite.start - done))
        yield from _rewritten(rewrite, list(_next(runs, rewrite.end - rewrite.start)))
        done = rewrite.end
    yield from map(_as_printed, runs)


def _check(source: Source, line: Line, rewrite: Rewrite, done: int) -> None:
    """See that a rewrite stands in its line, after the one before it, and silences no word."""
    words = line.text[rewrite.start : rewrite.end]
    if not done <= rewrite.start < rewrite.end <= len(line.text):
        raise protest(source, line.start, f"has the rewrite {rewrite.rule!r} out of place", line.text)
    if speakable(words) and not speakable(rewrite.spoken):
        raise protest(source, line.start, f"is silenced by the rule {rewrite.rule!r}", words)


def _next(left: deque[_Run], count: int) -> Iterator[_Run]:
    """Take so many characters of a line."""
    while count:
        run = left.popleft()
        if len(run.text) > count:
            run, rest = run.divided(count)
            left.appendleft(rest)
        count -= len(run.text)
        yield run


def _rewritten(rewrite: Rewrite, runs: Sequence[_Run]) -> Iterator[Entry]:
    silent = not rewrite.spoken.strip()
    fate, detail = (Fate.LEFT_OUT, Reason.UNSPEAKABLE) if silent else (Fate.SPOKEN_AS, rewrite.said)
    for start, end in _stretches(runs):
        yield Entry(start, end, fate, detail)
        detail = detail if silent else ""


def _stretches(runs: Sequence[_Run]) -> Iterator[Span]:
    """Join runs that touch; between others stands what is left out, such as the marks of `**New** York`."""
    start = end = runs[0].start
    for run in runs:
        if run.start > end:
            yield start, end
            start = run.start
        end = run.end
    yield start, end


def _as_printed(run: _Run) -> Entry:
    if run.text == run.printed or (run.text.isspace() and run.printed.isspace()):
        return Entry(run.start, run.end, Fate.SPOKEN)
    if run.text.isspace():
        return Entry(run.start, run.end, Fate.LEFT_OUT, Reason.MARKUP)
    return Entry(run.start, run.end, Fate.SPOKEN_AS, run.text)
