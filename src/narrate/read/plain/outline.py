"""The outline of a plain text: which groups of lines are headings, which ornaments, which the text itself."""

from collections.abc import Iterator, Sequence

from narrate.read.headings import (
    CHAPTER,
    SECTION,
    TITLE,
    is_bare_label,
    is_quoted_title,
    is_sentence,
    is_title,
    label,
    label_level,
    unmarked,
)
from narrate.read.plain.contents import Contents, whole
from narrate.read.plain.counting import counting
from narrate.read.plain.display import displayed
from narrate.read.plain.entries import entry
from narrate.read.plain.grouping import Group, Heading, Part, as_group, words
from narrate.read.plain.layout import ends_a_sentence

_MOST_LINES = 3
_LONGEST_HEADING = 5
_SHORT = 60
_WRAPPED = 50


def outline(parts: Sequence[Part], listed: Contents) -> list[Part]:
    """Turn the groups that are headings, or begin with one, into headings; a list of contents has none."""
    story = [() if at in listed.places else part for at, part in enumerate(parts)]
    return list(_headed(parts, dict(_levels(story, listed)), listed.promised))


def _headed(parts: Sequence[Part], levels: dict[int, int], promised: frozenset[str]) -> Iterator[Part]:
    taken = -1
    for index, part in enumerate(parts):
        if index == taken or part == ():
            continue
        if not isinstance(part, tuple) or index not in levels:
            yield part
            continue
        head, rest = (part[:1], part[1:]) if levels[index] == TITLE else _without_text(part)
        if not rest and _has_subtitle(parts, index, levels, promised):
            taken = index + 1
            head = (*head, *as_group(parts[taken]))
        yield Heading(head, levels[index])
        yield from [rest] if rest else []


def _levels(parts: Sequence[Part], listed: Contents) -> Iterator[tuple[int, int]]:
    """Yield the places of groups that are headings or begin with one, and their levels.

    Numbers by themselves count sections where chapters have labels or promised titles, else chapters.
    Where there are neither, titles that the layout displays make chapters.
    """
    labels = [(index, level) for index, part in enumerate(parts) if (level := _label(as_group(part)))]
    titles = list(_promised(parts, listed))
    numbers = counting(parts)
    named = [index for index, level in labels if level == CHAPTER and _is_numbered(as_group(parts[index]))]
    depth = SECTION if len(named) > 1 or len(titles) > 1 else CHAPTER
    yield from ((index, depth) for index in numbers)
    yield from ((index, CHAPTER) for index in titles)
    yield from labels
    if len(parts) > 1 and _is_title(as_group(parts[0])) and 0 not in numbers:
        yield 0, TITLE
    if not (labels or titles or numbers):
        yield from ((index, CHAPTER) for index in displayed(parts))


def _is_numbered(group: Group) -> bool:
    found = label(group[0].text)
    return bool(found and found.kind)


def _promised(parts: Sequence[Part], listed: Contents) -> Iterator[int]:
    """Yield the groups that are titles from a list of contents, each once and below no label."""
    left = set(listed.promised)
    for index in range(listed.after, len(parts)):
        group = as_group(parts[index])
        said = _said(group) & left
        if not said or _said(words(parts[index + 1]) if index + 1 < len(parts) else ()) & said:
            continue
        left -= said
        above = words(parts[index - 1]) if index else ()
        if not (above and is_bare_label(above[-1].text)) and not _label(group):
            yield index


def _said(group: Group) -> frozenset[str]:
    """Return what a group says, as a list of contents would say it."""
    found = entry(group[0].text) if len(group) == 1 else None
    return whole(group) | (found.titles if found else frozenset())


def _is_title(group: Group) -> bool:
    """Tell whether a text opens with its title, alone or above its author's name."""
    alone = len(group) == 1 or (len(group) == 2 and group[1].text.casefold().startswith("by "))  # noqa: PLR2004 - title and author
    return alone and is_title(group[0].text) and not _label(group)


def _label(group: Group) -> int | None:
    """Return the level of the label that a group begins with, unless it is a list of them or prose."""
    if not group or (level := label_level(group[0].text)) is None:
        return None
    if any(label_level(line.text) for line in group[1:]):
        return None
    all_of_it = len(_without_text(group)[0]) == len(group)
    return level if all_of_it or is_bare_label(group[0].text) or _stands_apart(group) else None


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
    shouted = len(group) <= _LONGEST_HEADING and all(line.text.isupper() for line in group)
    return shouted or (wrapped and label_level(" ".join(line.text for line in group)) is not None)


def _has_subtitle(
    parts: Sequence[Part], index: int, levels: dict[int, int], promised: frozenset[str]
) -> bool:
    group = as_group(parts[index])
    below = as_group(parts[index + 1]) if index + 2 < len(parts) else ()
    free = index + 1 not in levels and len(group) == 1 and 0 < len(below) <= _MOST_LINES
    return free and is_bare_label(group[0].text) and (bool(_said(below) & promised) or _is_subtitle(below))


def _is_subtitle(group: Group) -> bool:
    """Tell a title below a label: a line of one, a quoted one, or some lines of capitals."""
    line = unmarked(group[0].text)
    if len(group) > 1:
        return all(line.text.isupper() for line in group)
    closed = is_title(line.rstrip(".")) and len(line.split()) > 1 and "," not in line
    return is_title(line) or closed or is_quoted_title(line)
