"""Notes in HTML: what is a reference to one, what is its text, and what leads back."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from narrate.read.html.links import target
from narrate.read.html.loose_notes import is_called_note, loose_references, own_marks
from narrate.read.html.marks import Mark, above, local, mark_of, words_of
from narrate.read.html.page import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKER: Final = re.compile(r"[\[({]?(?:\d{1,4}|[*∗†‡§¶‖#]{1,4}|[a-z]|[ivxlc]{1,6})[\])}]?\.?", re.IGNORECASE)  # noqa: RUF001 - what printers set
_BRACKETED: Final = re.compile(r"[\[({].+[\])}]")
_CALLED: Final = re.compile(r"_?(?:fn|ftn|edn|foot|endn|note)|(?:n|en)\W?\d", re.IGNORECASE)
_BODIES: Final = frozenset({"footnote", "endnote", "rearnote"})
_REFERENCES: Final = frozenset({"noteref", "footnoteref", "footnote-ref", "footnote-reference", "endnoteref"})
_LARGE: Final = "html body main article section table tbody h1 h2 h3 h4 h5 h6"
_TOO_MUCH: Final = frozenset(_LARGE.split())
"""Where a link leads to one of these, its target is no note."""


class Notes(NamedTuple):
    """The elements that have to do with notes, by what they are."""

    references: dict["_Element", str]
    """The name of the note that an element refers to."""
    bodies: dict["_Element", str]
    """The name of the note that an element is."""
    returns: frozenset["_Element"]
    """In notes, links that lead back to where they are referred to, and their own marks."""


class _Link(NamedTuple):
    element: "_Element"
    mark: Mark
    place: int
    """Elements before it."""
    anchor: str
    """Where it leads."""

    @property
    def is_sure(self) -> bool:
        return bool(_REFERENCES & (self.mark.types | self.mark.classes))


def find_notes(pages: Sequence[Page]) -> Notes:
    """Find the notes of all pages of a book: by their types and classes, else by links like references.

    Such a link is one sign or number, set high, in brackets or with an address that says so; it leads
    forward, or to what another one leads to; and its target is no larger than a block.
    """
    places: dict[str, tuple[int, _Element]] = {}
    links: list[_Link] = []
    bodies: dict[_Element, str] = {}
    for place, (page, element) in enumerate(_elements(pages)):
        mark = mark_of(element)
        for name in mark.identifiers:
            places.setdefault(page.anchor(name), (place, element))
        called = is_called_note(mark) and not any(each in bodies for each in above(element))
        if mark.types & _BODIES or called:
            bodies[element] = page.anchor(mark.attributes.get("id") or f"{local(element.tag)} {place}")
        if mark.tag == "a" and "href" in mark.attributes:
            links.append(_Link(element, mark, place, target(page.name, mark.attributes["href"])))
    references = dict(_references(links, places, bodies))
    references |= loose_references(pages, bodies, frozenset(references.values()))
    returns = (link.element for link in links if _leads_back(link, places, references, bodies))
    return Notes(references, bodies, frozenset([*returns, *own_marks(bodies)]))


def _elements(pages: Sequence[Page]) -> Iterator[tuple[Page, "_Element"]]:
    for page in pages:
        for element in page.root.iter("*"):
            yield page, element


def _references(
    links: Sequence[_Link], places: dict[str, tuple[int, "_Element"]], bodies: dict["_Element", str]
) -> Iterator[tuple["_Element", str]]:
    """Yield the references with the names of their notes, which are added to the `bodies`."""
    for link in links:
        place, found = places.get(link.anchor, (-1, None))
        known = (
            next((bodies[each] for each in above(found) if each in bodies), "") if found is not None else ""
        )
        if known and (link.is_sure or _looks_like_one(link)) and not _stands_in(link.element, known, bodies):
            yield link.element, known
        elif link.is_sure or (place > link.place and _looks_like_one(link)):
            body = _body(found, link.element) if found is not None else None
            if body is not None:
                bodies[body] = link.anchor
            if body is not None or link.is_sure:
                yield link.element, link.anchor


def _stands_in(element: "_Element", name: str, bodies: dict["_Element", str]) -> bool:
    return any(bodies.get(each) == name for each in above(element))


def _looks_like_one(link: _Link) -> bool:
    words = words_of(link.element)
    if not _MARKER.fullmatch(words):
        return False
    around = [link.element, link.element.getparent(), *link.element]
    raised = any(mark_of(each).is_raised for each in around if each is not None)
    return raised or bool(_BRACKETED.fullmatch(words) or _CALLED.match(link.anchor.rpartition("#")[2]))


def _body(found: "_Element", reference: "_Element") -> "_Element | None":
    """Return the block that a reference leads into, or the whole note around that; None for what is none."""
    block = next((each for each in above(found) if mark_of(each).is_block), found)
    if local(block.tag) in {"td", "th"}:
        block = next((each for each in above(block) if local(each.tag) == "tr"), block)
    parent = block.getparent()
    if parent is not None and mark_of(parent).classes & _BODIES and local(parent.tag) not in _TOO_MUCH:
        block = parent
    around = block in above(reference)
    return None if around or local(block.tag) in _TOO_MUCH else block


def _leads_back(
    link: _Link,
    places: dict[str, tuple[int, "_Element"]],
    references: dict["_Element", str],
    bodies: dict["_Element", str],
) -> bool:
    """Tell a note's link to its reference: so typed, or a sign or number that leads to before itself."""
    if link.element in references or not any(each in bodies for each in above(link.element)):
        return False
    if "backlink" in link.mark.types:
        return True
    words = words_of(link.element)
    bare = not any(map(str.isalnum, words)) or _MARKER.fullmatch(words) or words.lower() in {"back", "return"}
    return bool(bare) and places.get(link.anchor, (-1, None))[0] < link.place
