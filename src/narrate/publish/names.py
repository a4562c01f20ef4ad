"""Titles as file names that every system accepts."""

import re
import unicodedata

from narrate.publish.legible import legible

LONGEST = 143
"""Bytes a name may have on an encrypted Synology share or eCryptfs; elsewhere it is 255."""
UNTITLED = "Untitled"
_JOINERS = "\u200c\u200d"
_SPOKEN_MARKS = (
    (re.compile(r"\s*[:\uff1a]\s+"), " - "),
    (re.compile(r"[/\\|:]"), "-"),
    (re.compile('"'), "'"),
)


def file_name(title: str, suffix: str = "", prefix: str = "") -> str:
    """Return a legal name for a file or folder: never empty, never longer than `LONGEST` bytes.

    >>> file_name("Dune: Messiah", ".m4b")
    'Dune - Messiah.m4b'
    >>> file_name("AC/DC?", ".mp3", prefix="03 - ")
    '03 - AC-DC.mp3'
    >>> file_name("CON"), file_name("..."), file_name("Wait...")
    ('CON_', 'Untitled', 'Wait')
    """
    room = LONGEST - len(f"{prefix}{suffix}".encode())
    return f"{prefix}{_shortened(_legal(title), room)}{suffix}"


def chapter_file_name(title: str, number: int, total: int) -> str:
    """Name one of `total` chapter files, with as many digits as they need and two at least.

    >>> chapter_file_name("Dawn", 1, 9), chapter_file_name(" ", 7, 100)
    ('01 - Dawn.mp3', '007.mp3')
    """
    place = f"{number:0{max(2, len(str(total)))}}"
    return file_name(title, ".mp3", prefix=f"{place} - ") if title.strip() else f"{place}.mp3"


def _legal(title: str) -> str:
    from pathvalidate import sanitize_filename

    text = _visible(unicodedata.normalize("NFC", legible(title)))
    for mark, instead in _SPOKEN_MARKS:
        text = mark.sub(instead, text)
    return _trimmed(sanitize_filename(_trimmed(text), platform="universal")) or UNTITLED


def _visible(text: str) -> str:
    """Drop control and direction characters, which can make a name look like another."""
    kept = (c for c in text if c.isspace() or c in _JOINERS or unicodedata.category(c) not in {"Cc", "Cf"})
    return " ".join("".join(kept).split())


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" .")


def _shortened(text: str, room: int) -> str:
    encoded = text.encode("utf-8")
    if len(encoded) <= room:
        return text
    cut = encoded[:room].decode("utf-8", "ignore")
    return _trimmed(_without_torn_letter(cut, text)) or UNTITLED


def _without_torn_letter(cut: str, whole: str) -> str:
    """Take the last letter away where its accents fell behind the cut."""
    while cut and unicodedata.combining(whole[len(cut)]):
        cut = cut[:-1]
    return cut
