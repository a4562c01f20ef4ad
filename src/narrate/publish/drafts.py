"""Write beside the target, flush, rename: a target is whole or as it was."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from narrate.alive import here
from narrate.publish.leftovers import sweep
from narrate.publish.target import telling_what_was_refused


@contextmanager
def drafts(targets: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Offer a path beside each target; at the end all drafts become the targets, after a failure none.

    Raises `DiskFull` where the disk is, `FileRefused` where the system refuses.
    """
    beside = tuple(map(_beside, targets))
    made = [folder for folder in dict.fromkeys(path.parent for path in targets) if not folder.is_dir()]
    try:
        with telling_what_was_refused(targets[0].parent):
            for folder in made:
                folder.mkdir(parents=True, exist_ok=True)
            for folder in {path.parent for path in targets}:
                sweep(folder)
            yield beside
            _put_in_place(beside, targets)
    except BaseException:
        _take_away(beside, made)
        raise


@contextmanager
def flushed(draft: Path) -> Iterator[None]:
    """Flush a draft to the disk while the block lasts, which may read it."""
    with ThreadPoolExecutor(1) as disk:
        flushing = disk.submit(_flush, draft)
        yield
    flushing.result()


@contextmanager
def bench(folder: Path) -> Iterator[Path]:
    """Offer a folder to work in, on the disk of the targets; it is gone at the end.

    Raises `DiskFull` and `FileRefused` as `drafts` does.
    """
    place = folder / f".narrate-{here()}-{os.getpid()}-{token_hex(6)}.part"
    with telling_what_was_refused(folder):
        sweep(folder)
        place.mkdir(parents=True)
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _beside(target: Path) -> Path:
    """Name a draft: short, so that the longest target can have one; hidden, so that no library scans it."""
    digest = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    return target.with_name(f".narrate-{here()}-{os.getpid()}-{digest}.part")


def _put_in_place(beside: Sequence[Path], targets: Sequence[Path]) -> None:
    for draft in beside:
        _flush(draft)
    for draft, target in zip(beside, targets, strict=True):
        draft.replace(target)


def _flush(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _take_away(beside: Sequence[Path], made: Sequence[Path]) -> None:
    for draft in beside:
        with suppress(OSError):
            draft.unlink()
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
