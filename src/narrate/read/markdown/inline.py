"""The words inside a Markdown block: what is read of its inline marks, and what is left out."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from narrate.model.story import Omission, Piece, Reason
from narrate.read.markdown.html import is_comment, is_element, is_line_break, line_break
from narrate.read.pieces import as_written, joint_for


def spoken(text: str, inline: Token, joint: str) -> Iterator[Piece | Omission]:
    """Yield the pieces of a block's content, and the omissions that have a reason of their own.

    `text` is the source; `joint` stands for a line's end that the author made by hand.
    """
    for token in inline.children or ():
        begin, end = token.meta["span"]
        if begin < end:
            yield from _spoken(text, inline, token, joint)


def is_verse(inline: Token) -> bool:
    """Tell whether the author ended every line of a block by hand."""
    kinds = [token.type for token in inline.children or ()]
    return "hardbreak" in kinds and "softbreak" not in kinds


def _spoken(text: str, inline: Token, token: Token, joint: str) -> Iterator[Piece | Omission]:
    begin, end = token.meta["span"]
    start, stop = _places(inline, begin, end)
    match token.type:
        case "text" if token.content:
            yield from _runs(text, inline, begin, end)
        case "text_special":
            yield Piece(token.content, start, stop)
        case "code_inline":
            yield from _code(text, inline, token)
        case "softbreak" | "hardbreak":
            yield from _line_end(text, inline, begin, end, joint if token.type == "hardbreak" else " ")
        case "html_inline":
            yield from _html(text, inline, token, joint)
        case "image":
            yield Omission(start, stop, Reason.PICTURE)
        case "link_close" if token.markup != "autolink" and stop - start > 1:
            yield Omission(start, stop, Reason.LINK)


def _places(inline: Token, begin: int, end: int) -> tuple[int, int]:
    places: Sequence[int] = inline.meta["places"]
    return places[begin], places[end - 1] + 1


def _runs(text: str, inline: Token, begin: int, end: int) -> Iterator[Piece]:
    """Yield content without the backslashes that a table's cell has before its pipes."""
    start, stop = _places(inline, begin, end)
    if stop - start == end - begin:
        yield as_written(text, start, stop)
    else:
        yield from (as_written(text, place, place + 1) for place in inline.meta["places"][begin:end])


def _line_end(text: str, inline: Token, begin: int, end: int, joint: str) -> Iterator[Piece]:
    start, stop = _places(inline, begin, end)
    stop += text.startswith("\r\n", stop - 1)
    before, after = (
        inline.content[max(begin - 20, 0) : begin].rstrip(),
        inline.content[end : end + 20].lstrip(),
    )
    if shown := joint_for(before, after, joint):
        yield Piece(shown, start, stop)


def _code(text: str, inline: Token, token: Token) -> Iterator[Piece]:
    begin, end = token.meta["span"]
    begin, end = begin + len(token.markup), end - len(token.markup)
    padding = (end - begin - len(token.content)) // 2
    yield from _wrapped(text, inline, begin + padding, end - padding)


def _html(text: str, inline: Token, token: Token, joint: str) -> Iterator[Piece | Omission]:
    begin, end = token.meta["span"]
    start, stop = _places(inline, begin, end)
    if is_comment(token.content):
        yield Omission(start, stop, Reason.COMMENT)
    elif is_line_break(token.content):
        yield from line_break(joint, start, stop)
    elif is_element(token.content):
        yield Omission(start, stop, Reason.MARKUP)
    else:
        yield from _wrapped(text, inline, begin + 1, end - 1)


def _wrapped(text: str, inline: Token, begin: int, end: int) -> Iterator[Piece]:
    """Yield content as it is written, a blank for every line's end in it."""
    for line in inline.content[begin:end].split("\n"):
        if line:
            yield as_written(text, *_places(inline, begin, begin + len(line)))
        begin += len(line) + 1
        if begin <= end:
            yield from _line_end(text, inline, begin - 1, begin, " ")
