"""Draw a cover: title, author, series and narrator around a ring of sound that no other title has."""

import hashlib
import math
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.model.metadata import Metadata
from narrate.publish.lettering import ITALIC, lettering
from narrate.publish.palette import Palette, palette_for
from narrate.publish.typesetting import LEADING, Setting, fit

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SIDE = 2400
QUALITY = 90
_CENTRE = SIDE // 2
_WIDTH = 1760
"""Pixels that text may fill; the rest is margin."""
_RING = 780
"""Where the ring's centre lies."""
_RING_SIDE = 840
_INNER = 0.42
"""Radius at which the rays begin, in units of the ring's."""
_RAYS = 96
_FINE = 3
"""How much finer the ring is drawn than shown, for smooth edges."""
_READ_BY = {
    "de": "gelesen von {}",
    "en": "read by {}",
    "es": "leído por {}",
    "fr": "lu par {}",
    "it": "letto da {}",
    "nl": "voorgelezen door {}",
    "pt": "lido por {}",
    "sv": "uppläst av {}",
}


def draw_cover(metadata: Metadata, path: Path) -> Path:
    """Draw a square JPEG of `SIDE` pixels; the same metadata gives the same bytes."""
    from PIL import Image, ImageDraw

    palette = palette_for(metadata.title)
    picture = Image.new("RGB", (SIDE, SIDE), palette.ground)
    pen = ImageDraw.Draw(picture)
    _frame(pen, palette)
    _ring(picture, metadata.title, palette)
    _texts(pen, metadata, palette)
    picture.save(path, "JPEG", quality=QUALITY, subsampling=0, optimize=True, dpi=(300, 300))
    return path


def _frame(pen: "ImageDraw", palette: Palette) -> None:
    for inset, width in ((96, 6), (120, 2)):
        pen.rectangle((inset, inset, SIDE - 1 - inset, SIDE - 1 - inset), outline=palette.accent, width=width)


def _texts(pen: "ImageDraw", metadata: Metadata, palette: Palette) -> None:
    series = " · ".join(filter(None, (metadata.series, metadata.part)))
    title = fit(lettering(metadata.title), _WIDTH, 580, largest=252, smallest=44)
    author = fit(lettering(metadata.author), _WIDTH, 190, largest=116, smallest=40)
    _write(pen, fit(lettering(series, ITALIC), _WIDTH, 180, largest=84, smallest=36), 240, palette.accent)
    _write(pen, title, 1490, palette.ink)
    _rule(pen, 1850, palette)
    _write(pen, author, 1995, palette.ink)
    narrator = fit(lettering(_read_by(metadata), ITALIC), _WIDTH, 110, largest=72, smallest=36)
    _write(pen, narrator, 2165, palette.accent)


def _read_by(metadata: Metadata) -> str:
    language = metadata.language.partition("-")[0].lower()
    return _READ_BY.get(language, "{}").format(metadata.narrator) if metadata.narrator else ""


def _write(pen: "ImageDraw", setting: Setting, middle: int, colour: str) -> None:
    """Write lines centred on the page, their block around the height `middle`."""
    step = setting.size * LEADING
    top = middle - step * len(setting.lines) / 2
    for number, line in enumerate(setting.lines):
        at = (_CENTRE, round(top + step * (number + 0.5)))
        pen.text(at, line, fill=colour, font=setting.font, anchor="mm")


def _rule(pen: "ImageDraw", height: int, palette: Palette) -> None:
    """Draw a short line with a lozenge in its middle."""
    for side in (-1, 1):
        near, far = sorted((_CENTRE + side * 36, _CENTRE + side * 240))
        pen.line((near, height, far, height), fill=palette.accent, width=3)
    lozenge = [(_CENTRE - 16, height), (_CENTRE, height - 16), (_CENTRE + 16, height), (_CENTRE, height + 16)]
    pen.polygon(lozenge, fill=palette.accent)


def _ring(picture: "Image", title: str, palette: Palette) -> None:
    """Draw rays around a circle, as long as the waves that the title's hash makes."""
    from PIL import Image, ImageDraw

    fine = _RING_SIDE * _FINE
    mask = Image.new("L", (fine, fine))
    pen = ImageDraw.Draw(mask)
    for ray, length in enumerate(_waves(title)):
        _ray(pen, fine / 2, 2 * math.pi * ray / _RAYS, length)
    mask = mask.resize((_RING_SIDE, _RING_SIDE), Image.Resampling.LANCZOS)
    picture.paste(palette.accent, (_CENTRE - _RING_SIDE // 2, _RING - _RING_SIDE // 2), mask)


def _waves(title: str) -> list[float]:
    """Return a length between 0 and 1 for every ray, the same on the left as on the right."""
    seeds = hashlib.sha256(title.encode("utf-8", "replace")).digest()
    swings = [(2 + seeds[n] % (5 * n + 4), seeds[n + 8] / 255) for n in range(4)]
    heights = [
        sum(weight * math.cos(pace * 2 * math.pi * ray / _RAYS) for pace, weight in swings)
        for ray in range(_RAYS)
    ]
    low, high = min(heights), max(heights)
    return [(height - low) / ((high - low) or 1) for height in heights]


def _ray(pen: "ImageDraw", centre: float, turn: float, length: float) -> None:
    across, up = math.sin(turn), -math.cos(turn)
    near, far = _INNER * centre, (_INNER + (1 - _INNER) * (0.1 + 0.88 * length)) * centre
    ends = [(centre + across * at, centre + up * at) for at in (near, far)]
    thickness = 9 * _FINE
    pen.line(ends, fill=255, width=thickness)
    for x, y in ends:
        pen.circle((x, y), thickness / 2, fill=255)
