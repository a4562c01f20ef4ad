"""The walk through a page's elements, from which its paragraphs come."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from narrate.model.story import BlockKind
from narrate.read.flow import Matter, Paragraph
from narrate.read.html.composing import Composer
from narrate.read.html.contents import find_contents
from narrate.read.html.head import language_tag
from narrate.read.html.marks import Mark, above, local, mark_of
from narrate.read.html.notes import Notes
from narrate.read.html.page import Page
from narrate.read.html.pictured import stands_for
from narrate.read.html.setting import Setting, is_read, within
from narrate.read.html.surroundings import is_permalink, main_part, surroundings

if TYPE_CHECKING:
    from lxml.etree import _Element

_ORNAMENTS: Final = frozenset({"scenebreak", "scene-break", "section-break", "ornament", "separator"})
_CELLS: Final = frozenset({"td", "th"})
_MOST_BLOCKS: Final = 1
"""In a cell; more are a page's layout, not a table."""


class Walk:
    """One walk through a page: it knows the settings of all elements that it stands in."""

    def __init__(self, page: Page, notes: Notes, language: str) -> None:
        self._page = page
        self._notes = notes
        self._language = language
        self._composer = Composer()
        self._around: list[Composer] = []
        """Those of the paragraphs in whose midst a note stands."""
        self._apart = dict.fromkeys(find_contents(page), Matter.CONTENTS)
        self._main: _Element | None = None
        """The part of a page on the web that holds its text."""
        if not page.name:
            self._apart |= surroundings(page.root)
            self._main = main_part(page.root)
        self._layouts: set[_Element] = set()
        """Tables that are none."""

    def through(self, root: "_Element", outermost: Setting) -> Iterator[Paragraph]:
        """Yield the paragraphs inside an element, and one without words for names that stand behind them."""
        from lxml import etree

        settings = [replace(outermost, language=self._language_in(mark_of(self._page.root), ""))]
        if self._page.name:
            self._composer.mark(self._page.name)
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                mark = mark_of(element)
                settings.append(self._setting(element, mark, settings[-1]))
                if not self._is_read(element, mark):
                    walker.skip_subtree()
                    continue
                yield from self._enter(element, mark, settings[-1], settings[-2])
                if words := stands_for(element, mark, settings[-1]):
                    self._composer.say(words, settings[-1])
                    walker.skip_subtree()
            else:
                inner = settings.pop()
                yield from self._leave(element, inner, settings[-1])
                if element is not root and element.tail:
                    self._composer.say(element.tail, settings[-1])
        yield from self._composer.rest()

    def _is_read(self, element: "_Element", mark: Mark) -> bool:
        return element in self._notes.bodies or is_read(mark)

    def _setting(self, element: "_Element", mark: Mark, around: Setting) -> Setting:
        if element in self._notes.bodies:
            around = replace(
                around, note=self._notes.bodies[element], matter=Matter.STORY, kind=BlockKind.PROSE
            )
        if element is self._main:
            around = replace(around, matter=Matter.STORY)
        if element in self._apart and around.matter is Matter.STORY and not around.note:
            around = replace(around, matter=self._apart[element])
        if is_permalink(element, mark):
            around = replace(around, inline=Matter.APART)
        if element in self._notes.references:
            around = replace(around, reference=self._notes.references[element])
        if element in self._notes.returns:
            around = replace(around, reference=f"{self._page.name} back")
        around = replace(around, language=self._language_in(mark, around.language))
        if mark.tag == "table" and is_layout(element):
            self._layouts.add(element)
        if mark.tag == "tr" and self._layouts.intersection(above(element)):
            return around
        return within(mark, around)

    def _language_in(self, mark: Mark, around: str) -> str:
        """Return the language of an element's words, empty where it is the book's."""
        said = language_tag(mark.language)
        return ("" if is_same(said, self._language) else said) if said else around

    def _enter(
        self, element: "_Element", mark: Mark, setting: Setting, around: Setting
    ) -> Iterator[Paragraph]:
        if self._is_inset(element, mark):
            self._around.append(self._composer)
            self._composer = Composer()
        if mark.tag == "br":
            self._turn(setting)
        elif mark.is_block:
            yield from self._border(element, mark, (setting, around), opens=True)
        for name in mark.identifiers:
            self._composer.mark(self._page.anchor(name))
        if mark.tag == "hr" or (mark.classes & _ORNAMENTS and not "".join(element.itertext()).strip()):
            yield from self._composer.scene()
        if element.text:
            self._composer.say(element.text, setting)

    def _leave(self, element: "_Element", inner: Setting, around: Setting) -> Iterator[Paragraph]:
        mark = mark_of(element)
        if mark.is_block and self._is_read(element, mark):
            yield from self._border(element, mark, (inner, around), opens=False)
        if self._is_inset(element, mark):
            yield from self._composer.rest()
            self._composer = self._around.pop()

    def _is_inset(self, element: "_Element", mark: Mark) -> bool:
        """Tell a note that stands in the midst of a paragraph, which goes on behind it."""
        if element not in self._notes.bodies:
            return False
        return not mark.is_block or any(local(each.tag) == "p" for each in element.iterancestors())

    def _border(
        self, element: "_Element", mark: Mark, settings: tuple[Setting, Setting], *, opens: bool
    ) -> Iterator[Paragraph]:
        """Cross the border of a block: a paragraph ends, but in a row a cell, and in a stanza a line."""
        setting, around = settings
        if setting.row and mark.tag != "tr":
            if opens and mark.tag in _CELLS:
                self._composer.cell()
            else:
                self._composer.space()
        elif around.kind is BlockKind.VERSE and not around.preserved and _is_line(element):
            if opens and not self._composer.is_empty:
                self._composer.turn()
        else:
            yield from self._composer.end()

    def _turn(self, setting: Setting) -> None:
        if setting.row:
            self._composer.space()
        else:
            self._composer.turn()


def is_layout(table: "_Element") -> bool:
    """Tell a table that only arranges a page: a single column, or cells of several blocks."""
    rows = [[cell for cell in each if local(cell.tag) in _CELLS] for each in table.iter("{*}tr")]
    blocks = (sum(mark_of(inner).is_block for inner in cell) for cells in rows for cell in cells)
    single = max(map(len, rows), default=0) < 2  # noqa: PLR2004 - one cell beside another
    return single or max(blocks, default=0) > _MOST_BLOCKS or _is_arranged(table)


def _is_arranged(table: "_Element") -> bool:
    if mark_of(table).types & {"presentation", "none"}:
        return True
    inside = (local(each.tag) for each in table.iterdescendants())
    return any(tag in {"table", "h1", "h2", "h3"} for tag in inside)


def _is_line(element: "_Element") -> bool:
    """Tell a block of a poem that is one line of it: it holds no other, and no line break."""
    inside = (mark_of(each) for each in element.iterdescendants())
    return not any(mark.is_block or mark.tag == "br" for mark in inside)


def is_same(language: str, other: str) -> bool:
    """Tell whether two tags name one language, as far as both say.

    >>> is_same("en-GB", "en"), is_same("en", ""), is_same("en-GB", "en-US"), is_same("fr", "en")
    (True, False, False, False)
    """
    one, two = language.lower().split("-"), other.lower().split("-")
    return all(mine == theirs for mine, theirs in zip(one, two, strict=False))
