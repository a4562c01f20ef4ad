"""Tables of contents in the pages of a book, which nothing but their being made of links tells."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from narrate.read.html.links import target
from narrate.read.html.marks import local, words_of
from narrate.read.html.page import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

CALLED: Final = re.compile(
    r"(?:table of )?contents|(?:list of )?(?:illustrations|figures|plates|maps|tables)"
    r"|inhalt(?:sverzeichnis)?|table des mati[èe]res|sommaire|[íi]ndice|sommario|sum[áa]rio|inhoud",
    re.IGNORECASE,
)
"""What such a table is called."""
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
    named = [each for each in above if each is not None and CALLED.fullmatch(words_of(each).strip(" .:"))]
    return frozenset([*found, *named])
