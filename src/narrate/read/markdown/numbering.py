"""The numbers of a list's items: which of them are said, and with which words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from markdown_it.token import Token

from narrate.model.story import Block, BlockKind, Piece
from narrate.read.pieces import tidy
from narrate.read.tiling import Draft

_BLANKS = re.compile(r"\s+")


class Number(NamedTuple):
    """A number that is said, and the item that it begins."""

    piece: Piece
    until: int
    """Where the item ends."""

    @property
    def start(self) -> int:
        """Where it stands."""
        return self.piece.start


def said_numbers(tokens: Sequence[Token]) -> set[int]:
    """Return the places of the list items whose number is said.

    It is not where the author wrote the same 1 (or 0) before every item and left the counting to others.
    """
    lists: list[list[int]] = []
    said: set[int] = set()
    for index, token in enumerate(tokens):
        if token.type.endswith("_list_open"):
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(index)
        elif token.type.endswith("_list_close"):
            items = lists.pop()
            lazy = len(items) > 1 and {tokens[item].info for item in items} in ({"0"}, {"1"})
            said.update([] if lazy else items)
    return said


def numbered(text: str, numbers: Iterable[Number], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Say every number with the words that follow it in its item; by itself where a break or nothing does."""
    parts: list[Number | Draft] = [*numbers, *drafts]
    waiting: list[Number] = []
    for part in sorted(parts, key=lambda part: part.start):
        together = isinstance(part, Number) or part.block.pieces
        if waiting and not (together and part.start < waiting[-1].until):
            yield _alone(text, waiting)
            waiting = []
        if isinstance(part, Number):
            waiting.append(part)
        else:
            yield _with_numbers(text, waiting, part) if waiting else part
            waiting = []
    if waiting:
        yield _alone(text, waiting)


def _alone(text: str, numbers: Sequence[Number]) -> Draft:
    return _with_numbers(text, numbers, Draft(numbers[0].start, Block(BlockKind.ITEM)))


def _with_numbers(text: str, numbers: Sequence[Number], draft: Draft) -> Draft:
    begins = [*(number.start for number in numbers[1:]), *(piece.start for piece in draft.block.pieces[:1])]
    before = [
        piece
        for number, following in zip(numbers, [*begins, len(text)], strict=False)
        for piece in _said(text, number, following)
    ]
    return Draft(numbers[0].start, replace(draft.block, pieces=tidy(text, [*before, *draft.block.pieces])))


def _said(text: str, number: Number, following: int) -> Iterator[Piece]:
    yield number.piece
    if blanks := _BLANKS.match(text, number.piece.end, following):
        yield Piece(" ", blanks.start(), blanks.end())
