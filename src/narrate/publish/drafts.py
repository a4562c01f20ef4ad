"""Write beside the target, flush, rename: a target is whole or as it was."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

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
            yield beside
            _put_in_place(beside, targets)
    except BaseException:
        _take_away(beside, made)
        raise


def _beside(target: Path) -> Path:
    """Name a draft: short, so that the longest target can have one; hidden, so that no library scans it."""
    digest = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    return target.with_name(f".narrate-{os.getpid()}-{digest}.part")


def _put_in_place(beside: Sequence[Path], targets: Sequence[Path]) -> None:
    for draft in beside:
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
    for draft, target in zip(beside, targets, strict=True):
        draft.replace(target)


def _take_away(beside: Sequence[Path], made: Sequence[Path]) -> None:
    for draft in beside:
        with suppress(OSError):
            draft.unlink()
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
