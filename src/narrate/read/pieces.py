"""Pieces: the words of a block with the places they came from."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile
from unicodedata import east_asian_width

from narrate.model.story import Omission, Piece, Reason


def tidy(text: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Merge neighbours that stand as written and take white space from both ends of the whole.

    >>> tidy("  Ash and ", [Piece("  Ash", 0, 5), Piece(" and", 5, 9), Piece(" ", 9, 10)])
    (Piece(text='Ash and', start=2, end=9, language=''),)
    """
    begun = list(dropwhile(_blank, _merged(text, pieces)))
    ended = list(dropwhile(_blank, reversed(begun)))[::-1]
    if ended:
        ended[0] = _without_start(ended[0])
        ended[-1] = _without_end(ended[-1])
    return tuple(ended)


def dropped(text: str, pieces: Sequence[Piece], kept: Sequence[Piece]) -> Iterator[Omission]:
    """Yield what `tidy` took from the ends though it is more than white space: `&nbsp;`, `<br>`.

    >>> list(dropped("&nbsp;", [Piece(" ", 0, 6)], []))
    [Omission(start=0, end=6, reason=<Reason.MARKUP: 'markup'>)]
    """
    first, last = (kept[0].start, kept[-1].end) if kept else (len(text), 0)
    for piece in pieces:
        if (piece.end <= first or piece.start >= last) and not text[piece.start : piece.end].isspace():
            yield Omission(piece.start, piece.end, Reason.MARKUP)


def as_written(text: str, start: int, end: int) -> Piece:
    """Return the source's own characters as a piece."""
    return Piece(text[start:end], start, end)


def joint_for(before: str, after: str, joint: str) -> str:
    """Say what stands for the end of a wrapped line; some lines close up.

    >>> joint_for("a well-", "known man", " "), joint_for("no -", "he", " "), joint_for("東京", "は", " ")
    ('', ' ', '')
    """
    last, first = before[-2:], after[:1]
    hyphenated = len(last) > 1 and last[0].isalpha() and last[1] == "-" and first.islower()
    together = all(sign and east_asian_width(sign) in "WF" for sign in (last[-1:], first))
    return "" if joint == " " and (hyphenated or together) else joint


def _merged(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    start = end = -1
    for piece in pieces:
        verbatim = text.startswith(piece.text, piece.start) and len(piece.text) == piece.end - piece.start
        if verbatim and piece.start == end:
            end = piece.end
            continue
        if end >= 0:
            yield as_written(text, start, end)
        start, end = (piece.start, piece.end) if verbatim else (-1, -1)
        if not verbatim:
            yield piece
    if end >= 0:
        yield as_written(text, start, end)


def _blank(piece: Piece) -> bool:
    return not piece.text.strip()


def _without_start(piece: Piece) -> Piece:
    kept = piece.text.lstrip()
    return Piece(kept, piece.start + len(piece.text) - len(kept), piece.end)


def _without_end(piece: Piece) -> Piece:
    kept = piece.text.rstrip()
    return Piece(kept, piece.start, piece.end - len(piece.text) + len(kept))
