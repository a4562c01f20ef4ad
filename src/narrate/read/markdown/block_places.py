"""Where the blocks of Markdown stand: markdown-it's block rules, made to note lines and places."""

from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]


class Shift(NamedTuple):
    """How places in the normalised text become places in the source."""

    starts: tuple[int, ...]
    """Where each line begins in the source, and one past its last character."""
    normal: tuple[int, ...]
    """Where it begins in the normalised text."""

    def place(self, line: int, at: int) -> int:
        """Return the source's place of a normalised one on that line."""
        return at + self.starts[line] - self.normal[line]


def placed_block(rule: BlockRule) -> BlockRule:
    """Make a rule note the places of its tokens: `meta["lines"]`, and of content `meta["places"]`."""

    def place(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[first:]:
            if token.map and token.type != "table_open":
                _note_lines(state, token, token.map)
        _note_places(state, state.tokens[first:])
        return True

    return place


def placed_list(rule: BlockRule) -> BlockRule:
    """Make the rule of lists note places: `meta["number"]`, a number's start and end, and its item's end."""

    def place(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[first:]:
            if token.type == "list_item_open" and token.info and token.map:
                token.meta.setdefault("number", _number(state, token, *token.map))
        return True

    return place


def _number(state: StateBlock, token: Token, line: int, last: int) -> tuple[int, int, int]:
    shift: Shift = state.env["shift"]
    at = shift.place(line, state.bMarks[line] + state.tShift[line])
    return at, at + len(token.info + token.markup), shift.starts[last]


def _note_lines(state: StateBlock, token: Token, lines: Sequence[int]) -> None:
    """Note where the lines of a token begin and end in the source, without the marks of its containers."""
    shift: Shift = state.env["shift"]
    token.meta["lines"] = [
        (shift.place(line, state.bMarks[line] + state.tShift[line]), shift.place(line, state.eMarks[line]))
        for line in range(*lines)
    ]


def _note_places(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Note where every character of the tokens' content stands in the source."""
    cursor: dict[int, int] = {}
    for above, token in pairwise([Token("", "", 0), *tokens]):
        if token.type == "html_block" and token.map:
            _wrapped_places(state, token, token.map)
        if token.type != "inline" or not token.map:
            continue
        if above.type == "paragraph_open" or (above.type == "heading_open" and above.markup in "=-"):
            _wrapped_places(state, token, token.map)
        else:
            line = token.map[0]
            at = cursor.get(line, state.bMarks[line] + state.tShift[line])
            at = _first(state, at + len(above.markup), token.content, "" if above.markup else "|")
            cursor[line] = _line_places(state, token, line, at)


def _wrapped_places(state: StateBlock, token: Token, lines: Sequence[int]) -> None:
    shift: Shift = state.env["shift"]
    texts: list[str] = []
    places = array("I")  # a list would take ten times the memory
    for line in range(*lines):
        begin, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        texts.append(state.src[begin:end])
        places.extend(range(shift.place(line, begin), shift.place(line, end) + 1))
    token.content = "\n".join(texts)
    token.meta["places"] = places


def _line_places(state: StateBlock, token: Token, line: int, at: int) -> int:
    """Follow the content along its line, over the backslashes that a table takes from before its pipes.

    Where it cannot be followed it is given up, and its words are read as strays.
    """
    shift: Shift = state.env["shift"]
    places = array("I")  # a list would take ten times the memory
    for sign in token.content:
        at += state.src[at] == "\\" != sign
        if state.src[at] != sign:
            token.content, places = "", array("I")
            break
        places.append(shift.place(line, at))
        at += 1
    token.meta["places"] = places
    return at


def _first(state: StateBlock, at: int, content: str, pipes: str) -> int:
    """Return where content begins, past blanks and pipes."""
    while content and (state.src[at] in pipes or (state.src[at].isspace() and state.src[at] != content[0])):
        at += 1
    return at
