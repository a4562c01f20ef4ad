"""Titles of chapters that every container can hold and a listener can choose from."""

from collections.abc import Sequence
from dataclasses import replace

from narrate.model.recording import Mark
from narrate.publish.legible import legible

LONGEST = 60_000
"""Bytes of a title; a chapter track counts them in 16 bits."""


def titled(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return marks with such titles.

    >>> [mark.title for mark in titled([Mark("Dawn", 0, 1), Mark(" ", 1, 2)])]
    ['Dawn', '2']
    """
    return tuple(replace(mark, title=title_of(mark, number)) for number, mark in enumerate(marks, start=1))


def title_of(mark: Mark, number: int) -> str:
    """Return a chapter's title, or its number where it has none."""
    title = within(legible(mark.title), LONGEST)
    return title if title.strip() else str(number)


def within(title: str, room: int) -> str:
    """Return as many letters of a title as have room in so many bytes of UTF-8.

    >>> within("née", 2), within("née", 3)
    ('n', 'né')
    """
    return title.encode("utf-8")[:room].decode("utf-8", "ignore")
