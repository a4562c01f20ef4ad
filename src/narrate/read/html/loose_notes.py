"""Notes that no link leads to: known by their class, and by the mark that they begin with."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from narrate.read.html.marks import Mark, above, mark_of, words_of
from narrate.read.html.page import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_CALLED: Final = "footnote endnote rearnote footnotetext endnotetext msofootnotetext msoendnotetext"
_CLASSES: Final = frozenset(_CALLED.split())
_MARK: Final = re.compile(r"[\[({]?(?P<mark>\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z])[\])}]?[.:]?", re.IGNORECASE)


def is_called_note(mark: Mark) -> bool:
    """Tell a block that printers call a note."""
    return mark.is_block and bool(mark.classes & _CLASSES)


def loose_references(
    pages: Sequence[Page], bodies: Mapping["_Element", str], known: frozenset[str]
) -> Iterator[tuple["_Element", str]]:
    """Yield signs and numbers set high, each with the note below it that begins with the same one.

    Notes that are `known` have their references.
    """
    if known.issuperset(bodies.values()):
        return
    for page in pages:
        passed: dict[str, _Element] = {}
        for element in page.root.iter("*"):
            name = bodies.get(element, "")
            if name and name not in known:
                first = words_of(element).partition(" ")[0]
                if (found := passed.pop(_bare(first), None)) is not None:
                    yield found, name
            elif mark_of(element).is_raised and not any(each in bodies for each in above(element)):
                passed[_bare(words_of(element))] = element


def own_marks(bodies: Iterable["_Element"]) -> Iterator["_Element"]:
    """Yield the sign or number set high that a note begins with."""
    for body in bodies:
        raised = next((each for each in body.iterdescendants() if mark_of(each).is_raised), None)
        mark = "" if raised is None else words_of(raised)
        if raised is not None and _MARK.fullmatch(mark) and words_of(body).startswith(mark):
            yield raised


def _bare(words: str) -> str:
    """Return a note's mark without brackets and period; words that are none are only like themselves.

    >>> _bare("[12]"), _bare("*"), _bare("3."), _bare("st")
    ('12', '*', '3', 'st')
    """
    found = _MARK.fullmatch(words)
    return found["mark"] if found else words
