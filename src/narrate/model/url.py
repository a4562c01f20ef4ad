"""A place at a URL, where the house works with paths."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

_FOLDED: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/+")
"""The beginning of a URL, as it was written or as `pathlib` folds it; a drive has a single letter."""

if TYPE_CHECKING:
    _Base = Path
else:
    _Base = type(Path())  # before Python 3.12 the class that is meant to be inherited from is the system's


class Url(_Base):
    """A path whose text is a URL: it is joined and named as any path, but nothing local can open it.

    >>> folder = Url("s3://bucket/out")
    >>> str(folder / "A Book.mp3"), str(folder.absolute().parent)
    ('s3://bucket/out/A Book.mp3', 's3://bucket')
    """

    def __str__(self) -> str:
        return _FOLDED.sub(r"\1://", self.as_posix(), count=1)

    def as_posix(self) -> str:
        """Return the URL as `pathlib` keeps it, with one slash."""
        return str(super().__str__()).replace("\\", "/")

    def absolute(self) -> "Url":
        """Return the URL, which starts at no folder."""
        return self


def place(path: str | Path) -> Path:
    """Return a URL as such, even one that `pathlib` has folded; any other path as it is.

    >>> place(Path("s3://bucket/book.txt")), place("memory://a/b")
    (Url('s3:/bucket/book.txt'), Url('memory:/a/b'))
    >>> [place(text).as_posix() for text in ("C:/books", "a/b", "file:///old%20books")]
    ['C:/books', 'a/b', '/old books']
    """
    text = path.as_posix() if isinstance(path, Path) else path
    if text.startswith("file:/"):
        from urllib.request import url2pathname  # which brings HTTP and TLS with it

        return Path(url2pathname(urlsplit(text).path))
    return Url(text) if _FOLDED.match(text) else Path(path)
