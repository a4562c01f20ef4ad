"""Titles below labels: which lines that follow "Chapter 3" say what the chapter is called."""

from collections.abc import Sequence

from narrate.read.headings import is_bare_label, is_sentence, label_level, may_follow, unmarked
from narrate.read.lettering import is_quoted_title, is_title
from narrate.read.plain.counting import is_worded
from narrate.read.plain.entries import entry
from narrate.read.plain.grouping import Group, Part, as_group
from narrate.read.plain.layout import ends_a_sentence
from narrate.read.titles import folded

MOST_LINES = 3
_LONGEST_HEADING = 5
_WRAPPED = 50
_LONGEST_TITLE = 120
_APART = 2
"""Blank lines between a title and the text below it."""
_MANY = 4
"""Chapters."""
_NEARLY_ALL = 0.8
_TALK = tuple("\"“‘'«„‹–—-")
_TELLING = 4
"""Words with which the first line of a long title is known."""


def without_text(group: Group, promised: frozenset[str]) -> tuple[Group, Group]:
    """Part the lines of a heading from those of the text that follows without a blank line."""
    rest = " ".join(line.text for line in group[1:])
    short = len(group) <= MOST_LINES and not is_sentence(rest) and not ends_a_sentence(group[-1])
    titled = 1 < len(group) <= MOST_LINES and calls_only(group[0].text) and _is_named(group[1:], promised)
    whole = len(group) == 1 or short or titled or _is_long_title(group)
    return (group, ()) if whole else (group[:1], group[1:])


def calls_only(line: str) -> bool:
    """Tell whether a heading is only a number, or a word with one."""
    return is_bare_label(line) or is_worded(line)


def has_subtitle(parts: Sequence[Part], index: int, promised: frozenset[str], apart: frozenset[int]) -> bool:
    """Tell whether the group below a label of one line is its title."""
    group = as_group(parts[index])
    below = as_group(parts[index + 1]) if index + 2 < len(parts) else ()
    free = len(group) == 1 and 0 < len(below) <= MOST_LINES
    return free and calls_only(group[0].text) and (index in apart or _is_named(below, promised))


def set_apart(parts: Sequence[Part], places: Sequence[int]) -> frozenset[int]:
    """Return the labels with a title below: apart from the text in most chapters, or short in nearly all."""
    bare = [at for at in places if len(as_group(parts[at])) == 1 and calls_only(as_group(parts[at])[0].text)]
    following = {at: [as_group(part) for part in parts[at + 1 : at + 3]] for at in bare}
    apart = frozenset(at for at in bare if _stands_apart(*following[at]))
    short = frozenset(at for at in bare if _is_short(*following[at]))
    if len(short) >= _MANY and len(short) >= _NEARLY_ALL * len(bare):
        return short | apart
    return apart if len(apart) > 1 and 2 * len(apart) >= len(bare) else frozenset()


def said(group: Group) -> frozenset[str]:
    """Return what a group says, as a list of contents would say it."""
    if not 0 < len(group) <= MOST_LINES:
        return frozenset()
    found = entry(group[0].text) if len(group) == 1 else None
    titles = found.titles if found else frozenset()
    return titles | {folded(" ".join(line.text for line in group))}


def _stands_apart(below: Group = (), text: Group = ()) -> bool:
    if not text or not 0 < len(below) <= MOST_LINES or text[0].above < max(_APART, below[0].above):
        return False
    wrapped = all(len(line.text) >= _WRAPPED for line in below[:-1])
    return wrapped and _may_be_title(" ".join(line.text for line in below))


def _is_short(below: Group = (), text: Group = ()) -> bool:
    return bool(text) and len(below) == 1 and len(below[0].text) < _WRAPPED and _may_be_title(below[0].text)


def _may_be_title(words: str) -> bool:
    title = unmarked(words)
    return len(title) <= _LONGEST_TITLE and not title.startswith(_TALK) and may_follow(title, ".")


def _is_named(group: Group, promised: frozenset[str]) -> bool:
    """Tell a title that the contents promise, all of it or its first line, or that reads like one."""
    begun = (title for title in promised if len(title.split()) >= _TELLING)
    words = folded(" ".join(line.text for line in group))
    return bool(said(group) & promised) or any(map(words.startswith, begun)) or _is_subtitle(group)


def _is_subtitle(group: Group) -> bool:
    """Tell a title below a label: a line of one, a quoted one, or some lines of capitals."""
    line = unmarked(group[0].text)
    if len(group) > 1:
        return all(line.text.isupper() for line in group)
    closed = is_title(line.rstrip(".")) and len(line.split()) > 1 and "," not in line
    return is_title(line) or closed or is_quoted_title(line)


def _is_long_title(group: Group) -> bool:
    """Tell a title that was wrapped, from prose directly below a shorter one."""
    wrapped = len(group) <= _LONGEST_HEADING and all(len(line.text) >= _WRAPPED for line in group[:-1])
    shouted = len(group) <= _LONGEST_HEADING and all(line.text.isupper() for line in group)
    return shouted or (wrapped and label_level(" ".join(line.text for line in group)) is not None)
