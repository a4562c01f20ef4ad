"""Footnotes: small type at the foot of a page whose marks stand in the text above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from narrate.read.pdf.lines import Line, Span
from narrate.read.pdf.measure import Measure

_SMALL: Final = 0.94
"""Times the size of the text."""
_MARK: Final = re.compile(r"(?P<mark>\d{1,3}|[*†‡§¶]{1,3}|[a-z](?=[.)]? ))[.)]?\s*")
_SIGN: Final = re.compile(r"(?<=\S)[*†‡§¶]{1,3}")
_ROOM: Final = 1.2
"""Times the usual leading, above what goes on from the page before."""


@dataclass(frozen=True, slots=True)
class Footed:
    """The columns of a page without its notes, and its notes."""

    columns: tuple[tuple[Line, ...], ...]
    notes: tuple[tuple[str, tuple[Line, ...]], ...] = ()
    """Name and lines; a name may be that of a note on the page before, which goes on here."""


def footed(page: int, columns: Sequence[Sequence[Line]], measure: Measure, last: str = "") -> Footed:
    """Take the footnotes from a page that refers to them; `last` names the last note of the page before."""
    feet = [_foot(column, measure) for column in columns]
    body = [column[:foot] for column, foot in zip(columns, feet, strict=True)]
    referred = {mark for column in body for line in column for mark in _references(line)}
    notes: list[tuple[str, list[Line]]] = []
    kept: list[tuple[Line, ...]] = []
    for column, foot in zip(columns, feet, strict=True):
        found, first = _notes(page, column[foot:], referred, last)
        apart = foot in {0, len(column)} or _is_apart(column, foot, measure)
        sure = bool(found) and (apart or mark_of(column[foot]) in referred)
        notes += found if sure else []
        kept.append(tuple(column[: foot + first] if sure else column))
    marks = {mark_of(lines[0]): name for name, lines in notes if name.startswith(f"{page}:")}
    marked = tuple(tuple(_with_names(line, marks) for line in column) for column in kept)
    return Footed(marked, tuple((name, tuple(lines)) for name, lines in notes))


def _foot(column: Sequence[Line], measure: Measure) -> int:
    """Return the first of the small lines at the foot of a column."""
    foot = len(column)
    while foot and column[foot - 1].size <= _SMALL * measure.size:
        foot -= 1
    return foot


def _is_apart(column: Sequence[Line], foot: int, measure: Measure) -> bool:
    return column[foot].base - column[foot - 1].base > _ROOM * measure.usual(column[foot].size)


def mark_of(line: Line) -> str:
    """Return the mark that a note begins with."""
    first = line.spans[0]
    found = _MARK.match(line.text)
    if first.raised and found:
        return first.text.strip()
    return found["mark"] if found else ""


def _references(line: Line) -> Iterator[str]:
    for span in line.spans:
        if span.raised:
            yield span.text.strip()
        else:
            yield from _SIGN.findall(span.text)


def _notes(
    page: int, foot: Sequence[Line], referred: set[str], last: str
) -> tuple[list[tuple[str, list[Line]]], int]:
    """Divide the foot at the marks referred to; what stands before them goes on from the page before.

    Returns the notes, and how many lines in front of them are none.
    """
    found: list[tuple[str, list[Line]]] = []
    first = 0
    for line in foot:
        if (mark := mark_of(line)) in referred:
            found.append((f"{page}:{mark}", [line]))
        elif found:
            found[-1][1].append(line)
        elif last and not mark_of(line):
            found.append((last, [line]))
        else:
            first += 1
    return found, first


def _with_names(line: Line, marks: dict[str, str]) -> Line:
    """Name the notes that a line refers to."""
    if not marks:
        return line
    return replace(line, spans=tuple(part for span in line.spans for part in _named(span, marks)))


def _named(span: Span, marks: dict[str, str]) -> Iterator[Span]:
    if span.raised:
        yield replace(span, note=marks.get(span.text.strip(), ""))
        return
    done = 0
    for sign in _SIGN.finditer(span.text):
        if sign[0] in marks:
            yield Span(span.text[done : sign.start()])
            yield Span(sign[0], note=marks[sign[0]])
            done = sign.end()
    if span.text[done:]:
        yield Span(span.text[done:])
