"""Which pages of an EPUB are not the story: by what the book calls them, else by what stands on them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from narrate.model.metadata import Metadata
from narrate.model.story import BlockKind
from narrate.model.words import speakable
from narrate.read.flow import Matter, Paragraph
from narrate.read.headings import label_level
from narrate.read.html.marks import BLOCKS, local, words_of
from narrate.read.html.page import Page
from narrate.read.html.parts import part_of
from narrate.read.matter import called, is_called_notes, is_imprint

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHORT: Final = 6_000
"""Characters; what is longer is no title page or imprint, whatever its name."""
_NAMES: Final[Mapping[Matter, re.Pattern[str]]] = {
    Matter.TITLE_PAGE: re.compile(
        r"(?:book)?(?:cover|titlepage|halftitle(?:page)?|copyright(?:page)?|imprint|uncopyright)"
    ),
    Matter.CONTENTS: re.compile(r"(?:html)?(?:toc|contents|tableofcontents|nav|loi|lot)"),
    Matter.BACK_MATTER: re.compile(r"(?:colophon|backads?|ads?|adcard|newsletter|bibliography)"),
}
_OF_CREDITS: Final = "by a an the novel stories tale book von de par and of edited translated"
_CREDIT_WORDS: Final = frozenset(_OF_CREDITS.split())
_STRAY_WORDS: Final = 2


class Look(NamedTuple):
    """What a page looks like to who leafs through."""

    stem: str
    """Of its name, letters alone."""
    titles: tuple[str, ...]
    """Its entry in the table of contents, and its first line."""
    text: str
    credits: Metadata


Evidence: TypeAlias = Callable[[Look], "Matter | None"]


def named_parts(named: Iterable[tuple[str, str]]) -> dict[str, Matter]:
    """Return the pages that guide or landmarks call something else than the story."""
    parts = ((place, part_of([kind])) for kind, place in named if "#" not in place)
    return {place: part for place, part in parts if part}


def matter_of(page: Page, title: str, named: Mapping[str, Matter], credits_: Metadata) -> Matter:
    """Tell what a page is; `title` is its entry in the table of contents."""
    look = look_at(page, title, credits_)
    told = named.get(page.name)
    if told and (len(look.text) <= _SHORT or told is not Matter.TITLE_PAGE):
        return told
    return next(filter(None, (evidence(look) for evidence in EVIDENCE)), Matter.STORY)


def look_at(page: Page, title: str, credits_: Metadata) -> Look:
    """Leaf through a page."""
    stem = re.sub(r"[^a-z]", "", PurePosixPath(page.name).stem.lower())
    titles = tuple(filter(None, (title, first_line(page.body))))
    return Look(stem, titles, words_of(page.body), credits_)


def _by_title(look: Look) -> Matter | None:
    """Believe a page that is called what it is, unless a whole story stands on it."""
    for title in look.titles:
        matter = Matter.BACK_MATTER if is_called_notes(title) else called(title)
        if matter and (matter is not Matter.TITLE_PAGE or len(look.text) <= _SHORT):
            return matter
    return None


def _by_imprint(look: Look) -> Matter | None:
    labelled = any(label_level(title) for title in look.titles)
    is_one = len(look.text) <= _SHORT and not labelled and is_imprint(look.text)
    return Matter.TITLE_PAGE if is_one else None


def _by_name(look: Look) -> Matter | None:
    if len(look.text) > _SHORT or any(label_level(title) for title in look.titles):
        return None
    return next((matter for matter, pattern in _NAMES.items() if pattern.fullmatch(look.stem)), None)


def _by_credits(look: Look) -> Matter | None:
    """Tell a title page by its saying nothing but who wrote what, and who published it."""
    return Matter.TITLE_PAGE if _says_only_credits(look.text, look.credits) else None


def _says_only_credits(text: str, told: Metadata) -> bool:
    words, known = _words(text), _known_words(told)
    strays = [word for word in words if word not in known]
    says_title = bool(told.title) and set(_words(told.title)) <= set(words)
    return says_title and len(strays) <= min(_STRAY_WORDS, len(words) // 3)


def _known_words(told: Metadata) -> frozenset[str]:
    names = (told.title, told.author, told.translator, told.publisher, told.series, told.date)
    return _CREDIT_WORDS.union(*map(_words, names))


def without_title_page(paragraphs: Sequence[Paragraph], told: Metadata) -> Sequence[Paragraph]:
    """Set apart a title page that stands on one page with the first chapter, above that one's heading."""
    known = _known_words(told)
    heads = (at for at, each in enumerate(paragraphs) if each.kind is BlockKind.HEADING and each.is_story)
    first = next((at for at in heads if not known.issuperset(_words(paragraphs[at].text))), 0)
    above = paragraphs[:first]
    if not _says_only_credits(" ".join(each.text for each in above if each.is_story), told):
        return paragraphs
    apart = (replace(each, matter=Matter.TITLE_PAGE) if each.is_story else each for each in above)
    return [*apart, *paragraphs[first:]]


EVIDENCE: Final[tuple[Evidence, ...]] = (_by_title, _by_imprint, _by_name, _by_credits)
"""From the strongest to the weakest."""


def _words(text: str) -> Sequence[str]:
    return re.findall(r"\w+", text.casefold())


def first_line(body: "_Element") -> str:
    """Return the words of the first block that has any and no other block inside."""
    for each in body.iter("*"):
        is_leaf = local(each.tag) in BLOCKS and not any(
            local(inner.tag) in BLOCKS for inner in each.iterdescendants()
        )
        if is_leaf and speakable(words := words_of(each)):
            return words
    return ""
