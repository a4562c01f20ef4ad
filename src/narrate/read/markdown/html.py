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
    r"|wbr"
)
_BLOCK = re.compile(
    r"address|article|aside|base|basefont|blockquote|body|caption|center|col"
    r"|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe"
    r"|legend|li|link|main|menu|menuitem|meta|nav|noframes|noscript|ol|optgroup"
    r"|option|p|param|pre|script|section|style|summary|table|tbody|td|template"
    r"|textarea|tfoot|th|thead|title|tr|track|ul"
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


def line_break(joint: str, start: int, end: int) -> Iterator[Piece | Omission]:
    """Let the bracket of a `<br>` stand for the line's end, and leave out the rest of it."""
    yield Piece(joint, start, start + 1)
    yield Omission(start + 1, end, Reason.MARKUP)


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
        for part in _parts(found, start, end):
            if isinstance(part, Piece):
                pieces.append(part)
            else:
                yield part
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


def _parts(found: re.Match[str], start: int, end: int) -> Iterator[Piece | Omission | Draft]:
    if found["tag"]:
        yield from _tag(found[0], start, end)
    elif found["comment"]:
        yield Omission(start, end, Reason.COMMENT)
    elif found["code"]:
        yield Omission(start, end, Reason.CODE)
    elif found["blank"]:
        yield Piece(" ", start, end)
    else:
        yield Piece(unescape(found[0]) if found["sign"] else found[0], start, end)


def _tag(tag: str, start: int, end: int) -> Iterator[Piece | Omission | Draft]:
    if is_line_break(tag):
        yield from line_break(" ", start, end)
    elif _name(tag) == "img":
        yield Omission(start, end, Reason.PICTURE)
    elif is_element(tag):
        yield from [Draft(start, Block(BlockKind.BREAK))] if _name(tag) == "hr" else []
        yield Omission(start, end, Reason.MARKUP)
    elif "\n" not in tag:
        yield Piece(tag[1:-1], start + 1, end - 1)


def _draft(text: str, kind: BlockKind, level: int, pieces: list[Piece]) -> Iterator[Draft | Omission]:
    kept = tidy(text, pieces)
    yield from dropped(text, pieces, kept)
    whole = "".join(piece.text for piece in kept)
    if is_scene_break(whole):
        yield from scene_break(text, kept)
    elif kept:
        yield Draft(kept[0].start, Block(kind, kept, level))
