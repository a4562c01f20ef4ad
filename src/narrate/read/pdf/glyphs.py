"""The characters of a PDF page: what they are, where they stand, how large and how black."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple
from unicodedata import category, decimal, digit, normalize

from pypdfium2 import raw

_BOLD: Final = re.compile(r"bold|black|heavy|semib|cmbx|sfbx", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_HYPHENS: Final = frozenset({0x02, 0xFFFE})
"""What PDFium makes of a hyphen at the end of a line."""
_LIGATURES: Final = range(0xFB00, 0xFB07)
_UNKNOWN: Final = "\ufffd"
_NAME_ROOM: Final = 256
_RAISED: Final = 0.2
"""Ems."""


class Face(NamedTuple):
    """How the characters of one text object are set."""

    size: float
    """Points."""
    bold: bool
    heading: int
    """Direction in which they run: degrees from the horizontal, counter-clockwise."""
    mapped: bool
    """Whether the font says which letters it draws."""


class Glyph(NamedTuple):
    """One character; places in points, along its own direction and down the page."""

    text: str
    left: float
    right: float
    base: float
    """Its baseline; grows downwards."""
    face: Face
    owner: int
    """The text object that draws it."""
    raised: bool = False
    """Whether it is a digit that its font draws above the line."""


class Typed(NamedTuple):
    """All characters of a page, by the direction in which they run, the most frequent first."""

    directions: tuple[tuple[Glyph, ...], ...]
    unmapped: int
    """Characters of which nobody can tell which letters they are."""


def typed(textpage: Any) -> Typed:  # noqa: ANN401 - pypdfium2 has no types
    """Return the characters of a page that is open in PDFium."""
    glyphs = list(_glyphs(textpage))
    counts = Counter(glyph.face.heading for glyph in glyphs)
    directions = (
        tuple(glyph for glyph in glyphs if glyph.face.heading == heading)
        for heading, _ in counts.most_common()
    )
    unmapped = sum(1 for glyph in glyphs if not glyph.face.mapped or _is_unknown(glyph.text))
    return Typed(tuple(directions), unmapped)


def _is_unknown(text: str) -> bool:
    return category(text[0]) == "Co" or text == _UNKNOWN


def _glyphs(textpage: Any) -> Iterator[Glyph]:  # noqa: ANN401 - as above
    box, faces = raw.FS_RECTF(), dict[int, Face]()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(raw.FPDFText_CountChars(textpage)):
        text = printed(raw.FPDFText_GetUnicode(textpage, at))
        if not text or (text.isspace() and raw.FPDFText_IsGenerated(textpage, at)):
            continue
        owner = ctypes.cast(raw.FPDFText_GetTextObject(textpage, at), ctypes.c_void_p).value or 0
        if owner not in faces:
            faces[owner] = _face(textpage, at)
        raw.FPDFText_GetCharOrigin(textpage, at, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, at, box)
        glyph = _placed(text, box, (x.value, y.value), faces[owner], owner)
        yield glyph if not text.isdigit() else _digit(glyph, textpage, at, y.value)


def _digit(glyph: Glyph, textpage: Any, at: int, base: float) -> Glyph:  # noqa: ANN401 - as above
    """Tell a superior figure, by its character or by where its ink begins."""
    value = str(digit(glyph.text))
    if value != glyph.text and decimal(glyph.text, None) is None:
        return glyph._replace(text=value, raised=True)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top)
    raised = glyph.face.heading == 0 and bottom.value - base > _RAISED * glyph.face.size
    return glyph._replace(raised=raised)


@cache
def printed(code: int) -> str:
    """Return the character of a code; ligatures as the letters they stand for, control characters as nothing.

    >>> printed(0xFB01), printed(0x02), printed(0x07), printed(0x41)
    ('fi', '-', '', 'A')
    """
    if code in _HYPHENS:
        return "-"
    text = chr(code)
    if code in _LIGATURES:
        return normalize("NFKC", text)
    if category(text) == "Zs":
        return " "
    return "" if category(text) == "Cc" else text


def _placed(text: str, box: Any, origin: tuple[float, float], face: Face, owner: int) -> Glyph:  # noqa: ANN401
    if face.heading == 0:
        return Glyph(text, box.left, box.right, -origin[1], face, owner)
    cosine, sine = math.cos(math.radians(face.heading)), math.sin(math.radians(face.heading))
    along = [x * cosine + y * sine for x in (box.left, box.right) for y in (box.bottom, box.top)]
    return Glyph(text, min(along), max(along), origin[0] * sine - origin[1] * cosine, face, owner)


def _face(textpage: Any, at: int) -> Face:  # noqa: ANN401 - as above
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, at, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    name = ctypes.create_string_buffer(_NAME_ROOM)
    raw.FPDFText_GetFontInfo(textpage, at, name, _NAME_ROOM, None)
    weight = raw.FPDFText_GetFontWeight(textpage, at)
    bold = weight >= _BOLD_WEIGHT or _BOLD.search(name.value.decode("latin-1")) is not None
    heading = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    mapped = raw.FPDFText_HasUnicodeMapError(textpage, at) != 1
    return Face(round(raw.FPDFText_GetFontSize(textpage, at) * scale, 2), bold, heading, mapped)
