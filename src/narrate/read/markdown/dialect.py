"""Our dialect of Markdown: the rules that differ, so that no author's words are taken for machinery."""

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from narrate.read.breaks import is_scene_break
from narrate.read.markdown.block_places import BlockRule

_FENCE_END = re.compile(r"(```|~~~)[ \t]*$")
_ADDRESS = re.compile(r"[/#:@]|\.\w\w")


def closed(fence: BlockRule) -> BlockRule:
    """Take an opening fence that is never closed for a stray mark, not for the rest of the book."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
        if silent or not fence(state, start, end, True):  # noqa: FBT003 - markdown-it's shape
            return fence(state, start, end, silent)
        if start < _last_fence(state, start):
            fence(state, start, end, False)  # noqa: FBT003 - markdown-it's shape
            if _is_closing(state, state.tokens[-1], start):
                return True
            state.tokens.pop()
        state.line = start + 1
        state.push("stray", "", 0).map = [start, state.line]
        return True

    return rule


def last_fences(lines: Sequence[str]) -> dict[str, int]:
    """Return for each mark of a fence the last line that can close one."""
    return {line.rstrip()[-1]: number for number, line in enumerate(lines) if _FENCE_END.search(line)}


def _last_fence(state: StateBlock, start: int) -> int:
    lasts: dict[str, int] = state.env["last_fences"]
    return lasts.get(state.src[state.bMarks[start] + state.tShift[start]], 0)


def _is_closing(state: StateBlock, token: Token, start: int) -> bool:
    last = state.line - 1
    line = state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].rstrip()
    return last > start and line.startswith(token.markup) and not line.strip(token.markup[0])


def addressed(reference: BlockRule) -> BlockRule:
    """Take `[Narrator]: Hello` for words: a link definition must lead somewhere."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
        if not reference(state, start, end, silent):
            return False
        found = state.tokens[-1]
        if _ADDRESS.search(found.meta["url"]):
            return True
        if state.env["references"][found.meta["id"]]["map"] == found.map:
            del state.env["references"][found.meta["id"]]
        state.tokens.pop()
        state.line = start
        return False

    return rule


def ornament(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    """Take an ornament between scenes for a thematic break; lines of `-` and `=` have their own rules."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not is_scene_break(line) or line.startswith(("-", "=")):
        return False
    if not silent:
        state.line = start + 1
        state.push("hr", "hr", 0).map = [start, state.line]
    return True


def line_end(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    """Take a line's end for a break, hard after two blanks; the blanks before it go."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        hard = state.src.endswith("  ", 0, state.pos)
        _without_blanks(state.tokens[-1:])
        state.push("hardbreak" if hard else "softbreak", "br", 0)
    state.pos += 1
    return True


def _without_blanks(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type == "text":
            begin, end = token.meta["span"]
            token.content = token.content.rstrip(" \t")
            token.meta["span"] = (begin, min(end, begin + len(token.content)))


def sign(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    """Take a single character that begins nothing for text, so that it has a place too."""
    if silent:
        return False
    state.push("text", "", 0).content = state.src[state.pos]
    state.pos += 1
    return True
