"""Tables of contents in the pages of a book, which nothing but their being made of links tells."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from narrate.read.flow import Matter
from narrate.read.html.links import target
from narrate.read.html.marks import local, words_of
from narrate.read.html.page import Page
from narrate.read.matter import called

if TYPE_CHECKING:
    from lxml.etree import _Element

_LISTS: Final = frozenset({"table", "ul", "ol", "dl", "div", "section", "p", "blockquote", "body"})
_FEWEST: Final = 4
"""Links."""
_MOSTLY: Final = 0.6
"""Of the letters stand in links."""


def find_contents(page: Page) -> frozenset["_Element"]:
    """Find the elements that are made of links to the book's own places, and the headings that name them."""
    links: Counter[_Element] = Counter()
    linked: Counter[_Element] = Counter()
    for each in page.body.iter("*"):
        if local(each.tag) == "a" and target(page.name, each.get("href", "")):
            links.update(each.iterancestors())
            linked.update(dict.fromkeys(each.iterancestors(), len(words_of(each))))
    found = [
        each
        for each, count in links.items()
        if count >= _FEWEST and local(each.tag) in _LISTS and linked[each] > _MOSTLY * len(words_of(each))
    ]
    above = (each.getprevious() for each in found)
    named = [each for each in above if each is not None and called(words_of(each)) is Matter.CONTENTS]
    return frozenset([*found, *named])
