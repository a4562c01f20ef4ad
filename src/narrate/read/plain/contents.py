"""Lists of contents and of illustrations: where they stand, and which titles they promise."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narrate.read.headings import CHAPTER, PART, label
from narrate.read.plain.captions import captions
from narrate.read.plain.entries import Entry, entry
from narrate.read.plain.grouping import Part, words
from narrate.read.plain.list_heads import heads_contents, heads_pictures
from narrate.read.plain.listing import LONGEST_LINE, Index, Listing, follow, whole

_FEWEST = 2
_FEWEST_WITHOUT_HEAD = 3


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
        elif heads_contents(group[0].text) and _counts(listing := follow(parts, at, index, 1), index):
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
        if group and len(group[0].text) <= LONGEST_LINE:
            first = entry(group[0].text)
            for key in {*(first.keys if first else ()), *whole(group)}:
                index[key].append(at)
    return index


def _at_front(parts: Sequence[Part], index: Index) -> Listing | None:
    """Return a list without a head: labels with nothing between them, all of which come again."""
    start = next((at for at, part in enumerate(parts) if words(part) and label(words(part)[0].text)), None)
    if start is None:
        return None
    listing = follow(parts, start, index, 0)
    labels = [entry for entry in listing.entries if entry.number]
    again = all(index.get(entry.number, [0])[-1] >= listing.end for entry in labels)
    return listing if again and len(labels) >= _FEWEST_WITHOUT_HEAD else None


def _counts(listing: Listing, index: Index) -> bool:
    """Tell whether what follows a head is its list."""
    entries = listing.entries
    again = sum(_comes_again(entry, listing, index) for entry in entries)
    paged = sum(entry.paged for entry in entries)
    return len(entries) >= _FEWEST and 2 * max(again, paged) >= len(entries)


def _comes_again(entry: Entry, listing: Listing, index: Index) -> bool:
    places = (at for key in entry.keys for at in index.get(key, ()))
    return any(not listing.start <= at < listing.end for at in places)
