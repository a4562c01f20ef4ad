"""Fit a text into a box: the largest size and the best line breaks."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
        setting = _set(lettering, size, width, breaking=size <= _COMFORTABLE)
        if setting.height <= height and _widest(setting) <= width:
            return _balanced(lettering, setting, width)
    return _shortened(_set(lettering, smallest, width, breaking=True), height)


def _set(lettering: Lettering, size: int, width: float, *, breaking: bool) -> Setting:
    from PIL import ImageFont

    font = ImageFont.truetype(str(lettering.font), size)
    lines = _lines(_words(lettering.text, font, width if breaking else None), font, width)
    return Setting(tuple(lines), font, size)


def _widest(setting: Setting) -> float:
    return max((setting.font.getlength(line) for line in setting.lines), default=0)


def _balanced(lettering: Lettering, setting: Setting, width: int) -> Setting:
    """Make the lines as even as their number allows, so that no word stands alone."""
    narrow, wide = width // max(len(setting.lines), 1), width
    best = setting
    while wide - narrow > setting.size // 4:
        middle = (narrow + wide) // 2
        tried = _set(lettering, setting.size, middle, breaking=setting.size <= _COMFORTABLE)
        if len(tried.lines) <= len(setting.lines) and _widest(tried) <= middle:
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _shortened(setting: Setting, height: int) -> Setting:
    room = int(height / (setting.size * LEADING))
    if len(setting.lines) <= room:
        return setting
    *lines, last = setting.lines[:room]
    return Setting((*lines, last[:-2].rstrip() + "…"), setting.font, setting.size)


def _lines(words: Sequence[str], font: "FreeTypeFont", width: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and font.getlength((line + word).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += word
    if line.strip():
        yield line.rstrip()


def _words(text: str, font: "FreeTypeFont", width: float | None) -> tuple[str, ...]:
    """Split where a line may end; words carry the blank after them, and those wider than `width` are cut."""
    parts = [part for word in text.split() for part in _breakable(word + " ")]
    if width is None:
        return tuple(parts)
    return tuple(piece for part in parts for piece in _cut(part, font, width))


def _breakable(word: str) -> Iterator[str]:
    """Yield the pieces of a word between which a line may end: anywhere around Chinese and Japanese letters.

    >>> list(_breakable("吾輩は cat "))
    ['吾', '輩', 'は ', 'cat ']
    """
    piece = ""
    for character in word:
        if piece and piece[-1] != " " and _is_wide(piece[-1]) and character != " ":
            yield piece
            piece = ""
        piece += character
    yield piece


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) == "W"


def _cut(word: str, font: "FreeTypeFont", width: float) -> Iterator[str]:
    while font.getlength(word.rstrip()) > width and len(word) > 1:
        too_long = bisect_right(range(1, len(word)), width, key=lambda length: font.getlength(word[:length]))
        fitting = max(1, too_long)
        yield word[:fitting]
        word = word[fitting:]
    yield word
