"""The words in HTML that stands inside a Markdown text."""

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from narrate.model.story import Block, BlockKind, Omission, Piece, Reason
from narrate.read.breaks import is_scene_break
from narrate.read.pieces import dropped, tidy
from narrate.read.tiling import Draft, scene_break

_INLINE = re.compile(
    r"a|abbr|acronym|area|audio|b|bdi|bdo|big|br|button|canvas|cite|code"
    r"|data|datalist|del|dfn|em|embed|font|i|img|input|ins|kbd|label|map"
    r"|mark|meter|nobr|object|output|picture|progress|q|rp|rt|ruby|s|samp"
    r"|select|small|source|span|strike|strong|sub|sup|svg|time|tt|u|var|video"
    r"|wbr",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"address|article|aside|base|basefont|blockquote|body|caption|center|col"
    r"|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe"
    r"|legend|li|link|main|menu|menuitem|meta|nav|noframes|noscript|ol|optgroup"
    r"|option|p|param|pre|script|section|style|summary|table|tbody|td|template"
    r"|textarea|tfoot|th|thead|title|tr|track|ul",
    re.IGNORECASE,
)
_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_PART = re.compile(
    r"(?P<comment><!--(?:(?!<!--).)*?-->)|(?P<code><(script|style|template)\b(?:(?!<\3).)*?</\3\s*>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>|<[!?][^<>]*>)|(?P<sign>&(?:\w{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});)"
    r"|(?P<blank>\s*\n\s*)|(?P<words>[^<&\n]*[^<&\s]|.)",
    re.DOTALL | re.IGNORECASE,
)


def is_comment(tag: str) -> bool:
    """Tell a comment, which nobody is meant to read."""
    return tag.startswith("<!--")


def is_line_break(tag: str) -> bool:
    """Tell a tag that ends a line."""
    return _name(tag) == "br"


def is_element(tag: str) -> bool:
    """Tell a tag of HTML, or its machinery, from words in angle brackets.

    >>> is_element("<b>"), is_element("</made-up>"), is_element("<sighs deeply>"), is_element("<?php x ?>")
    (True, True, False, True)
    """
    return bool(_INLINE.fullmatch(_name(tag)) or _BLOCK.fullmatch(_name(tag))) or not tag[1:2].isalpha()


def words(text: str, html: Token) -> Iterator[Draft | Omission]:
    """Yield the blocks and omissions of an HTML block; `text` is the source."""
    kind, level = BlockKind.PROSE, 0
    pieces: list[Piece] = []
    for found in _PART.finditer(html.content):
        start, end = html.meta["places"][found.start()], html.meta["places"][found.end() - 1] + 1
        if found["tag"] and _BLOCK.fullmatch(_name(found[0])):
            yield from _draft(text, kind, level, pieces)
            kind, level, pieces = *_kind(found[0]), []
        yield from _omission(found, start, end)
        pieces += _pieces(found, start, end)
    yield from _draft(text, kind, level, pieces)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def _kind(tag: str) -> tuple[BlockKind, int]:
    """Tell what follows a tag.

    >>> _kind("<h2 class='x'>"), _kind("</h2>")
    ((<BlockKind.HEADING: 'heading'>, 2), (<BlockKind.PROSE: 'prose'>, 0))
    """
    name = _name(tag)
    if not tag.startswith("</") and re.fullmatch(r"h[1-6]", name):
        return BlockKind.HEADING, int(name[1])
    return {"li": BlockKind.ITEM, "blockquote": BlockKind.QUOTE}.get(name, BlockKind.PROSE), 0


def _omission(found: re.Match[str], start: int, end: int) -> Iterator[Draft | Omission]:
    if found["comment"]:
        yield Omission(start, end, Reason.COMMENT)
    elif found["code"]:
        yield Omission(start, end, Reason.CODE)
    elif found["tag"] and _name(found[0]) == "hr":
        yield Draft(start, Block(BlockKind.BREAK))
        yield Omission(start, end, Reason.MARKUP)
    elif found["tag"] and _name(found[0]) == "img":
        yield Omission(start, end, Reason.PICTURE)
    elif found["tag"] and not is_line_break(found[0]) and is_element(found[0]):
        yield Omission(start, end, Reason.MARKUP)


def _pieces(found: re.Match[str], start: int, end: int) -> Iterator[Piece]:
    if found["blank"] or (found["tag"] and is_line_break(found[0])):
        yield Piece(" ", start, end)
    elif found["sign"]:
        yield Piece(unescape(found[0]), start, end)
    elif found["words"]:
        yield Piece(found[0], start, end)
    elif found["tag"] and not is_element(found[0]) and "\n" not in found[0]:
        yield Piece(found[0][1:-1], start + 1, end - 1)


def _draft(text: str, kind: BlockKind, level: int, pieces: list[Piece]) -> Iterator[Draft | Omission]:
    kept = tidy(text, pieces)
    yield from dropped(text, pieces, kept)
    whole = "".join(piece.text for piece in kept)
    if is_scene_break(whole):
        yield from scene_break(text, kept)
    elif kept:
        yield Draft(kept[0].start, Block(kind, kept, level))
