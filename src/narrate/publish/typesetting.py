"""Fit a text into a box: the largest size and the best line breaks."""

import math
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from narrate.publish.lettering import Lettering

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

LEADING = 1.12
"""Line height in units of the size."""
_STEP = 4
_COMFORTABLE = 132
"""Pixels below which a long word is broken rather than all the text made smaller."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of text in one size."""

    lines: tuple[str, ...]
    font: "FreeTypeFont"
    size: int

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the foot of the last."""
        return round(len(self.lines) * self.size * LEADING)


_MOST = 800
"""Characters of a text that are looked at; a cover holds no more that can be read."""


def fit(lettering: Lettering, width: int, height: int, largest: int, smallest: int) -> Setting:
    """Set a text as large as the box allows; what does not fit at the smallest size ends in an ellipsis."""
    if len(lettering.text) > _MOST:
        lettering = replace(lettering, text=lettering.text[:_MOST] + "…")
    for size in range(largest, smallest, -_STEP):
        setting = _set(lettering, size, width, _room(height, size) + 1)
        if setting.height <= height and _widest(setting) <= width:
            return _balanced(lettering, setting, width)
    room = _room(height, smallest)
    return _shortened(_set(lettering, smallest, width, room + 1), room)


def _room(height: int, size: int) -> int:
    """Return how many lines of a size a height takes."""
    return int(height / (size * LEADING))


def _set(lettering: Lettering, size: int, width: float, most: int) -> Setting:
    """Set a text in one size and no more lines of it than `most`."""
    from PIL import ImageFont

    font = ImageFont.truetype(str(lettering.font), size)
    words = _words(lettering.text, font, width if size <= _COMFORTABLE else math.inf)
    return Setting(tuple(islice(_lines(words, font, width), most)), font, size)


def _widest(setting: Setting) -> float:
    return max((setting.font.getlength(line) for line in setting.lines), default=0)


def _balanced(lettering: Lettering, setting: Setting, width: int) -> Setting:
    """Make the lines as even as their number allows, so that no word stands alone."""
    narrow, wide = width // max(len(setting.lines), 1), width
    best = setting
    while wide - narrow > setting.size // 4:
        middle = (narrow + wide) // 2
        tried = _set(lettering, setting.size, middle, len(setting.lines) + 1)
        if len(tried.lines) <= len(setting.lines) and _widest(tried) <= middle:
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _shortened(setting: Setting, room: int) -> Setting:
    if len(setting.lines) <= room:
        return setting
    *lines, last = setting.lines[:room]
    return replace(setting, lines=(*lines, last[:-2].rstrip() + "…"))


def _lines(words: Iterable[str], font: "FreeTypeFont", width: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and font.getlength((line + word).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += word
    if line.strip():
        yield line.rstrip()


def _words(text: str, font: "FreeTypeFont", width: float) -> Iterator[str]:
    """Split where a line may end; words carry the blank after them, and those wider than `width` are cut."""
    parts = (part for word in text.split() for part in _breakable(word + " "))
    return (piece for part in parts for piece in _cut(part, font, width))


def _breakable(word: str) -> Iterator[str]:
    """Yield the pieces of a word between which a line may end: anywhere around Chinese and Japanese letters.

    >>> list(_breakable("吾輩はcat。 "))
    ['吾', '輩', 'は', 'cat。 ']
    """
    piece = ""
    for character in word:
        if piece and _may_part(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    yield piece


def _may_part(before: str, after: str) -> bool:
    is_wide = "W" in map(unicodedata.east_asian_width, (before, after))
    return is_wide and unicodedata.category(after)[0] not in "PZ"


def _cut(word: str, font: "FreeTypeFont", width: float) -> Iterator[str]:
    while font.getlength(word.rstrip()) > width and len(word) > 1:
        too_long = bisect_right(range(1, len(word)), width, key=lambda length: font.getlength(word[:length]))
        fitting = max(1, too_long)
        yield word[:fitting]
        word = word[fitting:]
    yield word
