"""The outline of a plain text: which groups of lines are headings, which ornaments, which the text itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from narrate.read.breaks import is_scene_break
from narrate.read.headings import (
    CHAPTER,
    SECTION,
    TITLE,
    is_bare_label,
    is_quoted_title,
    is_sentence,
    is_title,
    label_level,
)
from narrate.read.layout import ends_a_sentence
from narrate.read.lines import Line
from narrate.read.numerals import number

_MOST_LINES = 3
_LONGEST_HEADING = 5
_SHORT = 60
_WRAPPED = 50
_SLACK = 3
"""Characters by which an underline may miss the length of its heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of a heading: its label, then its title where that stands below."""

    lines: tuple[Line, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Ornament:
    """A line that is a scene break."""

    line: Line


Group: TypeAlias = tuple[Line, ...]
Part: TypeAlias = Heading | Ornament | Group


def outline(lines: Iterator[Line]) -> list[Part]:
    """Divide lines into headings, ornaments and groups of text, in order."""
    return list(_headed(list(_grouped(lines))))


def _grouped(lines: Iterator[Line]) -> Iterator[Part]:
    group: list[Line] = []
    for line in lines:
        underlined = len(group) == 1 and _underlines(line, group[0])
        ornament = not underlined and is_scene_break(line.text)
        if group and (underlined or ornament or not line.text or _turns_page(group[-1], line)):
            yield Heading((group[0],), _underlined_level(group[0], line)) if underlined else tuple(group)
            group = []
        if ornament:
            yield Ornament(line)
        elif line.text and not underlined:
            group.append(line)
    if group:
        yield tuple(group)


def _underlines(line: Line, above: Line) -> bool:
    if len(line.text) < _SLACK or len(set(line.text)) > 1 or line.text[0] not in "=-~_":
        return False
    fits = line.text[0] == "=" or abs(len(line.text) - len(above.text)) <= _SLACK
    return label_level(above.text) is not None or (fits and is_title(above.text))


def _underlined_level(heading: Line, line: Line) -> int:
    return label_level(heading.text) or (TITLE if line.text[0] == "=" else CHAPTER)


def _turns_page(line: Line, after: Line) -> bool:
    """Tell whether a new page begins a new paragraph; in the middle of a sentence it does not."""
    return after.fresh and (ends_a_sentence(line) or not after.text[0].islower())


def _headed(parts: Sequence[Part]) -> Iterator[Part]:
    levels = dict(_levels(parts))
    taken = -1
    for index, part in enumerate(parts):
        if index == taken:
            continue
        if not isinstance(part, tuple) or index not in levels:
            yield part
            continue
        label, rest = (part[:1], part[1:]) if levels[index] == TITLE else _without_text(part)
        if not rest and _has_subtitle(parts, index, levels):
            taken = index + 1
            label = (*label, *_group(parts[taken]))
        yield Heading(label, levels[index])
        yield from [rest] if rest else []


def _levels(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Yield the places of groups that are headings or begin with one, and their levels."""
    labels = [(index, level) for index, part in enumerate(parts) if (level := _label(_group(part)))]
    depth = SECTION if labels else CHAPTER
    yield from ((index, depth) for index in _numbered(parts))
    yield from labels
    if len(parts) > 1 and _is_title(_group(parts[0])):
        yield 0, TITLE


def _is_title(group: Group) -> bool:
    """Tell whether a text opens with its title, alone or above its author's name."""
    alone = len(group) == 1 or (len(group) == 2 and group[1].text.casefold().startswith("by "))  # noqa: PLR2004 - title and author
    return alone and is_title(group[0].text) and not _label(group)


def _group(part: Part) -> Group:
    return part if isinstance(part, tuple) else ()


def _label(group: Group) -> int | None:
    """Return the level of the label that a group begins with, unless it is a list of them or prose."""
    if not group or (level := label_level(group[0].text)) is None:
        return None
    if any(label_level(line.text) for line in group[1:]):
        return None
    whole = len(_without_text(group)[0]) == len(group)
    return level if whole or is_bare_label(group[0].text) or _stands_apart(group) else None


def _stands_apart(group: Group) -> bool:
    return len(group[0].text) <= _SHORT and not group[1].text[0].islower()


def _without_text(group: Group) -> tuple[Group, Group]:
    """Part the lines of a heading from those of the text that follows without a blank line."""
    rest = " ".join(line.text for line in group[1:])
    short = len(group) <= _MOST_LINES and not is_sentence(rest) and not ends_a_sentence(group[-1])
    return (group, ()) if short or len(group) == 1 or _is_long_title(group) else (group[:1], group[1:])


def _is_long_title(group: Group) -> bool:
    """Tell a title that was wrapped, from prose directly below a shorter one."""
    wrapped = len(group) <= _LONGEST_HEADING and all(len(line.text) >= _WRAPPED for line in group[:-1])
    return wrapped and label_level(" ".join(line.text for line in group)) is not None


def _numbered(parts: Sequence[Part]) -> list[int]:
    """Return the places of bare numbers that count chapters: 1, 2, 3 …, each after a finished sentence."""
    found: list[int] = []
    last = 0
    for index, part in enumerate(parts):
        value = number(part[0].text) if isinstance(part, tuple) and len(part) <= _MOST_LINES else None
        if value is not None and value in (1, last + 1) and not _interrupts(parts, index):
            found.append(index)
            last = value
    return found if len(found) > 1 else []


def _interrupts(parts: Sequence[Part], index: int) -> bool:
    """Tell a page number: it stands in the middle of a sentence."""
    above = _group(parts[index - 1]) if index else ()
    return bool(above) and not ends_a_sentence(above[-1]) and not is_title(above[-1].text)


def _has_subtitle(parts: Sequence[Part], index: int, levels: dict[int, int]) -> bool:
    group = _group(parts[index])
    below = _group(parts[index + 1]) if index + 2 < len(parts) else ()
    free = index + 1 not in levels and len(group) == 1 and len(below) == 1
    return free and is_bare_label(group[0].text) and _is_subtitle(below[0].text)


def _is_subtitle(line: str) -> bool:
    return is_title(line) or is_quoted_title(line)
