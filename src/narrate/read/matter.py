"""What is not the story says so: by what it is called, and an imprint by what only imprints say."""

import re
from collections.abc import Mapping
from typing import Final

from narrate.read.flow import Matter

_CALLED: Final[Mapping[Matter, re.Pattern[str]]] = {
    matter: re.compile(pattern, re.IGNORECASE)
    for matter, pattern in {
        Matter.TITLE_PAGE: (
            r"copyright(?: page| notice| information)?|imprint|title page|half[- ]?title(?: page)?"
            r"|cover(?: page)?|(?:advance )?praise for .+"
        ),
        Matter.CONTENTS: (
            r"(?:table of )?contents(?: page)?|(?:list of )?(?:illustrations|figures|plates|maps|tables)"
            r"|inhalt(?:sverzeichnis)?|table des mati[èe]res|sommaire|[íi]ndice|sommario|sum[áa]rio"
            r"|inhoud(?:sopgave)?"
        ),
        Matter.INDEX: (
            r"(?:general |subject |author |name )?index(?: of .+)?|(?:personen|namen|sach)?register"
            r"|stichwortverzeichnis"
        ),
        Matter.BACK_MATTER: (
            r"(?:also|more|(?:(?:other|more) )?(?:books|titles|works|novels))(?: available)? (?:by|from) .+"
            r"|(?:also|now) available .+|by the same author|about the (?:publisher|type|typeface)"
            r"|advertisements?|colophon|transcriber[’']s notes?"
            r"|(?:[\d.]+ |[IVX]+\.? )?(?:(?:select(?:ed)? )?bibliography|references"
            r"|(?:works|literature) cited|literaturverzeichnis|bibliographie)"
        ),
    }.items()
}
_NOTES: Final = re.compile(
    r"(?:end|foot)?notes(?: (?:to|on) .+)?|notes and references|anmerkungen|endnoten|notas", re.IGNORECASE
)
_IMPRINT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"©|\bcopyright\b|\(c\) ?\d{4}",
        r"\ball rights reserved\b|alle rechte vorbehalten|tous droits réservés",
        r"\be?isbn\b",
        r"\b(?:first )?published (?:by|in)\b|\bpublished \d{4}",
        r"library of congress|british library|catalogu?ing",
        r"\bprinted (?:in|by|and bound)\b|\b(?:first|second|kindle|ebook|epub|digital) edition\b",
        r"no part of this (?:book|publication)|may not be reproduced",
    )
)
_SIGNS_OF_IMPRINT: Final = 2


def called(title: str) -> Matter | None:
    """Tell what is not the story by its title.

    >>> [called(title) for title in ("CONTENTS.", "5 References", "The Index Finger")]
    [<Matter.CONTENTS: 'contents'>, <Matter.BACK_MATTER: 'back matter'>, None]
    """
    bare = title.strip(" .:")
    return next((matter for matter, words in _CALLED.items() if words.fullmatch(bare)), None)


def is_called_notes(title: str) -> bool:
    """Tell the title of a chapter of notes.

    >>> is_called_notes("Endnotes"), is_called_notes("Notes from Underground")
    (True, False)
    """
    return _NOTES.fullmatch(title.strip(" .:")) is not None


def is_imprint(text: str) -> bool:
    """Tell the page that says who published a book: by at least two of the things that only such a page says.

    >>> is_imprint("Copyright 1999 by Ann Lee. All rights reserved."), is_imprint("A copyright of love.")
    (True, False)
    """
    return sum(pattern.search(text) is not None for pattern in _IMPRINT) >= _SIGNS_OF_IMPRINT
