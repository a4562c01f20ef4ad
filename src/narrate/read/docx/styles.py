"""The styles of a Word document: what a paragraph is, in which language, and whether it is seen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from narrate.model.story import BlockKind
from narrate.read.docx.numbering import Numbering
from narrate.read.office.roles import PLAIN, Role, first_role, heading, role_of
from narrate.read.office.tongues import Script, script_of
from narrate.read.office.tree import child, children, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF: Final = frozenset({"0", "false", "off", "none", "nil"})
_OUTLINE: Final = frozenset("012345678")
"""Outline levels of headings; 9 is that of all other text."""

_LANGUAGES: Final[Mapping[Script, str]] = {
    Script.WESTERN: "val",
    Script.ASIAN: "eastAsia",
    Script.COMPLEX: "bidi",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is, and the faces of its words where they have none of their own."""

    role: Role
    ruled: bool
    """Whether a line is drawn over or under it."""
    paged: bool
    """Whether it begins a page."""
    numbered: tuple[str, int]
    """The list that counts it, empty where none does, and its level there."""
    faces: "tuple[_Element, ...]"
    """Properties of runs (`w:rPr`), nearest first."""


class Styles:
    """The styles of one document; without a part of styles nothing has a role."""

    def __init__(self, part: "_Element | None", numbering: Numbering) -> None:
        self._numbering = numbering
        self._styles: Mapping[str, _Element] = {
            told(each, "styleId"): each for each in children(part, "style")
        }
        self._usual = next((key for key, each in self._styles.items() if _is_usual(each)), "")
        self._face = child(part, "docDefaults", "rPrDefault", "rPr")
        self._chain = cache(lambda style: tuple(self._based_on(style)))

    def look(self, properties: "_Element | None") -> Look:
        """Return the look of a paragraph by its properties (`w:pPr`)."""
        style = told(child(properties, "pStyle"), "val") or self._usual
        chain = self._chain(style)
        sheets = _given([properties, *(child(each, "pPr") for each in chain)])
        faces = _given([*(child(each, "rPr") for each in chain), self._face])
        role = _outlined(properties) or self._role(style, sheets)
        return Look(role, _is_ruled(sheets), _is_paged(sheets), self._numbered(style, sheets), faces)

    def _numbered(self, style: str, sheets: "Iterable[_Element]") -> tuple[str, int]:
        given = next(
            (found for sheet in sheets if (found := child(sheet, "numPr", "ilvl")) is not None), None
        )
        level, number = told(given, "val"), _list_of(sheets)
        return number, int(level) if level.isdecimal() else self._numbering.level_of(style, number)

    def _role(self, style: str, sheets: "Iterable[_Element]") -> Role:
        """Tell what a style is for, be it one that is nowhere explained."""
        chain = self._chain(style)
        role = first_role(map(_of_style, chain)) if chain else role_of(style) or PLAIN
        return Role(BlockKind.ITEM) if role == PLAIN and _list_of(sheets) else role

    def faces(self, own: "_Element | None", look: Look) -> "tuple[_Element, ...]":
        """Return the properties of a run, nearest first: its own, those of its style, its paragraph's."""
        chain = self._chain(told(child(own, "rStyle"), "val"))
        return _given([own, *(child(style, "rPr") for style in chain), *look.faces])

    def _based_on(self, style: str) -> "Iterator[_Element]":
        seen = {""}
        while style not in seen and style in self._styles:
            seen.add(style)
            yield self._styles[style]
            style = told(child(self._styles[style], "basedOn"), "val")


def is_hidden(faces: "Iterable[_Element]") -> bool:
    """Tell whether words are hidden text."""
    marks = (mark for face in faces if (mark := child(face, "vanish")) is not None)
    return any(told(mark, "val") not in _OFF for mark in list(marks)[:1])


def language_of(text: str, faces: "Iterable[_Element]") -> str:
    """Return the language that words of such a script are marked to be in."""
    attribute = _LANGUAGES[script_of(text)]
    tags = (told(child(face, "lang"), attribute) for face in faces)
    return next((tag for tag in tags if tag), "").removeprefix("x-none")


def _given(sheets: "Iterable[_Element | None]") -> "tuple[_Element, ...]":
    return tuple(sheet for sheet in sheets if sheet is not None)


def _is_usual(style: "_Element") -> bool:
    return told(style, "type") == "paragraph" and told(style, "default") in {"1", "true", "on"}


def _of_style(style: "_Element") -> Role | None:
    return role_of(told(child(style, "name"), "val")) or _outlined(child(style, "pPr"))


def _outlined(sheet: "_Element | None") -> Role | None:
    level = told(child(sheet, "outlineLvl"), "val")
    return heading(int(level) + 1) if level in _OUTLINE else None


def _list_of(sheets: "Iterable[_Element]") -> str:
    """Return the number of a paragraph's list; 0 takes it out of that of its style."""
    numbers = (told(child(sheet, "numPr", "numId"), "val") for sheet in sheets)
    return next((number for number in numbers if number), "").removeprefix("0")


def _is_paged(sheets: "Iterable[_Element]") -> bool:
    breaks = (mark for sheet in sheets if (mark := child(sheet, "pageBreakBefore")) is not None)
    return any(told(mark, "val") not in _OFF for mark in list(breaks)[:1])


def _is_ruled(sheets: "Iterable[_Element]") -> bool:
    borders = next((found for sheet in sheets if (found := child(sheet, "pBdr")) is not None), None)
    return any(told(line, "val") not in _OFF for line in children(borders, "top", "bottom", "between"))
