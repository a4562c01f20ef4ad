"""Bytes in, the author's characters out - or a clear word on why not."""

import re
from collections.abc import Iterator
from pathlib import Path

from narrate.errors import CannotRead, EmptyStory, NotText, UnknownEncoding
from narrate.read.garble import first_garbled

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (an EPUB or a Word document is one too)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"RIFF", "a recording or film"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"BOOKMOBI", "a Kindle book"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x7f]")
"""Never in a text; tab, line ends, form feed, the old end-of-file mark and the separators may be."""
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}",
)


def decode(path: Path) -> str:
    """Read a file as text: UTF-8, UTF-16 or UTF-32, with or without BOM, or Windows-1252.

    The BOM is no part of the text; line ends stay as they are.  Raises `CannotRead`, `EmptyStory`,
    `NotText` or `UnknownEncoding`.
    """
    data = _bytes(path)
    text = _text(path, data)
    if not text.strip():
        raise EmptyStory(path)
    return text


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error


def _text(path: Path, data: bytes) -> str:
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", ""))
    if bom:
        return _strict(path, data, encoding, len(bom))
    _refuse_signatures(path, data)
    if wide := _wide(data):
        return _strict(path, data, wide, 0)
    _refuse_nulls(path, data)
    return _utf8(path, data)


def _refuse_signatures(path: Path, data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) or (signature == b"BOOKMOBI" and data[60:68] == signature):
            raise NotText(path, 0, kind)


def _refuse_nulls(path: Path, data: bytes) -> None:
    if (at := data.find(0)) >= 0:
        raise NotText(path, at, "a zero byte")


def _wide(data: bytes) -> str:
    """Name the UTF-16 that the places of the zero bytes speak for.

    >>> _wide("Once".encode("utf-16-be")), _wide("Once".encode("utf-16-le")), _wide(b"Once")
    ('utf-16-be', 'utf-16-le', '')
    """
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or bool(even) == bool(odd) or max(even, odd) * 20 < len(data) // 2:
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _strict(path: Path, data: bytes, encoding: str, skip: int) -> str:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(path, data, skip + error.start, f"the {encoding.upper()} text is damaged") from error
    return _printable(path, text, encoding, skip)


def _printable(path: Path, text: str, encoding: str, skip: int) -> str:
    if control := _CONTROL.search(text):
        at = skip + len(text[: control.start()].encode(encoding))
        raise NotText(path, at, f"a control character ({ord(control[0]):#04x})")
    return text


def _utf8(path: Path, data: bytes) -> str:
    try:
        return _printable(path, data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError as error:
        if _meant_as_utf8(data):
            raise _unknown(path, data, error.start, "the UTF-8 text is damaged") from error
        return _windows(path, data)


def _meant_as_utf8(data: bytes) -> bool:
    r"""Tell damaged UTF-8 from another encoding by its whole sequences.

    >>> _meant_as_utf8(b"\xe2\x80\x9cWhy?\x9d he said."), _meant_as_utf8("“Why?” é".encode("cp1252"))
    (True, False)
    """
    rest, whole = _UTF8_SEQUENCE.subn(b"", data)
    broken = len(re.findall(rb"[\x80-\xff]+", rest))
    return whole > 0 and whole >= broken


def _windows(path: Path, data: bytes) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        what = f"byte {data[error.start]:#04x} is neither UTF-8 nor Windows-1252"
        raise _unknown(path, data, error.start, what) from error
    if (at := first_garbled(text)) is not None:
        what = "the text is in an encoding that is neither UTF-8, UTF-16 nor Windows-1252"
        raise _unknown(path, data, at, what)
    return _printable(path, text, "cp1252", 0)


def _unknown(path: Path, data: bytes, at: int, what: str) -> UnknownEncoding:
    return UnknownEncoding(path, at, 1 + sum(1 for _ in _line_ends(data[:at])), what)


def _line_ends(data: bytes) -> Iterator[re.Match[bytes]]:
    return re.finditer(rb"\r\x00?\n\x00?|[\r\n]", data)
