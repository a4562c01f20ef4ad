"""The fields of a Word document (ISO/IEC 29500-1, 17.16): instructions are never read, results are."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from narrate.read.flow import Matter
from narrate.read.office.tree import told

if TYPE_CHECKING:
    from lxml.etree import _Element

_RESULTS: Final[Mapping[str, Matter]] = {
    "TOC": Matter.CONTENTS,
    "TOA": Matter.CONTENTS,
    "INDEX": Matter.INDEX,
    "BIBLIOGRAPHY": Matter.BACK_MATTER,
    "PAGE": Matter.PAGE_NUMBER,
    "NUMPAGES": Matter.PAGE_NUMBER,
    "SECTIONPAGES": Matter.PAGE_NUMBER,
}


def result_of(instruction: str) -> Matter:
    r"""Tell what a field gives by its instruction.

    >>> result_of(r' TOC \o "1-3" '), result_of("REF chapter2")
    (<Matter.CONTENTS: 'contents'>, <Matter.STORY: 'story'>)
    """
    return _RESULTS.get(next(iter(instruction.upper().split()), ""), Matter.STORY)


class Fields:
    """The fields that are open at a place of a part, outermost first; fields may span paragraphs."""

    def __init__(self, part: "_Element") -> None:
        self._closed = set(_closed(part))
        self._open: list[_Field] = []

    @property
    def silent(self) -> bool:
        """Whether the place is inside an instruction."""
        return not all(field.has_result for field in self._open)

    @property
    def matter(self) -> Matter:
        """What the place is by the outermost field that says so."""
        matters = (result_of(field.instruction) for field in self._open)
        return next((matter for matter in matters if matter is not Matter.STORY), Matter.STORY)

    def turn(self, mark: "_Element") -> None:
        """Pass the mark (`w:fldChar`) at which a field begins, comes to its result, or ends."""
        turn = told(mark, "fldCharType")
        if turn == "begin" and mark in self._closed:
            self._open.append(_Field())
        elif turn == "separate" and self._open:
            self._open[-1].has_result = True
        elif turn == "end" and self._open:
            self._open.pop()

    def instruct(self, words: str) -> None:
        """Pass words of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction += words

    def enter(self, instruction: str) -> None:
        """Enter the result of a simple field."""
        self._open.append(_Field(instruction, has_result=True))

    def leave(self) -> None:
        """Leave a simple field."""
        self._open.pop()


class _Field:
    def __init__(self, instruction: str = "", *, has_result: bool = False) -> None:
        self.instruction = instruction
        self.has_result = has_result


def _closed(part: "_Element") -> "Iterator[_Element]":
    """Yield the marks at which fields begin that end; one that never does would swallow the book."""
    begun: list[_Element] = []
    for mark in part.iter("{*}fldChar"):
        turn = told(mark, "fldCharType")
        if turn == "begin":
            begun.append(mark)
        elif turn == "end" and begun:
            yield begun.pop()
