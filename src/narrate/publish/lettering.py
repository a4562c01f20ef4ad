"""Find a font for every text of a cover, so that no letter shows as an empty box."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from narrate.publish.charmap import characters
from narrate.publish.typecase import installed

_FONTS = Path(__file__).parent / "fonts"
ROMAN = _FONTS / "EBGaramond12-Regular.otf"
ITALIC = _FONTS / "EBGaramond12-Italic.otf"
_PICTURES = {"So", "Sk", "Cn", "Co", "Cc", "Me"}
"""Categories of emoji, their modifiers and other characters that are no writing."""
_SHAPED = ((0x0590, 0x109F), (0x1780, 0x18AF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""From the first to the last code point of writing that runs leftwards or joins its letters."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text and a font that has all its letters."""

    text: str
    font: Path


def lettering(text: str, own: Path = ROMAN) -> Lettering:
    """Choose a font for a text: our own, else one of the system's that has all of its letters.

    Where there is none the letters that are missing are written in Latin ones; emoji are left out.
    """
    text = _without_pictures(unicodedata.normalize("NFC", " ".join(text.split())), characters(own))
    font = next(_fonts_for(text, own), None)
    if font is None:
        text, font = _in_latin(text, characters(own)), own
    return Lettering(_without_invisible(text, characters(font)), font)


def _without_pictures(text: str, drawable: frozenset[int]) -> str:
    return "".join(c for c in text if ord(c) in drawable or unicodedata.category(c) not in _PICTURES)


def _without_invisible(text: str, drawable: frozenset[int]) -> str:
    """Keep joiners where letters are joined and the font knows them; all else that cannot be seen may go."""
    kept = {ord(joiner) for joiner in "\u200c\u200d" if any(_is_shaped(ord(c)) for c in text)} & drawable
    seen = "".join(c for c in text if ord(c) in kept or not _is_invisible(c))
    return " ".join(seen.split())


def _fonts_for(text: str, own: Path) -> Iterator[Path]:
    """Yield fonts that have all letters of a text, our own first."""
    needed = {ord(c) for c in text if not (c.isspace() or _is_invisible(c))}
    if any(map(_is_shaped, needed)) and not _can_shape():
        return
    if needed <= characters(own):
        yield own
        return
    yield from (font for font in installed() if needed <= characters(font))


def _is_invisible(character: str) -> bool:
    """Tell joiners, direction marks and variation selectors."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _is_shaped(code: int) -> bool:
    return any(first <= code <= last for first, last in _SHAPED)


@cache
def _can_shape() -> bool:
    """Tell whether Pillow joins letters and turns lines round here."""
    from PIL import features

    return bool(features.check("raqm") and features.check("fribidi"))


def _in_latin(text: str, drawable: frozenset[int]) -> str:
    from anyascii import anyascii

    latin = "".join(c if ord(c) in drawable else anyascii(c) for c in text)
    return " ".join(latin.split())
