"""Which fact goes into which tag of which format: the only place that knows.

Audiobookshelf reads what ffprobe shows (author from artist, narrator from composer, series, part and language
from free-form atoms or TXXX); Apple Books the atoms of iTunes with `stik` 2 for an audiobook and the movement
atoms for a series; Plex and BookPlayer album, artist and album artist.
"""

from collections.abc import Mapping

from narrate.model.metadata import Metadata
from narrate.publish.languages import iso_639_2
from narrate.publish.legible import legible

FREE = "----:com.apple.iTunes:"
AUDIOBOOK = "2"
"""The media kind of an audiobook in `stik`."""
_DIGITS = 4

TABLE: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # fact          MP4 atoms                                     ID3v2.3 frames
    "title":       (("©nam",),                                    ("TIT2",)),
    "album":       (("©alb",),                                    ("TALB",)),
    "author":      (("©ART", "aART"),                             ("TPE1", "TPE2")),
    "translator":  ((FREE + "TRANSLATOR",),                       ("TXXX:TRANSLATOR",)),
    "narrator":    (("©wrt", "©nrt", FREE + "NARRATOR"),          ("TCOM", "TXXX:NARRATOR")),
    "genre":       (("©gen",),                                    ("TCON",)),
    "date":        (("©day",),                                    ()),
    "year":        ((),                                           ("TYER",)),
    "day of year": ((),                                           ("TDAT",)),
    "description": (("desc", "ldes", "©cmt"),                     ("COMM", "TXXX:DESCRIPTION")),
    "publisher":   (("©pub", FREE + "PUBLISHER"),                 ("TPUB",)),
    "copyright":   (("cprt",),                                    ("TCOP",)),
    "series":      (("©mvn", FREE + "SERIES"),                    ("MVNM", "TXXX:SERIES")),
    "part":        ((FREE + "SERIES-PART",),                      ("TXXX:SERIES-PART",)),
    "whole part":  (("©mvi",),                                    ("MVIN",)),
    "in series":   (("shwm",),                                    ()),
    "language":    ((FREE + "LANGUAGE",),                         ()),
    "language code": ((),                                         ("TLAN",)),
    "isbn":        ((FREE + "ISBN",),                             ("TXXX:ISBN",)),
    "asin":        ((FREE + "ASIN",),                             ("TXXX:ASIN",)),
    "track":       (("trkn",),                                    ("TRCK",)),
    "kind":        (("stik",),                                    ()),
    "kind's name": ((),                                           ("TXXX:ITUNESMEDIATYPE",)),
}  # fmt: skip


def facts(book: Metadata, title: str, number: int = 1, total: int = 1) -> dict[str, str]:
    """Say what one file of a book tells of itself.

    `title` is the book's or a chapter's, `number` its place among `total` files.
    """
    return {
        "title": title,
        "album": book.title,
        "author": book.author,
        "translator": book.translator,
        "narrator": book.narrator,
        "genre": book.genre,
        "date": book.date,
        "year": book.date[:4],
        "day of year": _day_and_month(book.date),
        "description": book.description,
        "publisher": book.publisher,
        "copyright": book.copyright,
        "series": book.series,
        "part": book.part,
        "whole part": _whole(book.part),
        "in series": "1" if book.series else "",
        "language": book.language,
        "language code": iso_639_2(book.language),
        "isbn": book.isbn,
        "asin": book.asin,
        "track": f"{number}/{total}",
        "kind": AUDIOBOOK,
        "kind's name": "Audiobook",
    }


def _day_and_month(date: str) -> str:
    """Return what ID3v2.3 keeps beside the year.

    >>> _day_and_month("2024-05-31"), _day_and_month("2024-05")
    ('3105', '')
    """
    _, month, day = [*date.split("-"), "", ""][:3]
    return day + month if day else ""


def _whole(part: str) -> str:
    """Return a part that the movement atoms, which are small integers, can hold.

    >>> _whole("007"), _whole("2.5"), _whole("123456")
    ('7', '', '')
    """
    return str(int(part)) if part.isdecimal() and len(part) <= _DIGITS else ""


def mp4_atoms(known: Mapping[str, str]) -> dict[str, str]:
    """Return the text of every atom that has something to say.

    >>> mp4_atoms({"author": "Ann", "date": ""})
    {'©ART': 'Ann', 'aART': 'Ann'}
    """
    return {
        atom: legible(known[fact]) for fact, (atoms, _) in TABLE.items() if known.get(fact) for atom in atoms
    }


def id3_frames(known: Mapping[str, str]) -> dict[str, str]:
    """Return the text of every ID3 frame that has something to say; a TXXX is named with its description.

    >>> id3_frames({"series": "Earthsea"})
    {'MVNM': 'Earthsea', 'TXXX:SERIES': 'Earthsea'}
    """
    return {
        frame: legible(known[fact])
        for fact, (_, frames) in TABLE.items()
        if known.get(fact)
        for frame in frames
    }
