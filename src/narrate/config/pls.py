"""Lexicons of the W3C's Pronunciation Lexicon Specification 1.0, in and out.

See https://www.w3.org/TR/pronunciation-lexicon/.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import (
    Element,
    ParseError,
    SubElement,
    fromstring,
    indent,
    tostring,
)

from narrate.errors import BadLexicon, CannotRead
from narrate.model.ipa import strange
from narrate.model.lexicon import Entry

SPACE: Final = "http://www.w3.org/2005/01/pronunciation-lexicon"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_IPA: Final = "ipa"


def read_pls(path: Path) -> tuple[Entry, ...]:
    """Read a lexicon: what every grapheme of a lexeme is said as, by its preferred phoneme or its first.

    Raises `BadLexicon` for what is no PLS or not in the IPA, `CannotRead` for what cannot be read.
    """
    root = _root(path)
    if root.tag != _name("lexicon"):
        raise BadLexicon(path, f"its outermost element is <{_bare(root.tag)}>, not <lexicon> of PLS 1.0")
    language, alphabet = root.get(_LANG, ""), root.get("alphabet", "")
    return tuple(
        entry
        for lexeme in root.iterfind(_name("lexeme"))
        for entry in _entries(path, lexeme, language, alphabet)
    )


def pls(entries: Iterable[Entry], language: str) -> bytes:
    """Write a lexicon for a language; respellings become aliases.

    PLS has no words for conditions: entries that need a voice or neighbours, and those of another language,
    are left out (see `fits`).
    """
    root = Element("lexicon", {"version": "1.0", "xmlns": SPACE, "alphabet": _IPA, "xml:lang": language})
    kept = [entry for entry in entries if fits(entry, language) and (entry.ipa or entry.say)]
    first = {entry.printed: entry for entry in reversed(kept)}
    for _, entry in sorted(first.items()):
        _add(root, entry)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def fits(entry: Entry, language: str) -> bool:
    """Tell whether PLS can say all that an entry says."""
    return not (entry.voice or entry.before or entry.after) and entry.language in {"", language}


def _root(path: Path) -> Element:
    try:
        data = path.read_bytes()
        if b"<!ENTITY" in data.replace(b"\0", b""):
            raise BadLexicon(path, "it defines entities of its own, which a lexicon never needs")
        return fromstring(data)  # noqa: S314 - without entities of its own there is nothing to expand
    except ParseError as error:
        raise BadLexicon(path, f"it is not XML: {error}") from error
    except (ValueError, LookupError) as error:
        raise BadLexicon(path, f"its encoding is unknown: {error}") from error
    except OSError as error:
        raise CannotRead(path, error.strerror or error) from error


def _entries(path: Path, lexeme: Element, language: str, alphabet: str) -> Iterator[Entry]:
    graphemes = [word for each in lexeme.iterfind(_name("grapheme")) if (word := _text(each))]
    said = next((text for each in lexeme.iterfind(_name("alias")) if (text := _text(each))), "")
    ipa = _sounds(path, lexeme, alphabet)
    if not graphemes or not (said or ipa):
        told = " ".join("".join(lexeme.itertext()).split())
        raise BadLexicon(path, f"the lexeme {told!r} lacks a grapheme, or a phoneme or alias beside it")
    for grapheme in graphemes:
        yield Entry(grapheme, said, ipa, language)


def _sounds(path: Path, lexeme: Element, alphabet: str) -> str:
    """Return the phoneme that is preferred, else the first; an alias that is preferred leaves none."""
    if any(_is_preferred(alias) for alias in lexeme.iterfind(_name("alias"))):
        return ""
    phonemes = sorted(lexeme.iterfind(_name("phoneme")), key=_is_preferred, reverse=True)
    for phoneme in phonemes[:1]:
        ipa, written = _text(phoneme), phoneme.get("alphabet", alphabet)
        if written.lower() != _IPA:
            raise BadLexicon(path, f"the phoneme {ipa!r} is in the alphabet {written!r}, not in the IPA")
        if odd := strange(ipa):
            raise BadLexicon(path, f"the phoneme {ipa!r} holds {odd!r}, which the IPA does not know")
        return ipa
    return ""


def _is_preferred(element: Element) -> bool:
    return element.get("prefer") == "true"


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _add(root: Element, entry: Entry) -> None:
    lexeme = SubElement(root, "lexeme")
    SubElement(lexeme, "grapheme").text = entry.printed
    if entry.ipa:
        SubElement(lexeme, "phoneme").text = entry.ipa
    if entry.say:
        SubElement(lexeme, "alias").text = entry.say


def _name(tag: str) -> str:
    return f"{{{SPACE}}}{tag}"


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]
