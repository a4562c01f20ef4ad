"""The styles of an OpenDocument text: what a paragraph is, in which language, and whether it is seen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from narrate.read.office.roles import Role, first_role, role_of
from narrate.read.office.tongues import Script, script_of
from narrate.read.office.tree import child, children, name, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPED = re.compile(r"_([0-9a-f]{2,4})_")
_UNTOLD: Final = frozenset({"", "none", "zxx", "mul"})
_ENDINGS: Final[Mapping[Script, str]] = {
    Script.WESTERN: "",
    Script.ASIAN: "-asian",
    Script.COMPLEX: "-complex",
}
"""Of the attributes that tell a language."""


class Styles:
    """The styles of one document: those of its own (`P1`) are in its content, the others beside it."""

    def __init__(self, *parts: "_Element | None") -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._defaults: dict[str, _Element] = {}
        for sheet in (sheet for part in parts for sheet in children(part, "styles", "automatic-styles")):
            self._styles |= {_key(each): each for each in children(sheet, "style")}
            self._defaults |= {told(each, "family"): each for each in children(sheet, "default-style")}
        self._chain = cache(lambda family, style: tuple(self._based_on(family, style)))

    def role(self, style: str) -> Role:
        """Tell what a paragraph is by the name of its style, be that one that is nowhere explained."""
        chain = self._chain("paragraph", style)
        names = [_named(each) for each in chain if _is_named(each)]
        known = ("paragraph", style) in self._styles
        return first_role(map(role_of, names if known else [_plain(style)]))

    def is_ruled(self, style: str) -> bool:
        """Tell whether a line is drawn over or under a paragraph."""
        sheets = [child(each, "paragraph-properties") for each in self._chain("paragraph", style)]
        return any(_nearest(sheets, side, ("",)) not in _UNTOLD for side in ("border-bottom", "border-top"))

    def is_paged(self, style: str) -> bool:
        """Tell whether a paragraph begins a page."""
        chain = list(self._chain("paragraph", style))
        sheets = [child(each, "paragraph-properties") for each in chain]
        return _nearest(sheets, "break-before", ("",)) == "page" or any(
            told(each, "master-page-name") for each in chain[:1]
        )

    def faces(self, family: str, style: str) -> "tuple[_Element, ...]":
        """Return the properties of words in a paragraph or a span (`text`), nearest first."""
        sheets = (child(each, "text-properties") for each in self._chain(family, style))
        return tuple(sheet for sheet in sheets if sheet is not None)

    def _based_on(self, family: str, style: str) -> "Iterator[_Element]":
        seen = set()
        while (family, style) in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[family, style]
            style = told(self._styles[family, style], "parent-style-name")
        if family in self._defaults:
            yield self._defaults[family]


def is_hidden(faces: "Iterable[_Element]") -> bool:
    """Tell whether words are hidden text."""
    return _nearest(faces, "display", ("",)) == "none"


def language_of(text: str, faces: "Iterable[_Element]") -> str:
    """Return the language that words of such a script are marked to be in, as a BCP 47 tag."""
    ending = _ENDINGS[script_of(text)]
    marked = (face for face in faces if told(face, f"language{ending}"))
    nearest = next(marked, None)
    language, country = (told(nearest, f"{part}{ending}") for part in ("language", "country"))
    return "" if language in _UNTOLD else "-".join([language, *({country} - _UNTOLD)])


def _nearest(sheets: "Iterable[_Element | None]", attribute: str, untold: Iterable[str]) -> str:
    values = (told(sheet, attribute) for sheet in sheets)
    return next((value for value in values if value not in untold), "")


def _key(style: "_Element") -> tuple[str, str]:
    return told(style, "family"), told(style, "name")


def _is_named(style: "_Element") -> bool:
    """Tell a writer's style from what a program makes of a paragraph with a property of its own (`P1`)."""
    return name(style) == "style" and name(style.getparent()) == "styles"


def _named(style: "_Element") -> str:
    return told(style, "display-name") or _plain(told(style, "name"))


def _plain(escaped: str) -> str:
    """Return the name that a writer sees.

    >>> _plain("Heading_20_1")
    'Heading 1'
    """
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), escaped)
