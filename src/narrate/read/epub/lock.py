"""Locks on an EPUB: which of its parts are encrypted so that nobody can read them without a key."""

from typing import TYPE_CHECKING, Final

from narrate.read.html.links import target
from narrate.read.xml import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from narrate.read.archive import Archive

_ENCRYPTION: Final = "META-INF/encryption.xml"
_OBFUSCATION: Final = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Fonts are made unusable outside of the book, which is no lock (EPUB 3.3, 4.4)."""


def locked_parts(archive: "Archive") -> frozenset[str]:
    """Return the names of the parts that are encrypted (EPUB 3.3, 4.2.6.3.2)."""
    return frozenset(_locked(archive)) if _ENCRYPTION in archive else frozenset()


def _locked(archive: "Archive") -> "Iterator[str]":
    root = parse(archive.read(_ENCRYPTION), archive.place(_ENCRYPTION))
    for each in root.iter("{*}EncryptedData"):
        methods = {method.get("Algorithm", "") for method in each.iterfind("{*}EncryptionMethod")}
        if not methods <= _OBFUSCATION or not methods:
            yield from (target("", part.get("URI", "")) for part in each.iter("{*}CipherReference"))
