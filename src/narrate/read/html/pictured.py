"""Words for what is shown and not written: headings and initials that are pictures, and formulas."""

import re
from typing import TYPE_CHECKING, Final

from narrate.model.story import BlockKind
from narrate.model.words import speakable
from narrate.read.html.marks import Mark, above, mark_of, words_of
from narrate.read.html.setting import Setting

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAYS_NOTHING: Final = re.compile(
    r"(?:image|img|picture|photo|cover|illustration|decoration|ornament|logo|title|header|heading|figure)?"
    r"[\W\d_]*|.*\.(?:png|jpe?g|gif|svg|webp)",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r"[\\^{}]")
"""Signs of a formula's source text (TeX), which nobody wants to hear."""


def stands_for(element: "_Element", mark: Mark, setting: Setting) -> str:
    """Return what is heard in an element's place, empty where it speaks for itself or is not heard."""
    told = " ".join(mark.attributes.get("alttext" if mark.tag == "math" else "alt", "").split())
    if mark.tag == "math":
        return "" if _SOURCE.search(told) else told
    if mark.tag != "img" or not speakable(told):
        return ""
    is_heard = _is_initial(element, told) or (_is_heading(element, setting) and says_something(told))
    return told if is_heard else ""


def says_something(told: str) -> bool:
    """Tell words that somebody wrote for a picture from those of a program.

    >>> says_something("Chapter One"), says_something("image 12"), says_something("ch01.png")
    (True, False, False)
    """
    return _SAYS_NOTHING.fullmatch(told) is None


def _is_heading(element: "_Element", setting: Setting) -> bool:
    """Tell the picture of a heading, which has no words beside it."""
    block = next((each for each in above(element) if mark_of(each).is_block), element)
    return setting.kind is BlockKind.HEADING and not words_of(block)


def _is_initial(element: "_Element", told: str) -> bool:
    """Tell the picture of a letter, to which the rest of its word is joined."""
    parent = element.getparent()
    around = "" if parent is None or mark_of(parent).is_block else parent.tail
    return len(told) == 1 and told.isalpha() and (element.tail or around or "")[:1].isalpha()
