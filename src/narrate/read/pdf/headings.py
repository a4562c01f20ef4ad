"""Headings of a PDF: told by size, weight, words, and by what its outline leads to."""

from collections.abc import Mapping, Sequence
from typing import Final

from narrate.read.headings import is_bare_label, is_sentence, label_level
from narrate.read.lettering import is_title
from narrate.read.numerals import number
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.neighbours import SENTENCE_END
from narrate.read.pdf.passages import Passage

_LARGER: Final = 1.12
"""Times the size of the text."""
_LONGEST: Final = 160
_MOST_LINES: Final = 4
_LOWEST: Final = 6
_CENTRED: Final = 0.04
"""Of the column's width, by which the middle of a centred line may miss that of the column."""
_INSET: Final = 0.08
_END: Final = frozenset({"the end", "fin", "finis", "ende"})
_ROOM: Final = 0.4
"""Ems."""


def style(passage: Passage) -> tuple[float, bool]:
    """Return how a heading is set: the larger the higher, of two of a size the bold one."""
    return round(passage.size * 2) / 2, passage.bold


def is_heading(passage: Passage, measure: Measure, *, named: bool = False) -> bool:
    """Tell whether a passage is a heading; `named` says that the outline has it."""
    text = passage.text
    if passage.verse or len(text) > _LONGEST or len(passage.lines) > _MOST_LINES or not _has_name(text):
        return False
    if named or (passage.size >= _LARGER * measure.size and not _is_long_sentence(text)):
        return True
    if len(passage.lines) > 2 or passage.room < _ROOM * passage.size:  # noqa: PLR2004 - of the text's size
        return False
    if label_level(text) is not None:
        return True
    if passage.bold:
        return not SENTENCE_END.search(text) or is_bare_label(text)
    return _is_centred(passage) and (number(text) is not None or (text.isupper() and is_title(text)))


def _has_name(text: str) -> bool:
    return any(map(str.isalnum, text)) and text.strip(" .!*~—–-").casefold() not in _END


def _is_long_sentence(text: str) -> bool:
    return is_sentence(text) and SENTENCE_END.search(text) is not None


def _is_centred(passage: Passage) -> bool:
    left, right = passage.lines[0].edges
    width = right - left
    return all(
        abs((line.left - left) - (right - line.right)) < 2 * _CENTRED * width
        and line.left - left > _INSET * width
        for line in passage.lines
    )


def levels(headings: Sequence[Passage]) -> Mapping[tuple[float, bool], int]:
    """Give each style of heading its level, the largest the highest."""
    styles = sorted({style(heading) for heading in headings}, reverse=True)
    return {each: min(at, _LOWEST) for at, each in enumerate(styles, 1)}


def belong_together(one: Passage, two: Passage, measure: Measure) -> bool:
    """Tell whether two headings, one below the other, are one: its lines, or its number and its name."""
    gap = two.lines[0].base - one.lines[-1].base
    near = 0 < gap < 2 * measure.usual(max(one.size, two.size))
    alike = style(one) == style(two) and gap < 1.5 * measure.usual(one.size)
    label = is_bare_label(one.text) and label_level(two.text) is None and gap < 4 * measure.usual(two.size)
    return gap > 0 and (label or (near and alike and label_level(two.text) is None))


def joint(one: str) -> str:
    """Return what stands between the lines of a heading.

    >>> joint("CHAPTER I"), joint("CHAPTER I."), joint("The Long Way")
    (': ', ' ', ' ')
    """
    return ": " if is_bare_label(one) and one[-1].isalnum() else " "


def heading_text(passage: Passage) -> str:
    """Return all words of a heading."""
    first, *rest = (line.text for line in passage.lines)
    return first + "".join((joint(first) if at == 0 else " ") + line for at, line in enumerate(rest))
