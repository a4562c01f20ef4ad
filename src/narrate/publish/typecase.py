"""The fonts that the system has, the fittest for a book's cover first."""

import os
import sys
from functools import cache
from pathlib import Path

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_UNFIT = ("bold", "black", "heavy", "italic", "oblique", "light", "thin", "condensed", "mono")


def folders() -> tuple[Path, ...]:
    """Return where this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", str(home))
        return Path(windows, "Fonts"), Path(local, "Microsoft", "Windows", "Fonts")
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    data = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(data, "fonts"), home / ".fonts"


@cache
def installed() -> tuple[Path, ...]:
    """List the system's fonts in a fixed order: upright ones of normal weight first, serifs before others."""
    found = (path for folder in folders() for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    return tuple(sorted(found, key=_fitness))


def _fitness(font: Path) -> tuple[bool, bool, str]:
    name = font.stem.lower()
    is_plain = not any(style in name for style in _UNFIT)
    has_serifs = "serif" in name.replace("sansserif", "")
    return not is_plain, not has_serifs, font.as_posix()
