"""Chapter marks as ffmpeg tells them (ffmetadata, https://ffmpeg.org/ffmpeg-formats.html#Metadata-2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

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


def unescape(text: str) -> str:
    r"""Take the backslashes away that ffmpeg puts before what ffmetadata would take for its own.

    >>> unescape("a\\=b")
    'a=b'
    """
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def read_chapters(told: str) -> tuple[ShownChapter, ...]:
    r"""Read the chapters out of an ffmetadata text; one without a title has an empty one.

    >>> [chapter] = read_chapters("[CHAPTER]\nTIMEBASE=1/44100\nSTART=0\nEND=441\ntitle=One\n")
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
