"""Lists of contents and of illustrations: where they stand, and which titles they promise."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from narrate.read.headings import CHAPTER, PART, counted, is_sentence, label
from narrate.read.plain.captions import captions
from narrate.read.plain.counting import notation
from narrate.read.plain.entries import Entry, entry, listed
from narrate.read.plain.grouping import Group, Ornament, Part, words
from narrate.read.plain.list_heads import heads_contents, heads_pictures, is_head
from narrate.read.titles import folded

_COLUMNS = re.compile(r"(?:(?:chapter|chap\.?|no\.?)\s+)?(?:page|pages)\.?|chapter", re.IGNORECASE)
_LONGEST_LINE = 120
_LONGEST_NUMBERED = 300
_LONGEST_TITLE = 3
"""Lines."""
_GAP = 3
"""Blank lines."""
_FEWEST = 2
_FEWEST_WITHOUT_HEAD = 3
_AGAIN = 2
"""Places at which a title stands below a list that has it twice."""

Index: TypeAlias = Mapping[str, Sequence[int]]
"""The places of the groups that say what an entry may promise."""


class Listing(NamedTuple):
    """One list: its parts from `start` up to `end`, and its entries."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()


class Contents(NamedTuple):
    """What the lists of a text tell."""

    places: frozenset[int] = frozenset()
    """Of the parts that belong to a list."""
    promised: frozenset[str] = frozenset()
    """Titles of chapters, folded."""
    parted: bool = False
    """Whether its titles stand in parts, and none has a number."""
    after: int = 0
    """Place from which on the promised chapters stand."""


def contents(parts: Sequence[Part]) -> Contents:
    """Find the lists; one of chapters counts only where its entries come again or name their pages."""
    index = _index(parts)
    found: list[Listing] = []
    for at, part in enumerate(parts):
        group = words(part)
        if not group or (found and at < found[-1].end):
            continue
        if heads_pictures(group[0].text):
            found.append(Listing(at, captions(parts, at)))
        elif heads_contents(group[0].text) and _counts(listing := _listing(parts, at, index, 1), index):
            found.append(listing)
    if not any(listing.entries for listing in found) and (front := _at_front(parts, index)):
        found.append(front)
    return _told(found, len(parts))


def _told(found: Sequence[Listing], whole: int) -> Contents:
    places = frozenset(at for listing in found for at in range(listing.start, listing.end))
    entries = [entry for listing in found for entry in listing.entries]
    ends = [listing.end for listing in found if listing.entries and 2 * listing.start < whole]
    parted = {entry.level for entry in entries if entry.number} == {PART}
    return Contents(places, frozenset(_promised(entries)), parted, max(ends, default=0))


def _promised(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the titles of chapters; among numbered ones a bare title is a part of something."""
    numbered = [at for at, one in enumerate(entries) if one.number and one.level == CHAPTER]
    for at, one in enumerate(entries):
        inside = bool(numbered) and numbered[0] < at < numbered[-1]
        if one.level == CHAPTER and (one.number or not inside):
            yield from one.titles


def _index(parts: Sequence[Part]) -> Index:
    index: dict[str, list[int]] = defaultdict(list)
    for at, part in enumerate(parts):
        group = words(part)
        if group and len(group[0].text) <= _LONGEST_LINE:
            first = entry(group[0].text)
            for key in {*(first.keys if first else ()), *whole(group)}:
                index[key].append(at)
    return index


def whole(group: Group) -> frozenset[str]:
    """Return the forms of a heading of several lines."""
    if not 0 < len(group) <= _LONGEST_TITLE:
        return frozenset()
    return frozenset({folded(" ".join(line.text for line in group))})


def _at_front(parts: Sequence[Part], index: Index) -> Listing | None:
    """Return a list without a head: labels with nothing between them, all of which come again."""
    start = next((at for at, part in enumerate(parts) if words(part) and label(words(part)[0].text)), None)
    if start is None:
        return None
    listing = _listing(parts, start, index, 0)
    labels = [entry for entry in listing.entries if entry.number]
    again = all(index.get(entry.number, [0])[-1] >= listing.end for entry in labels)
    return listing if again and len(labels) >= _FEWEST_WITHOUT_HEAD else None


def _listing(parts: Sequence[Part], start: int, index: Index, head: int) -> Listing:
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
        if any(path in seen and len(_after(at, index.get(path, ()))) < _AGAIN for path in paths):
            break
        seen |= paths.union(*(one.titles for one in entries))
        taken.append((at, entries))
    return _trimmed(parts, start, taken)


def _after(at: int, places: Sequence[int]) -> Sequence[int]:
    return places[bisect_right(places, at) :]


def _opens_parts(entries: Sequence[Entry], at: int, index: Index) -> bool:
    """Tell the text's own first part from one that a list names behind chapters in no part."""
    first = next((one.number for one in entries if one.number and one.level == PART), None)
    return first is not None and not _after(at, index.get(first, ()))


def _stands_off(group: Group, entries: Sequence[Entry], at: int, index: Index) -> bool:
    """Tell what follows a list from its entries: a title far below it that is not one of a chapter."""
    bare = not any(one.number or one.paged for one in entries)
    return (
        bare
        and group[0].above >= _GAP
        and not any(place > at for key in whole(group) for place in index[key][-1:])
    )


def _is_list(group: Group, at: int, index: Index) -> bool:
    """Tell lines of a list from prose, and from a chapter that begins right below its label."""
    first = listed(group[0].text)
    longest = max(len(line.text) for line in group)
    if longest > (_LONGEST_NUMBERED if first and first.number else _LONGEST_LINE):
        return False
    if first is None:
        again = any(place > at for key in whole(group) for place in index[key][-1:])
        return again or _COLUMNS.fullmatch(group[0].text) is not None
    if first.number:
        rest = " ".join(line.text for line in group[1:])
        return not is_sentence(rest) or bool(_after(at, index.get(first.number, ())))
    known = sum(listed(line.text) is not None for line in group)
    return 2 * known >= len(group) or any(_after(at, index.get(title, ())) for title in first.titles)


def _entries(group: Group, below: Group) -> list[Entry]:
    """Return the entries of a list's lines; a number over numbers that are written otherwise counts parts."""
    entries = list(_read(group))
    over = len(group) == 1 and bool(below) and notation(group[0].text) != notation(below[0].text)
    if over and all(counted(line.text) for line in (group[0], below[0])):
        return [one._replace(level=PART, number=f"part {one.number.split()[-1]}") for one in entries]
    return entries


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


def _counts(listing: Listing, index: Index) -> bool:
    """Tell whether what follows a head is its list."""
    entries = listing.entries
    again = sum(_comes_again(entry, listing, index) for entry in entries)
    paged = sum(entry.paged for entry in entries)
    return len(entries) >= _FEWEST and 2 * max(again, paged) >= len(entries)


def _comes_again(entry: Entry, listing: Listing, index: Index) -> bool:
    places = (at for key in entry.keys for at in index.get(key, ()))
    return any(not listing.start <= at < listing.end for at in places)
