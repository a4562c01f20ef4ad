"""CommonMark with places: markdown-it's tokens, each with the characters of the source it stands for.

markdown-it tells no offsets.  Here its own rules run inside small wrappers that note, for every leaf
block, where its lines begin and end (`meta["lines"]`) and where every character of its content came
from (`meta["places"]`), and for every inline token the span it was made from (`meta["span"]`).
Four rules differ from CommonMark, so that no author's words are taken for machinery: there is no
indented code, a fence must be closed, a link definition must have an address, and an ornament between
scenes is a thematic break.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from narrate.read.breaks import is_scene_break

BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]
InlineRule: TypeAlias = Callable[[StateInline, bool], bool]

_DEEPEST = 50
_BLANKS = " \t\v\f"
_LINE_END = re.compile(r"\r\n?|\n")
_FENCE_END = re.compile(r"(```|~~~)[ \t]*$")
_ADDRESS = re.compile(r"[/#:@]|\.\w\w")
_TERMINATED = ["paragraph", "reference", "blockquote", "list"]
"""The rules that a break may cut short."""


class Shift(NamedTuple):
    """How places in the normalised text become places in the source."""

    starts: tuple[int, ...]
    """Where each line begins in the source."""
    normal: tuple[int, ...]
    """Where it begins in the normalised text."""

    def place(self, line: int, at: int) -> int:
        """Return the source's place of a normalised one on that line."""
        return at + self.starts[line] - self.normal[line]


def parse(text: str, offset: int = 0) -> list[Token]:
    """Parse Markdown; every place in the tokens' `meta` counts characters of `text`, plus `offset`."""
    lines = _LINE_END.split(text)
    starts = (offset, *(offset + found.end() for found in _LINE_END.finditer(text)))
    normal = tuple(accumulate((len(line) + 1 for line in lines), initial=0))
    fences = {line.rstrip()[-1]: number for number, line in enumerate(lines) if _FENCE_END.search(line)}
    return _parser().parse("\n".join(lines), {"shift": Shift(starts, normal), "last_fences": fences})


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "inline_definitions": True})
    markdown.enable(["table", "strikethrough"])
    markdown.disable(["code", "fragments_join", "text_join"])
    _place_blocks(markdown)
    _place_inline(markdown)
    return markdown


def _place_blocks(markdown: MarkdownIt) -> None:
    rules: dict[str, tuple[BlockRule, list[str]]] = {
        "table": (rules_block.table, ["paragraph", "reference"]),
        "fence": (_closed(rules_block.fence), _TERMINATED),
        "hr": (rules_block.hr, _TERMINATED),
        "html_block": (rules_block.html_block, ["paragraph", "reference", "blockquote"]),
        "heading": (rules_block.heading, ["paragraph", "reference", "blockquote"]),
        "lheading": (rules_block.lheading, []),
        "paragraph": (rules_block.paragraph, []),
        "reference": (_addressed(rules_block.reference), []),
    }
    for name, (rule, alternatives) in rules.items():
        markdown.block.ruler.at(name, _placed_block(rule), {"alt": alternatives})
    markdown.block.ruler.before("fence", "ornament", _placed_block(_ornament), {"alt": _TERMINATED})


def _placed_block(rule: BlockRule) -> BlockRule:
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
            at = _past(state, at + len(above.markup), _BLANKS if above.markup else _BLANKS + "|")
            cursor[line] = _line_places(state, token, line, at)


def _wrapped_places(state: StateBlock, token: Token, lines: Sequence[int]) -> None:
    shift: Shift = state.env["shift"]
    texts: list[str] = []
    places: list[int] = []
    for line in range(*lines):
        begin, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        texts.append(state.src[begin:end])
        places += range(shift.place(line, begin), shift.place(line, end) + 1)
    token.content = "\n".join(texts)
    token.meta["places"] = places


def _line_places(state: StateBlock, token: Token, line: int, at: int) -> int:
    """Follow the content along its line, over the backslashes that a table takes from before its pipes."""
    places: list[int] = []
    for sign in token.content:
        at += state.src[at] != sign
        places.append(state.env["shift"].place(line, at))
        at += 1
    token.meta["places"] = places
    return at


def _past(state: StateBlock, at: int, skipped: str) -> int:
    return next((place for place in range(at, len(state.src)) if state.src[place] not in skipped), at)


def _closed(fence: BlockRule) -> BlockRule:
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


def _last_fence(state: StateBlock, start: int) -> int:
    """Return the last line that could close this fence at all."""
    lasts: dict[str, int] = state.env["last_fences"]
    return lasts.get(state.src[state.bMarks[start] + state.tShift[start]], 0)


def _is_closing(state: StateBlock, token: Token, start: int) -> bool:
    last = state.line - 1
    line = state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].rstrip()
    return last > start and line.startswith(token.markup) and not line.strip(token.markup[0])


def _addressed(reference: BlockRule) -> BlockRule:
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


def _ornament(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not is_scene_break(line) or line.startswith(("-", "=")):
        return False
    if not silent:
        state.line = start + 1
        state.push("hr", "hr", 0).map = [start, state.line]
    return True


def _place_inline(markdown: MarkdownIt) -> None:
    rules: dict[str, InlineRule] = {
        "text": rules_inline.text,
        "newline": _line_end,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "strikethrough": rules_inline.strikethrough.tokenize,
        "emphasis": rules_inline.emphasis.tokenize,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
    for name, rule in rules.items():
        markdown.inline.ruler.at(name, _placed_inline(rule))
    markdown.inline.ruler.push("sign", _placed_inline(_sign))


def _placed_inline(rule: InlineRule) -> InlineRule:
    def place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
        first, begin = len(state.tokens), state.pos
        if not rule(state, silent):
            return False
        if not silent:
            if state.pending:
                state.pushPending()
            _note_spans(state.tokens[first:], begin, state.pos)
        return True

    return place


def _note_spans(tokens: Sequence[Token], begin: int, end: int) -> None:
    """Note the span of each token that one rule made; those inside a link have theirs already."""
    if tokens and all(token.type == "text" for token in tokens):
        for token in tokens:
            token.meta["span"] = (begin, begin + len(token.content))
            begin += len(token.content)
        return
    if tokens[0].markup == "autolink":
        tokens[1].meta["span"] = (begin + 1, end - 1)
    inner = max((token.meta["span"][1] for token in tokens if "span" in token.meta), default=begin + 1)
    for token in tokens:
        start = inner if token.type == "link_close" else begin
        token.meta.setdefault("span", (start, end))


def _line_end(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
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


def _sign(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    """Take a single character that begins nothing for text, so that it has a place too."""
    if silent:
        return False
    state.push("text", "", 0).content = state.src[state.pos]
    state.pos += 1
    return True
