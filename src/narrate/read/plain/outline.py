"""The outline of a plain text: which groups of lines are headings, which ornaments, which the text itself."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from narrate.read.headings import (
    CHAPTER,
    PART,
    SECTION,
    TITLE,
    is_bare_label,
    is_frame,
    label,
    label_level,
    unmarked,
)
from narrate.read.lettering import is_title
from narrate.read.plain.contents import Contents
from narrate.read.plain.counting import counting
from narrate.read.plain.display import displayed
from narrate.read.plain.grouping import Group, Heading, Part, as_group, words
from narrate.read.plain.subtitles import has_subtitle, said, set_apart, without_text
from narrate.read.titles import folded

_SHORT = 60
_FEW = 2
"""Groups of words between a prologue's heading and its first number."""
_SEVERAL = 2
"""Numbers for every title of a list of parts, where it is they that count chapters."""


def outline(parts: Sequence[Part], listed: Contents) -> list[Part]:
    """Turn the groups that are headings, or begin with one, into headings; a list of contents has none."""
    story = [() if at in listed.places else part for at, part in enumerate(parts)]
    return list(_headed(parts, dict(_levels(story, listed)), listed.promised))


def _headed(parts: Sequence[Part], levels: dict[int, int], promised: frozenset[str]) -> Iterator[Part]:
    apart = set_apart(parts, sorted(levels))
    taken = -1
    for index, part in enumerate(parts):
        if index == taken or part == ():
            continue
        if not isinstance(part, tuple) or index not in levels:
            yield part
            continue
        head, rest = (part[:1], part[1:]) if levels[index] == TITLE else without_text(part, promised)
        if not rest and index + 1 not in levels and has_subtitle(parts, index, promised, apart):
            taken = index + 1
            head = (*head, *as_group(parts[taken]))
        yield Heading(head, levels[index])
        yield from [rest] if rest else []


def _levels(parts: Sequence[Part], listed: Contents) -> Iterator[tuple[int, int]]:
    """Yield the places of groups that are headings or begin with one, and their levels.

    Numbers by themselves count sections where chapters have labels or promised titles, else chapters;
    also where the titles stand in parts and have many more numbers below them.
    Where there are none of them, titles that the layout displays make chapters.
    """
    labels = [(index, level) for index, part in enumerate(parts) if (level := _label(as_group(part)))]
    titles = list(_promised(parts, listed))
    numbers = counting(parts)
    named = [index for index, _ in labels if _is_numbered(as_group(parts[index]))]
    if len(named) < 2 and not (titles or numbers):  # noqa: PLR2004 - one alone counts nothing
        yield from ((index, CHAPTER) for index in displayed(parts))
    divided = listed.parted and len(numbers) > _SEVERAL * len(titles)
    sections = len(named) > 1 or (len(titles) > 1 and not divided)
    yield from ((index, CHAPTER) for index in titles)
    yield from labels
    yield from _numbered(parts, frozenset(numbers), frozenset(dict(labels)), SECTION if sections else CHAPTER)
    if len(parts) > 1 and _is_title(as_group(parts[0])) and 0 not in numbers:
        yield 0, TITLE
        yield from _half_titles(parts, {*numbers, *titles, *(index for index, _ in labels)})


def _numbered(
    parts: Sequence[Part], numbers: frozenset[int], labels: frozenset[int], depth: int
) -> Iterator[tuple[int, int]]:
    """Yield the levels of numbers; one directly above another counts parts.

    Where numbers count sections, those of a prologue or an epilogue that they divide whole are its chapters.
    """
    inside = False
    for index, following in pairwise([*sorted(numbers | labels), len(parts)]):
        above = following == index + 1 and following in numbers
        if index in labels:
            inside = following in numbers and _is_divided(parts[index:following])
            yield from [(index, PART)] if inside and above else []
        else:
            yield index, PART if above and depth == CHAPTER else CHAPTER if inside else depth


def _is_divided(parts: Sequence[Part]) -> bool:
    """Tell a prologue or an epilogue with no text of its own above its first number."""
    heading, *below = (as_group(part) for part in parts)
    return is_frame(heading[0].text) and len(below) <= _FEW and all(map(_entitles, below))


def _entitles(group: Group) -> bool:
    """Tell words of heading size: capitals, a title, or a line in italics."""
    line = group[0].text if len(group) == 1 else ""
    return bool(line) and (is_title(line) or unmarked(line) != line)


def _half_titles(parts: Sequence[Part], headings: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the places where the book's title stands again, directly above a heading."""
    title = folded(as_group(parts[0])[0].text)
    for index, part in enumerate(parts):
        group = as_group(part)
        if index and index + 1 in headings and len(group) == 1 and folded(group[0].text) == title:
            yield index, CHAPTER


def _is_numbered(group: Group) -> bool:
    """Tell a label of chapters, or of acts, in which a play comes without them."""
    found = label(group[0].text)
    return bool(found and found.kind and (found.level == CHAPTER or found.kind == "act"))


def _promised(parts: Sequence[Part], listed: Contents) -> Iterator[int]:
    """Yield the groups that are titles from a list of contents, each once and below no label."""
    left = set(listed.promised)
    for index in range(listed.after, len(parts)):
        group = as_group(parts[index])
        found = said(group) & left
        if not found or said(words(parts[index + 1]) if index + 1 < len(parts) else ()) & found:
            continue
        left -= found
        above = words(parts[index - 1]) if index else ()
        numbered = any(is_bare_label(line.text) for line in (*above[-1:], *group))
        if not numbered and not _label(group):
            yield index


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
    all_of_it = len(without_text(group, frozenset())[0]) == len(group)
    return level if all_of_it or is_bare_label(group[0].text) or _stands_apart(group) else None


def _stands_apart(group: Group) -> bool:
    return len(group[0].text) <= _SHORT and not group[1].text[0].islower()
