"""Drafts that a killed process left beside its targets."""

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

from narrate.alive import here, is_alive

_DRAFT = re.compile(r"\.narrate-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{12}\.part")
_OLD = 86_400
"""Seconds after which no writer is still at it, wherever it runs."""


def sweep(folder: Path, *, ours: bool = False) -> None:
    """Remove the drafts of processes of this host that are no more, and those that are a day old.

    With `ours` go those of this very process too: nobody here is at work any more.
    """
    for path in folder.glob(".narrate-*.part"):
        draft = _DRAFT.fullmatch(path.name)
        if draft and (_is_left(draft[1], int(draft[2]), ours=ours) or _is_old(path)):
            _remove(path)


def _is_left(home: str, process: int, *, ours: bool) -> bool:
    return home == here() and ((ours and process == os.getpid()) or not is_alive(process))


def _is_old(path: Path) -> bool:
    """Ask the file: in the next container, the host of the one that was killed has another name."""
    with suppress(OSError):
        return time.time() - path.stat().st_mtime > _OLD
    return False


def _remove(path: Path) -> None:
    with suppress(OSError):  # what the system keeps harms nobody
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
