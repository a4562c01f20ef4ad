"""What surrounds the text of a page on the web: the head and foot of the site, and what else it offers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from narrate.read.flow import Matter
from narrate.read.html.marks import Mark, local, mark_of, words_of
from narrate.read.html.setting import is_read
from narrate.read.html.turning import page_turners

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN: Final = frozenset({"article", "section", "main", "blockquote", "figure", "dialog"})
"""Whose head and foot are not the page's (HTML, 4.4.8)."""
_BESIDE: Final = frozenset({"complementary", "search", "dialog", "alertdialog", "alert"})
_TITLES: Final = frozenset({"h1", "h2"})


def body_of(root: "_Element") -> "_Element":
    """Return the element that holds all that is seen."""
    bodies = [each for each in root.iter("*") if local(each.tag) == "body" and is_read(mark_of(each))]
    return (bodies or [root])[0]


def main_part(root: "_Element") -> "_Element":
    """Return the element that holds the text: the only `main`, else the only `article`, else the body."""
    seen = [each for each in root.iter("*") if is_read(mark_of(each))]
    mains = [each for each in seen if local(each.tag) == "main" or "main" in mark_of(each).types]
    articles = [each for each in seen if local(each.tag) == "article"]
    return next((found[0] for found in (mains, articles) if len(found) == 1), body_of(root))


def surroundings(root: "_Element") -> dict["_Element", Matter]:
    """Return the parts of a page that are not its text; the head is, where nothing else has a title."""
    return dict(_surroundings(root))


def _surroundings(root: "_Element") -> Iterator[tuple["_Element", Matter]]:
    yield from ((each, Matter.CONTENTS) for each in page_turners(root))
    for each in root.iter("*"):
        mark = mark_of(each)
        if "banner" in mark.types or (mark.tag == "header" and _is_pages(each) and not _is_title(each, root)):
            yield each, Matter.TITLE_PAGE
        elif mark.types & _BESIDE or (mark.tag in {"footer", "aside"} and _is_pages(each)):
            yield each, Matter.BACK_MATTER


def is_permalink(element: "_Element", mark: Mark) -> bool:
    """Tell the sign that only gives a heading or a caption an address: a link into its own page, and no word.

    >>> from lxml.etree import fromstring
    >>> links = map(fromstring, ['<a href="#one">¶</a>', '<a href="#one">1</a>', '<a href="/">#</a>'])
    >>> [is_permalink(link, mark_of(link)) for link in links]
    [True, False, False]
    """
    words = words_of(element) if mark.tag == "a" and mark.attributes.get("href", "").startswith("#") else ""
    return len(words) == 1 and not words.isalnum()


def _is_pages(element: "_Element") -> bool:
    return not any(local(around.tag) in _OWN for around in element.iterancestors())


def _is_title(header: "_Element", root: "_Element") -> bool:
    """Tell the head that holds the only title, and no menu."""
    within = {local(each.tag) for each in header.iter("*")}
    titles = [each for each in root.iter("*") if local(each.tag) in _TITLES]
    alone = all(header in each.iterancestors() for each in titles)
    return alone and bool(titles) and "nav" not in within
