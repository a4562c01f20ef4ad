"""Where the inline parts of Markdown stand: markdown-it's inline rules, made to note spans."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

InlineRule: TypeAlias = Callable[[StateInline, bool], bool]


def placed_inline(rule: InlineRule) -> InlineRule:
    """Make a rule note the span of content that each of its tokens was made from: `meta["span"]`."""

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
