"""Strips: characters that stand side by side on a baseline, parted only by the blanks between words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final
from unicodedata import bidirectional

from narrate.read.pdf.glyphs import Glyph
from narrate.read.pdf.rules import Wall

_SAME_BASE: Final = 0.12
"""Ems between baselines that are one; all measures below are in ems too."""
_WORD_GAP: Final = 0.17
_SPACED: Final = 0.08
"""From here on the letters themselves are set apart."""
_WIDE_GAP: Final = 1.3
_OVERPRINT: Final = 0.1
_INITIAL: Final = 1.8
"""How much larger a letter is that stands beside several lines."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Words side by side; places in points, across the page and down."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    head: float
    """Width of its first word."""
    raised: bool = False
    """Whether it is a superior figure."""


def strips(glyphs: Iterable[Glyph], walls: Sequence[Wall] = ()) -> list[Strip]:
    """Put characters together that run in one direction and have no wall between them, from the top down."""
    return [
        strip
        for row in _rows(glyphs)
        for part in _parted(_single(row), walls)
        for strip in _strip(part)
        if strip.text
    ]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if row and glyph.base - row[-1].base > _SAME_BASE * min(glyph.face.size, row[-1].face.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _single(row: Sequence[Glyph]) -> list[Glyph]:
    """Order a row from left to right, without what is printed twice to look bold."""
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if not any(_overprints(glyph, other) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _overprints(glyph: Glyph, other: Glyph) -> bool:
    near = abs(glyph.left - other.left) < _OVERPRINT * glyph.face.size
    return near and glyph.text == other.text and glyph.owner != other.owner and not glyph.text.isspace()


def _parted(row: Sequence[Glyph], walls: Iterable[Wall]) -> Iterator[list[Glyph]]:
    """Divide a row where there is much room, and beside an initial that is much larger."""
    base = row[0].base
    beside = [wall.across for wall in walls if wall.top < base < wall.bottom]
    part: list[Glyph] = []
    for glyph in (glyph for glyph in row if not glyph.text.isspace() or glyph.right > glyph.left):
        inked = next((before for before in reversed(part) if not before.text.isspace()), None)
        if inked and not glyph.text.isspace() and (_apart(inked, glyph) or _is_walled(inked, glyph, beside)):
            yield part
            part = []
        if part or not glyph.text.isspace():
            part.append(glyph)
    if part:
        yield part


def _apart(one: Glyph, two: Glyph) -> bool:
    if one.raised != two.raised:
        return True
    sizes = sorted([one.face.size, two.face.size])
    return two.left - one.right > _WIDE_GAP * sizes[0] or sizes[1] > _INITIAL * sizes[0]


def _is_walled(one: Glyph, two: Glyph, beside: Iterable[float]) -> bool:
    return any(one.right <= across <= two.left for across in beside)


def _strip(part: Sequence[Glyph]) -> Iterator[Strip]:
    inked = [glyph for glyph in part if not glyph.text.isspace()]
    words = list(_words(part))
    first = words[0]
    letters = [glyph for glyph in inked if glyph.text.isalnum()] or inked
    size = median(glyph.face.size for glyph in letters)
    bold = sum(glyph.face.bold for glyph in letters) * 2 > len(letters)
    right = max(glyph.right for glyph in inked)
    text = _leftward(words) if _is_leftward(inked) else " ".join(map(_written, words))
    base = median(glyph.base for glyph in letters)
    head = first[-1].right - first[0].left
    yield Strip(_whole(text), inked[0].left, right, base, size, bold, head, inked[0].raised)


def _written(word: Iterable[Glyph]) -> str:
    return "".join(glyph.text for glyph in word)


def _whole(text: str) -> str:
    """Join the halves of characters beyond the basic plane, as PDFium gives them on some systems."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def _is_leftward(glyphs: Sequence[Glyph]) -> bool:
    return sum(bidirectional(glyph.text[0]) in {"R", "AL"} for glyph in glyphs) * 2 > len(glyphs)


def _leftward(words: Sequence[Sequence[Glyph]]) -> str:
    """Write words that run from right to left."""
    return " ".join(_written(reversed(word)) for word in reversed(words))


def _words(part: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    room = _letter_room(part)
    word: list[Glyph] = []
    for glyph in part:
        if glyph.text.isspace() or (
            word and glyph.left - word[-1].right > (room + _WORD_GAP) * glyph.face.size
        ):
            if word:
                yield word
            word = []
        if not glyph.text.isspace():
            word.append(glyph)
    if word:
        yield word


def _letter_room(part: Sequence[Glyph]) -> float:
    """Return the room between the letters of a part that is set apart, in ems; 0 for what is set as usual."""
    gaps = [
        (two.left - one.right) / two.face.size
        for one, two in pairwise(part)
        if two.face.size and one.text.isalpha() and two.text.isalpha()
    ]
    room = median(gaps) if len(gaps) > 2 else 0.0  # noqa: PLR2004 - fewer say nothing
    return room if room > _SPACED else 0.0
