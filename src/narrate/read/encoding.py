"""Bytes in, the author's characters out - or a clear word on why not."""

import re
from collections.abc import Iterable
from pathlib import Path

from narrate.errors import CannotRead, EmptyStory, NotText, UnknownEncoding
from narrate.model.story import Source
from narrate.read.garble import first_garbled

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_PRINTABLE = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"{\\rtf", "a Rich Text document"),
)
"""Documents that may be printable from end to end, but are no text for it."""
_SIGNATURES = (
    *_PRINTABLE,
    (0, b"\x89PNG", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (0, b"PK\x03\x04", "a ZIP archive (an EPUB or a Word document is one too)"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"7z\xbc\xaf", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\xd0\xcf\x11\xe0", "an old Word document"),
    (0, b"ID3\x02", "an MP3 recording"),
    (0, b"ID3\x03", "an MP3 recording"),
    (0, b"ID3\x04", "an MP3 recording"),
    (0, b"OggS\x00", "an Ogg recording"),
    (0, b"fLaC\x00", "a FLAC recording"),
    (4, b"ftyp", "an MP4 recording or film"),
    (8, b"WAVEfmt", "a WAV recording"),
    (8, b"WEBPVP8", "a WebP picture"),
    (8, b"AVI LIST", "a film"),
    (0, b"SQLite format 3\x00", "a database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
    (60, b"BOOKMOBI", "a Kindle book"),
)
"""At which byte stands what in a file of which kind: names for what has turned out to be no text."""
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
    return decoded(path, bytes_of(path))


def decoded(path: Path, data: bytes) -> str:
    """Decode the bytes of a file as `decode` does."""
    _refuse(path, data, _PRINTABLE)
    try:
        text = _text(path, data)
    except (NotText, UnknownEncoding):
        _refuse(path, data, _SIGNATURES)
        raise
    if not text.strip():
        raise EmptyStory(path)
    return text


def bytes_of(path: Path) -> bytes:
    """Read a file; raise `CannotRead` where the system does not let us."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error


def _text(path: Path, data: bytes) -> str:
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", ""))
    if bom:
        return _strict(path, data, encoding, len(bom))
    if wide := _wide(data):
        return _strict(path, data, wide, 0)
    if (at := data.find(0)) >= 0:
        raise NotText(path, at, "a zero byte")
    return _utf8(path, data)


def _refuse(path: Path, data: bytes, signatures: Iterable[tuple[int, bytes, str]]) -> None:
    """Raise `NotText` where the file begins like one of a known kind."""
    for at, signature, kind in signatures:
        if data.startswith(signature, at):
            raise NotText(path, at, kind)


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
        at, what = skip + error.start, f"the {encoding.upper()} text is damaged"
        raise _unknown(path, data, at, encoding, what) from error
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
            raise _unknown(path, data, error.start, "utf-8", "the UTF-8 text is damaged") from error
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
        raise _unknown(path, data, error.start, "cp1252", what) from error
    if (at := first_garbled(text)) is not None:
        what = "the text is in an encoding that is neither UTF-8, UTF-16 nor Windows-1252"
        raise _unknown(path, data, at, "cp1252", what)
    return _printable(path, text, "cp1252", 0)


def _unknown(path: Path, data: bytes, at: int, encoding: str, what: str) -> UnknownEncoding:
    before = Source(path, data[:at].decode(encoding, "replace"))
    return UnknownEncoding(path, at, before.line_of(len(before.text)), what)
