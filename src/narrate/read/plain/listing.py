"""One list of contents: how far it goes, and its entries."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeAlias

from narrate.read.headings import CHAPTER, PART, counted, is_sentence
from narrate.read.plain.counting import notation
from narrate.read.plain.entries import Entry, entry, listed
from narrate.read.plain.grouping import Group, Ornament, Part, words
from narrate.read.plain.list_heads import is_head
from narrate.read.titles import folded

_COLUMNS = re.compile(r"(?:(?:chapter|chap\.?|no\.?)\s+)?(?:page|pages)\.?|chapter", re.IGNORECASE)
LONGEST_LINE = 120
_LONGEST_NUMBERED = 300
_LONGEST_TITLE = 3
"""Lines."""
_GAP = 3
"""Blank lines."""
_AGAIN = 2
"""Places at which a title stands below a list that has it twice."""

Index: TypeAlias = Mapping[str, Sequence[int]]
"""The places of the groups that say what an entry may promise."""


class Listing(NamedTuple):
    """One list: its parts from `start` up to `end`, and its entries."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()


def follow(parts: Sequence[Part], start: int, index: Index, head: int) -> Listing:
    """Follow a list up to prose, another list or the first entry that comes again."""
    taken: list[tuple[int, list[Entry]]] = []
    seen: set[str] = set()
    above: tuple[str, ...] = ()
    for at in range(start, len(parts)):
        group = words(parts[at])[head if at == start else 0 :]
        if not group:
            if isinstance(parts[at], Ornament) or at == start:
                continue
            break
        entries = _entries(group, words(parts[at + 1]) if at + 1 < len(parts) else ())
        if (
            is_head(group[0].text)
            or not _is_list(group, at, index)
            or (taken and _stands_off(group, entries, at, index))
            or ("/chapter 1" in seen and not above and _opens_parts(entries, at, index))
        ):
            break
        paths, above = _paths(entries, above)
        if any(path in seen and not _comes_later({path}, at, index, _AGAIN) for path in paths):
            break
        seen |= paths.union(*(one.titles for one in entries))
        taken.append((at, entries))
    return _trimmed(parts, start, taken)


def whole(group: Group) -> frozenset[str]:
    """Return the forms of a heading of several lines."""
    if not 0 < len(group) <= _LONGEST_TITLE:
        return frozenset()
    return frozenset({folded(" ".join(line.text for line in group))})


def _comes_later(keys: AbstractSet[str], at: int, index: Index, times: int = 1) -> bool:
    return any(len(places) >= times and places[-times] > at for key in keys if (places := index.get(key, ())))


def _opens_parts(entries: Sequence[Entry], at: int, index: Index) -> bool:
    """Tell the text's own first part from one that a list names behind chapters in no part."""
    first = next((one.number for one in entries if one.number and one.level == PART), None)
    return first is not None and not _comes_later({first}, at, index)


def _stands_off(group: Group, entries: Sequence[Entry], at: int, index: Index) -> bool:
    """Tell what follows a list from its entries: a title far below it that is not one of a chapter."""
    bare = not any(one.number or one.paged for one in entries)
    return bare and group[0].above >= _GAP and not _comes_later(whole(group), at, index)


def _is_list(group: Group, at: int, index: Index) -> bool:
    """Tell lines of a list from prose, and from a chapter that begins right below its label."""
    first = listed(group[0].text)
    longest = max(len(line.text) for line in group)
    if longest > (_LONGEST_NUMBERED if first and first.number else LONGEST_LINE):
        return False
    if first is None:
        return _comes_later(whole(group), at, index) or _COLUMNS.fullmatch(group[0].text) is not None
    if first.number:
        rest = " ".join(line.text for line in group[1:])
        return not is_sentence(rest) or _comes_later({first.number}, at, index)
    known = sum(listed(line.text) is not None for line in group)
    return 2 * known >= len(group) or _comes_later(first.titles, at, index)


def _entries(group: Group, below: Group) -> list[Entry]:
    """Return the entries of a list's lines; a number over numbers that are written otherwise counts parts."""
    entries = list(_read(group))
    numbers = [line.text for line in (*group, *below[:1]) if counted(line.text)]
    if len(group) != 1 or len(numbers) != 2 or notation(numbers[0]) == notation(numbers[1]):  # noqa: PLR2004 - over, under
        return entries
    return [one._replace(level=PART, number=one.number.replace("chapter", "part")) for one in entries]


def _read(group: Group) -> Iterator[Entry]:
    """Yield the entries of lines; those further in than the first may go on with the one above."""
    for line in group:
        if _COLUMNS.fullmatch(line.text):
            continue
        if found := listed(line.text):
            yield found
        elif line.indent <= group[0].indent:
            yield Entry(CHAPTER, "", frozenset({folded(line.text)}), paged=False)


def _paths(entries: Sequence[Entry], above: tuple[str, ...]) -> tuple[set[str], tuple[str, ...]]:
    """Say what entries would be known by when they came again: their titles, their numbers in their parts."""
    paths: set[str] = set()
    for one in entries:
        if one.number and one.level == PART:
            above = (*_around(above, one.number), one.number)
            paths.add("/".join(above))
        elif one.number:
            paths.add(f"{'/'.join(above)}/{one.number}")
        else:
            paths |= one.titles
    return paths, above


def _around(above: tuple[str, ...], number: str) -> tuple[str, ...]:
    """Return the parts that a part stands in: those above it up to one of its own kind.

    >>> _around(("volume 1", "book 2"), "book 3"), _around(("volume 1", "book 2"), "volume 2")
    (('volume 1',), ())
    """
    kinds = [part.partition(" ")[0] for part in above]
    kind = number.partition(" ")[0]
    return above[: kinds.index(kind)] if kind in kinds else above


def _trimmed(parts: Sequence[Part], start: int, taken: list[tuple[int, list[Entry]]]) -> Listing:
    """Give back the headings at a list's end that prose follows: parts, and numbers that came before."""
    below = words(parts[taken[-1][0] + 1]) if taken and taken[-1][0] + 1 < len(parts) else ()
    while len(taken) > 1 and below and entry(below[0].text) is None:
        entries = taken[-1][1]
        before = {one.number for _, others in taken[:-1] for one in others}
        again = [one for one in entries if one.number and (one.number in before or one.level == PART)]
        if not again or len(entries) > 1:
            break
        taken = taken[:-1]
    end = taken[-1][0] + 1 if taken else start
    return Listing(start, end, tuple(one for _, entries in taken for one in entries))
