"""Drafts that a killed process left beside its targets."""

import hashlib
import os
import platform
import re
import shutil
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_DRAFT = re.compile(r"\.narrate-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{12}\.part")
_MACHINE = Path("/etc/machine-id")
_PROCESSES = Path("/proc/self/ns/pid")
"""On Linux hosts of one name differ in the first, containers of one host in the second."""


@cache
def here() -> str:
    """Return eight letters for this host, or for the container where process numbers are its own."""
    machine = _MACHINE.read_text("ascii", "replace") if _MACHINE.is_file() else ""
    world = _PROCESSES.readlink() if _PROCESSES.is_symlink() else ""
    return hashlib.sha256(f"{platform.node()} {machine} {world}".encode()).hexdigest()[:8]


def sweep(folder: Path) -> None:
    """Remove the drafts of processes of this host that are no more, and no others."""
    for path in folder.glob(".narrate-*.part"):
        draft = _DRAFT.fullmatch(path.name)
        if draft and draft[1] == here() and not _lives(int(draft[2])):
            _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):  # what the system keeps harms nobody
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return True  # there is no asking there: signal 0 would end the process
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
