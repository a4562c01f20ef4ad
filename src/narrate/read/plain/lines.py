"""The lines of a source, with their places."""

from collections.abc import Iterator
from typing import NamedTuple

from narrate.model.story import LINE_END


class Line(NamedTuple):
    """One line: its characters without the blanks around them, and where they stand."""

    text: str
    start: int
    """First character that is not blank; where a blank line begins."""
    end: int
    indent: int
    """Columns before the first character; a tab leads to the next multiple of 4."""
    fresh: bool
    """Whether a page begins here."""
    above: int = 0
    """Blank lines between it and the words before, where they were counted."""

    def after(self, count: int) -> "Line":
        """Return the line without its first characters."""
        return self._replace(text=self.text[count:], start=self.start + count)


def lines(text: str) -> Iterator[Line]:
    r"""Yield every line of a text; line ends of any system count, a form feed is a blank.

    >>> [(line.text, line.indent) for line in lines("One\r\n\tTwo \n")]
    [('One', 0), ('Two', 4), ('', 0)]
    """
    done = 0
    for found in LINE_END.finditer(text):
        yield _line(text, done, found.start())
        done = found.end()
    yield _line(text, done, len(text))


def _line(text: str, start: int, end: int) -> Line:
    whole = text[start:end]
    kept = whole.lstrip()
    before = whole[: len(whole) - len(kept)]
    kept = kept.rstrip()
    first = start + len(before) if kept else start
    return Line(kept, first, first + len(kept), _columns(before), "\f" in before)


def _columns(blanks: str) -> int:
    return len(blanks.rpartition("\f")[2].expandtabs(4))
