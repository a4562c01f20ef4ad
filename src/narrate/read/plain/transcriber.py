"""Notes of those who typed a book up, where no bracket encloses them."""

import re
from collections.abc import Iterator, Sequence

from narrate.read.headings import label
from narrate.read.plain.grouping import Group, Ornament, Part, words

_NOTE = re.compile(
    r"[\s|_*+=~-]*(?:e-?text )?(?:transcrib(?:er|ers|ing)(?:['’]s?)? ?(?:end ?)?(?:notes?|remarks)"
    r"|notes? (?:by|of|from) the transcribers?)[\s:.|_*=~—-]*(?P<rest>.*)",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[+|][-=+| ]*")
_SECTION = 2
"""Blank lines that end a note at the front."""
_LAST = 0.9
"""Share of a text behind which a note goes on to the end."""


def transcriber(parts: Sequence[Part]) -> frozenset[int]:
    """Return the places of the parts that belong to a note.

    Under a head of its own a note at the end of a text goes on to the last line, an earlier one up to a
    wider gap or a label.
    """
    found: set[int] = set()
    for at, part in enumerate(parts):
        if at not in found and (note := _note(words(part))):
            end = at + 1 if note["rest"] else _end(parts, at)
            found.update(range(at - _borders(parts[at - 1 : at]), end + _borders(parts[end : end + 1])))
    return frozenset(found)


def _note(group: Group) -> re.Match[str] | None:
    return _NOTE.match(group[0].text) if group else None


def _borders(beside: Sequence[Part]) -> int:
    """Count the edges of a box drawn around a note."""
    return sum(
        isinstance(part, Ornament) and _BORDER.fullmatch(part.line.text) is not None for part in beside
    )


def _end(parts: Sequence[Part], at: int) -> int:
    if len(words(parts[at])) > 1:
        return at + 1
    below = [words(part) for part in parts[at + 1 :]]
    if _is_last(parts, at) and not any(group and label(group[0].text) for group in below):
        return len(parts)
    return at + 1 + sum(1 for _ in _near(below))


def _is_last(parts: Sequence[Part], at: int) -> bool:
    last = next(group[-1].end for part in reversed(parts) if (group := words(part)))
    return words(parts[at])[0].start >= _LAST * last


def _near(below: Sequence[Group]) -> Iterator[Group]:
    """Yield the groups directly below a head."""
    for at, group in enumerate(below):
        if not group or label(group[0].text) or (at and group[0].above >= _SECTION):
            return
        yield group
