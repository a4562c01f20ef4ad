"""How the words in an element of HTML are to be read: one rule after the other."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from narrate.model.story import BlockKind
from narrate.read.flow import Matter
from narrate.read.html.marks import Mark
from narrate.read.html.parts import part_of, part_of_classes

_UNREAD: Final = (
    "annotation annotation-xml applet audio button canvas datalist embed frameset head iframe input map"
    " noembed noframes noscript object progress rp rt rtc script select style svg template textarea"
    " title video"
)
_NEVER_READ: Final = frozenset(_UNREAD.split())
_LISTS_FOR_MACHINES: Final = frozenset({"landmarks", "page-list"})
_VERSE: Final = frozenset(
    ["poem", "poetry", "verse", "stanza", "linegroup", "line-group", "lg", "lyrics", "song", "hymn"]
)
_PAGES: Final = frozenset(["pagebreak", "pagenum", "pagenumber", "page-number", "pageno"])
_CAPTIONS: Final = frozenset({"caption", "figcaption", "msocaption"})
_CODE: Final = frozenset(["code", "listing", "programlisting", "sourcecode", "highlight"])
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LOWEST: Final = 6
_TITLES: Final = frozenset({"title", "subtitle", "fulltitle", "ordinal"})
"""Types of lines below a heading."""
_LEVELLED: Final = re.compile(r"h(?:ead(?:ing)?)?[-_]?([1-6])")
_CALLED: Final = (
    (re.compile(r"(?:part|book)[-_]?(?:title|head|heading|name|number|num|no)|msotitle"), 1),
    (re.compile(r"(?:chapter|chap|ch)[-_]?(?:title|head|heading|name|number|num|no)"), 2),
    (re.compile(r"(?:section|sect?)[-_]?(?:title|head|heading|name|number|num|no)|msosubtitle"), 3),
)
"""Classes of paragraphs that printers set as headings, and their levels."""
_CONTAINERS: Final = (BlockKind.QUOTE, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the words in an element, and is handed down to those inside it."""

    kind: BlockKind = BlockKind.PROSE
    level: int = 0
    matter: Matter = Matter.STORY
    """Of the paragraph."""
    inline: Matter = Matter.STORY
    """Of the words alone."""
    note: str = ""
    """The note that they are a part of."""
    reference: str = ""
    """What they refer to."""
    language: str = ""
    """Where it is not the book's."""
    preserved: bool = False
    """Whether white space and line ends are as the author wants them."""
    row: bool = False
    """Whether they stand in a row of a table, which is one paragraph."""


Rule: TypeAlias = Callable[[Mark, Setting], Setting]


def is_read(mark: Mark) -> bool:
    """Tell whether anybody who looks at a page reads the words of such an element."""
    return not (mark.is_hidden or mark.tag in _NEVER_READ or mark.types & _LISTS_FOR_MACHINES)


def is_verse(mark: Mark) -> bool:
    """Tell a poem, or a stanza of one."""
    return bool(mark.classes & _VERSE) or any(kind.removeprefix("z3998:") in _VERSE for kind in mark.types)


def within(mark: Mark, around: Setting) -> Setting:
    """Return the setting of an element that stands in another one's."""
    for rule in RULES:
        around = rule(mark, around)
    return around


def _part(mark: Mark, around: Setting) -> Setting:
    """Set apart what is not the story."""
    part = part_of(["toc"] if mark.tag == "nav" else mark.types) or part_of_classes(mark.classes)
    return replace(around, matter=part) if part and around.matter is Matter.STORY else around


def _page_number(mark: Mark, around: Setting) -> Setting:
    is_one = _PAGES & (mark.types | mark.classes)
    return replace(around, inline=Matter.PAGE_NUMBER) if is_one else around


def _heading(mark: Mark, around: Setting) -> Setting:
    """Make a heading, but inside a quotation or list a part of that."""
    level = _HEADINGS.get(mark.tag, 0) or (_level_of_paragraph(mark) if mark.tag in {"p", "div"} else 0)
    if "heading" in mark.types:
        given = mark.attributes.get("aria-level", "2")
        level = min(int(given), 6) if given.isdecimal() else 2
    if not level or around.kind in _CONTAINERS or around.note or around.row:
        return around
    return replace(around, kind=BlockKind.HEADING, level=level)


def _level_of_paragraph(mark: Mark) -> int:
    """Tell a heading that is written as a paragraph; 0 for what is none.

    >>> called = [Mark("p", {}, frozenset([name]), frozenset()) for name in ("h3", "part-title", "t")]
    >>> [_level_of_paragraph(mark) for mark in called]
    [3, 1, 0]
    """
    levelled = (int(found[1]) for word in mark.classes if (found := _LEVELLED.fullmatch(word)))
    called = (level for words, level in _CALLED if any(map(words.fullmatch, mark.classes)))
    typed = _LOWEST if mark.tag == "p" and mark.types & _TITLES else 0
    return min(levelled, default=0) or next(called, typed)


def _container(mark: Mark, around: Setting) -> Setting:
    """Enter a quotation or an item."""
    if mark.tag == "blockquote":
        return replace(around, kind=BlockKind.QUOTE)
    return replace(around, kind=BlockKind.ITEM) if mark.tag in {"li", "dt", "dd"} else around


def _verse(mark: Mark, around: Setting) -> Setting:
    return replace(around, kind=BlockKind.VERSE) if is_verse(mark) else around


def _preserved(mark: Mark, around: Setting) -> Setting:
    if mark.tag != "pre":
        return around
    code = Matter.CODE if mark.classes & _CODE and around.matter is Matter.STORY else around.matter
    return replace(around, kind=BlockKind.VERSE, preserved=True, matter=code)


def _code(mark: Mark, around: Setting) -> Setting:
    """Tell a listing from a word of code, which is a word of its sentence."""
    is_one = mark.tag in {"code", "samp"} and around.preserved and around.matter is Matter.STORY
    return replace(around, matter=Matter.CODE) if is_one else around


def _caption(mark: Mark, around: Setting) -> Setting:
    is_one = mark.tag in _CAPTIONS or mark.classes & _CAPTIONS
    return replace(around, matter=Matter.CAPTION) if is_one and around.matter is Matter.STORY else around


def _row(mark: Mark, around: Setting) -> Setting:
    if mark.tag != "tr":
        return around
    matter = Matter.TABLE if around.matter is Matter.STORY else around.matter
    return replace(around, kind=BlockKind.ITEM, matter=matter, row=True, level=0)


RULES: Final[tuple[Rule, ...]] = (
    _part,
    _page_number,
    _heading,
    _container,
    _verse,
    _preserved,
    _code,
    _caption,
    _row,
)
