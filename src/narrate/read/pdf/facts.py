"""What a PDF file tells about itself: its information dictionary, its XMP packet, its language."""

import ctypes
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from pypdfium2 import raw

from narrate.model.metadata import Metadata

_PACKET: Final = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_ITEM: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_FILE_NAME: Final = re.compile(
    r"(?:microsoft (?:word|powerpoint) - .*"
    r"|.*\.(?:docx?|odt|rtf|tex|dvi|indd|qxd|pdf|txt|html?|epub|fm|p65|pages)"
    r"|untitled.*|\(?anonymous\)?|unspecified|unknown|none|title|document\d*"
    r"|[\w.%]*[_\d][\w.%-]*|.*[\\/].*\.\w+)",
    re.IGNORECASE,
)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z\d]{2,8})*", re.IGNORECASE)


def facts(path: Path, document: Any) -> Metadata:  # noqa: ANN401 - pypdfium2 has no types
    """Return title, author, language and description; a title that is a file's name is none."""
    told = document.get_metadata_dict(skip_empty=True)
    packet = _packet(path)
    return Metadata(
        title=_telling(told.get("Title", "")) or _telling(packet.get("title", "")),
        author=_telling(told.get("Author", "")) or _telling(packet.get("creator", "")),
        language=_tag(_catalog_language(document)) or _tag(packet.get("language", "")),
        publisher=packet.get("publisher", ""),
        description=_telling(told.get("Subject", "")) or packet.get("description", ""),
    )


def _telling(text: str) -> str:
    """Keep what a person wrote; drop what a program put in its place.

    >>> _telling("The Lost Key"), _telling("Microsoft Word - key_final.doc"), _telling("ms_v3")
    ('The Lost Key', '', '')
    """
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return "" if _FILE_NAME.fullmatch(plain) else plain


def _tag(text: str) -> str:
    return text.strip() if _LANGUAGE.fullmatch(text.strip()) else ""


def _catalog_language(document: Any) -> str:  # noqa: ANN401 - as above
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    room = ctypes.create_string_buffer(max(length, 2))
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return room.raw.decode("utf-16-le", "replace").rstrip("\0")


def _packet(path: Path) -> Mapping[str, str]:
    """Return the Dublin Core of the only XMP packet; of several nobody knows which is the document's."""
    packets = _PACKET.findall(path.read_bytes())
    if len(packets) != 1 or b"<!" in packets[0]:
        return {}
    try:
        tree = ET.fromstring(packets[0])  # noqa: S314 - without declarations there are no entities
    except ET.ParseError:
        return {}
    found = {name: tree.find(f".//{_DC}{name}//{_ITEM}") for name in _NAMES}
    return {name: (item.text or "").strip() for name, item in found.items() if item is not None}


_NAMES: Final = ("title", "creator", "language", "publisher", "description")
