"""Chapter marks as ffmpeg reads and tells them (ffmetadata, https://ffmpeg.org/ffmpeg-formats.html#Metadata-2)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from narrate.model.recording import Mark

HEADER = ";FFMETADATA1"
_SPECIAL = re.compile(r"([=;#\\\n\r])")
_HEAD = re.compile(r"\[[A-Z]+\]")
_FIELD = re.compile(r"((?:[^=\\]|\\.)*)=(.*)", re.DOTALL)
_LINE_END = re.compile(r"((?:[^\\\n]|\\.)*)(?:\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ShownChapter:
    """A chapter as a player shows it."""

    title: str
    start: Fraction
    """Seconds from the start of the file."""
    end: Fraction


def write_chapters(marks: Sequence[Mark], rate: int) -> str:
    r"""Write marks for ffmpeg in their own time base, so that nothing is rounded here.

    >>> print(write_chapters([Mark("1 = 2; #3", 0, 22050)], 22050))
    ;FFMETADATA1
    [CHAPTER]
    TIMEBASE=1/22050
    START=0
    END=22050
    title=1 \= 2\; \#3
    <BLANKLINE>
    """
    return "\n".join([HEADER, *(_section(mark, rate) for mark in marks), ""])


def _section(mark: Mark, rate: int) -> str:
    return f"[CHAPTER]\nTIMEBASE=1/{rate}\nSTART={mark.start}\nEND={mark.end}\ntitle={_whole(mark.title)}"


def _whole(title: str) -> str:
    """Escape a title; ffmpeg takes the end of a line after a backslash for a part of it, but not a NUL."""
    return escape(title) + ("\0" if title.endswith("\\") else "")


def escape(text: str) -> str:
    r"""Put a backslash before what ffmetadata would take for its own.

    >>> escape("a=b\\c")
    'a\\=b\\\\c'
    """
    return _SPECIAL.sub(r"\\\1", text)


def unescape(text: str) -> str:
    """Undo `escape`."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def read_chapters(told: str) -> tuple[ShownChapter, ...]:
    """Read the chapters out of an ffmetadata text; one without a title has an empty one.

    >>> [chapter] = read_chapters(write_chapters([Mark("One", 0, 441)], 44100))
    >>> chapter.title, chapter.end
    ('One', Fraction(1, 100))
    """
    return tuple(_chapter(fields) for kind, fields in sections(told) if kind == "[CHAPTER]")


def _chapter(fields: dict[str, str]) -> ShownChapter:
    base = Fraction(fields["TIMEBASE"])
    return ShownChapter(fields.get("title", ""), base * int(fields["START"]), base * int(fields["END"]))


def sections(told: str) -> Iterator[tuple[str, dict[str, str]]]:
    r"""Yield the head and the fields of every section; the first tells of the whole file and has no head.

    >>> list(sections(";FFMETADATA1\ntitle=1 \\= 1\n[STREAM]\n"))
    [('', {'title': '1 = 1'}), ('[STREAM]', {})]
    """
    head: str = ""
    fields: dict[str, str] = {}
    for line in _lines(told):
        if _HEAD.fullmatch(line):
            yield head, fields
            head, fields = line, {}
        elif field := _FIELD.fullmatch(line):
            fields[unescape(field[1])] = unescape(field[2])
    yield head, fields


def _lines(told: str) -> Iterator[str]:
    return (line[1] for line in _LINE_END.finditer(told))
