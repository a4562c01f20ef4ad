"""Lists of pictures: how far their captions go."""

import re
from collections.abc import Sequence

from narrate.read.headings import label
from narrate.read.plain.entries import entry
from narrate.read.plain.grouping import Group, Part, words
from narrate.read.plain.list_heads import is_head

_LONGEST_CAPTION = 3
"""Lines."""
_FEWEST = 2
_SENTENCE = re.compile(r"[.,;:…][\"'”’]*$")
"""How prose ends, and a caption does not."""


def captions(parts: Sequence[Part], start: int) -> int:
    """Return where a list of pictures ends; at its start where there is none.

    Captions name their pages, or are several that stand one by one with the same blank lines between.
    """
    head = words(parts[start])
    following = [words(part) for part in parts[start + 1 : start + 3]]
    if len(head) > 1 or not following:
        return start + (len(head) > 1 and _paged(head[1:]))
    gap = (
        following[-1][0].above
        if len(following[0]) == 1 and not _paged(following[0]) and following[-1]
        else -1
    )
    end = start + 1
    for at in range(start + 1, len(parts)):
        group = words(parts[at])
        if not group or not _is_caption(group, 0 if at == start + 1 else gap):
            break
        end = at + 1
    several = end > start + _FEWEST or (end > start + 1 and _paged(following[0]))
    return end if several else start


def _is_caption(group: Group, gap: int) -> bool:
    if label(group[0].text) or is_head(group[0].text):
        return False
    if _paged(group):
        return True
    apart = gap and group[0].above != gap
    return not apart and len(group) <= _LONGEST_CAPTION and not _SENTENCE.search(group[-1].text)


def _paged(group: Group) -> bool:
    ends = [found.paged for line in group if (found := entry(line.text))]
    return 2 * sum(ends) >= len(group)
