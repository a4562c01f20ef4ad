"""The colours of a drawn cover."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """A ground and two inks that read well on it, as `#rrggbb`."""

    ground: str
    ink: str
    """For the title and the author."""
    accent: str
    """For the ornament and the smaller lines."""


_SRGB_TOE = 0.04045
"""Below it the curve of sRGB is straight."""

PALETTES = (
    Palette("#14213d", "#f6eedd", "#dcae52"),
    Palette("#1d3a30", "#f4eedb", "#d3b35c"),
    Palette("#4a1524", "#f8ecdf", "#dfae7d"),
    Palette("#f3ead8", "#2a2019", "#8a2c19"),
    Palette("#22343d", "#f2ede3", "#d2b797"),
    Palette("#301c3d", "#f5eef6", "#d9b25f"),
    Palette("#e1e6d6", "#1c2a22", "#47561f"),
    Palette("#17171b", "#f3f0ea", "#e0765f"),
    Palette("#e9dfd3", "#1b2838", "#1f5673"),
    Palette("#123c44", "#f3efe2", "#f0a868"),
)


def palette_for(title: str) -> Palette:
    """Choose by the title alone, so that a book keeps its colours."""
    return PALETTES[hashlib.sha256(title.encode("utf-8", "replace")).digest()[0] % len(PALETTES)]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(((channel + 0.055) / 1.055) ** 2.4) if channel > _SRGB_TOE else channel / 12.92
