"""What is to be written: the files of one format, and whether they stand already."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from narrate.errors import NotShared
from narrate.model.metadata import Metadata
from narrate.model.recording import Encoding, Mark
from narrate.pipeline.abroad import found, is_there
from narrate.store.address import address
from narrate.store.store import Store

KIND: Final = "published"


@dataclass(frozen=True, slots=True)
class Part:
    """Tracks back to back in one file."""

    marks: tuple[Mark, ...]
    sound: tuple[str, ...]
    """Where the packets are in the store, in order."""


@dataclass(frozen=True, slots=True)
class Order:
    """All that a worker must know to write a book in one format."""

    form: str
    metadata: Metadata
    rate: int
    encoding: Encoding
    parts: tuple[Part, ...]
    folder: Path
    """The output folder; absolute, like the paths, or a URL, like the paths."""
    paths: tuple[Path, ...]

    def stands(self, store: Store) -> bool:
        """Tell whether all files are there, untouched since they were written to this very order."""
        return all(map(is_there, self.paths)) and all(store.has(KIND, claim) for claim in self._claims())

    def note(self, store: Store) -> None:
        """Remember that the files, as they are now, were written to this order.

        Raises `NotShared` where a worker wrote them to a folder that is another one here.
        """
        try:
            for claim in self._claims():
                store.put(KIND, claim, self.form.encode())
        except FileNotFoundError as error:
            elsewhere = "another machine"
            raise NotShared(self.folder, elsewhere) from error

    def _claims(self) -> Iterator[str]:
        """Name, for every file, the fact that this very file holds what was ordered."""
        cover = self.metadata.cover.read_bytes() if self.metadata.cover else self.metadata.picture
        bare = replace(self.metadata, cover=None, picture=b"")  # wherever it lies
        order = replace(self, metadata=bare)
        wanted = address(KIND, _version(), order, hashlib.sha256(cover).hexdigest() if cover else None)
        for path in self.paths:
            yield address(KIND, wanted, str(path), *found(path))


@cache
def _version() -> str:
    return version("narrate")
