"""Which elements of HTML are parts of a book that is not the story.

The words are those of the EPUB Structural Semantics Vocabulary (https://www.w3.org/TR/epub-ssv-11/), of
DPUB-ARIA (https://www.w3.org/TR/dpub-aria-1.1/), of EPUB 2's guide, and the classes of known printers.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from narrate.read.flow import Matter

_WORDS: Final[Mapping[Matter, str]] = {
    Matter.TITLE_PAGE: (
        "cover covertitle titlepage title-page halftitle halftitlepage halftitle-page copyright-page"
        " copyright imprint imprimatur seriespage other-credits contributors pg-header pgheader"
    ),
    Matter.BACK_MATTER: (
        "bibliography colophon credits ad advertisement also-by endnotes footnotes rearnotes notes"
        " pg-footer pgfooter contentinfo"
    ),
    Matter.CONTENTS: "toc toc-brief loi lot loa lov navigation",
    Matter.INDEX: "index index-group index-entry-list",
}
PARTS: Final[Mapping[str, Matter]] = {
    word: matter for matter, words in _WORDS.items() for word in words.split()
}
_CLEAR: Final = frozenset({"pgheader", "pg-header", "pgfooter", "pg-footer", "footnotes", "endnotes", "toc"})
"""Words of that list that are clear as a class, too."""
_OF_WORD: Final = re.compile(r"mso(toc|index)(?:heading|\d)")
"""Classes in the pages that Word saves."""


def part_of(words: Iterable[str]) -> Matter | None:
    """Tell what is not the story by what it calls itself.

    >>> part_of(["frontmatter", "copyright-page"]), part_of(["bodymatter", "chapter"])
    (<Matter.TITLE_PAGE: 'title page'>, None)
    """
    return next((PARTS[word] for word in sorted(words) if word in PARTS), None)


def part_of_classes(classes: Iterable[str]) -> Matter | None:
    """Tell what is not the story by its classes, of which few are clear.

    >>> part_of_classes(["msotoc1"]), part_of_classes(["cover"])
    (<Matter.CONTENTS: 'contents'>, None)
    """
    words = [found[1] for word in classes if (found := _OF_WORD.fullmatch(word))]
    return part_of([*words, *_CLEAR.intersection(classes)])
