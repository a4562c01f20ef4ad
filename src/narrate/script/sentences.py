"""Divide a paragraph into sentences, every character kept in its place."""

import re
from collections.abc import Iterator
from itertools import chain

from narrate.script.boundaries import ends_sentence
from narrate.script.gaps import CANDIDATE, REACH, WIDE, Gap
from narrate.script.places import Span

LABEL = re.compile(r"\s*(?:[•⁃‣]\s*)?\(?(?P<label>\d{1,3}|[a-y])[.)]+\s")
"""The number or letter of a list's item at the head of a paragraph."""


def split(paragraph: str) -> tuple[Span, ...]:
    """Find the sentences of a paragraph.

    The spans come in order and hold everything but the white space between them, so that a paragraph
    is always its sentences joined with what lies between.

    >>> text = '"Is he here?" asked Mr. Brown. Nobody answered.'
    >>> [text[start:end] for start, end in split(text)]
    ['"Is he here?" asked Mr. Brown.', 'Nobody answered.']
    """
    start, spans = len(paragraph) - len(paragraph.lstrip()), []
    for end, restart in _breaks(paragraph, start):
        spans.append((start, end))
        start = restart
    end = len(paragraph.rstrip())
    return (*spans, (start, end)) if start < end else tuple(spans)


def verses(stanza: str) -> tuple[Span, ...]:
    """Find the lines of a stanza that are not blank, without the white space at their edges."""
    found = re.finditer(r"\S(?:[^\n]*\S)?", stanza)
    return tuple(match.span() for match in found)


def _breaks(paragraph: str, start: int) -> Iterator[Span]:
    """Give the end of each sentence but the last, and where the next one starts."""
    items, small = _items(paragraph), paragraph.islower()
    found = chain(CANDIDATE.finditer(paragraph), WIDE.finditer(paragraph))
    for restart, place in sorted({place.end(): place for place in (*found, *items.values())}.items()):
        if restart in items or ends_sentence(_gap(paragraph, start, place, small=small)):
            yield place.start("space"), restart
            start = restart


def _gap(paragraph: str, start: int, place: re.Match[str], *, small: bool) -> Gap:
    """Show the rules what stands around a place."""
    mark, closers = place.group("mark", "closers")
    before = paragraph[max(start, place.end("mark") - REACH) : place.end("mark")]
    return Gap(before, mark, closers, paragraph[place.end() : place.end() + REACH], small)


def _items(paragraph: str) -> dict[int, re.Match[str]]:
    """Find where the items of a list that runs on in one paragraph begin, after the first."""
    item = LABEL.match(paragraph)
    items: dict[int, re.Match[str]] = {}
    while item and (item := _item_after(item.group("label"), paragraph, item.end())):
        items[item.end()] = item
    return items


def _item_after(label: str, paragraph: str, start: int) -> re.Match[str] | None:
    following = str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)
    item = rf"(?<!\s)(?P<space>\s++)(?=(?:[•⁃‣]\s*)?\(?(?P<label>{following})[.)])"
    return re.compile(item).search(paragraph, start)
