"""CommonMark with places: markdown-it's tokens, each with the characters of the source it stands for.

markdown-it tells no offsets.  Here its own rules run inside small wrappers that note, for every leaf
block, where its lines begin and end (`meta["lines"]`) and where every character of its content came
from (`meta["places"]`), and for every inline token the span it was made from (`meta["span"]`).
Four rules differ from CommonMark, so that no author's words are taken for machinery: there is no
indented code, a fence must be closed, a link definition must have an address, and an ornament between
scenes is a thematic break.
"""

import re
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.token import Token

from narrate.model.story import LINE_END
from narrate.read.markdown import dialect
from narrate.read.markdown.block_places import BlockRule, Shift, placed_block, placed_list
from narrate.read.markdown.inline_places import InlineRule, placed_inline

_DEEPEST = 50
_SIGNS = re.compile(r"[\n&*<\[\\\]_`~]|!(?=\[)")
"""What may begin or end an inline part; markdown-it stops at many more, for rules that are not among ours."""
_TERMINATED = ["paragraph", "reference", "blockquote", "list"]
"""The rules that a break may cut short."""


def parse(text: str, offset: int = 0) -> list[Token]:
    """Parse Markdown; every place in the tokens' `meta` counts characters of `text`, plus `offset`."""
    lines = LINE_END.split(text)
    starts = (offset, *(offset + found.end() for found in LINE_END.finditer(text)), offset + len(text))
    normal = tuple(accumulate((len(line) + 1 for line in lines), initial=0))
    notes = {"shift": Shift(starts, normal), "last_fences": dialect.last_fences(lines)}
    return _parser().parse("\n".join(lines), notes)


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
        "fence": (dialect.closed(rules_block.fence), _TERMINATED),
        "hr": (rules_block.hr, _TERMINATED),
        "html_block": (rules_block.html_block, ["paragraph", "reference", "blockquote"]),
        "heading": (rules_block.heading, ["paragraph", "reference", "blockquote"]),
        "lheading": (rules_block.lheading, []),
        "paragraph": (rules_block.paragraph, []),
        "reference": (dialect.addressed(rules_block.reference), []),
    }
    for name, (rule, alternatives) in rules.items():
        markdown.block.ruler.at(name, placed_block(rule), {"alt": alternatives})
    markdown.block.ruler.at("list", placed_list(rules_block.list_block), {"alt": _TERMINATED[:-1]})
    markdown.block.ruler.before("fence", "ornament", placed_block(dialect.ornament), {"alt": _TERMINATED})


def _place_inline(markdown: MarkdownIt) -> None:
    markdown.inline.terminator_re = _SIGNS
    rules: dict[str, InlineRule] = {
        "text": rules_inline.text,
        "newline": dialect.line_end,
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
        markdown.inline.ruler.at(name, placed_inline(rule))
    markdown.inline.ruler.push("sign", placed_inline(dialect.sign))
