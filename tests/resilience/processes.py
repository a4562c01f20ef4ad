"""Who is running: found in /proc by a word in the environment that a process hands on to all it starts."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
GLANCE = 0.004
"""Seconds between two looks."""
PATIENCE = 5.0
"""Seconds after which whoever is still there will stay."""


def running(token: str) -> dict[int, str]:
    """Return the processes that have the token in their environment, and what each one is."""
    found = {}
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError):
            if token.encode() in (folder / "environ").read_bytes() and _lives(folder):
                found[int(folder.name)] = _role(folder)
    return found


def all_of(role: str, token: str) -> list[int]:
    """Return the processes of one kind: main, server, worker, booth, encoder or ffmpeg (at other work)."""
    return sorted(process for process, its in running(token).items() if its == role)


def kill(process: int) -> bool:
    """End a process as the system does when memory runs out; tell whether it was there."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def stragglers(token: str) -> dict[int, str]:
    """Return who is still there when all have had the time to leave."""
    deadline = time.monotonic() + PATIENCE
    while (left := running(token)) and time.monotonic() < deadline:
        time.sleep(GLANCE)
    return left


def peak_memory(process: int) -> int:
    """Return the most bytes of memory that a process ever held; 0 where it is gone."""
    with suppress(OSError):
        for line in (PROC / str(process) / "status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return 1024 * int(line.split()[1])
    return 0


def _lives(folder: Path) -> bool:
    return _stat(folder)[0] not in "ZX"


def _stat(folder: Path) -> list[str]:
    """Return what follows a process's name: its state, its parent and more (proc(5))."""
    return (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()


def _role(folder: Path) -> str:
    if not _is_server(folder):
        return _kind((folder / "cmdline").read_text(errors="replace"))
    return "worker" if _is_server(PROC / _stat(folder)[1]) else "server"


def _is_server(folder: Path) -> bool:
    """Tell whether this is the fork server, or a worker, which is a copy of it."""
    try:
        return "multiprocessing.forkserver" in (folder / "cmdline").read_text(errors="replace")
    except OSError:
        return False


def _kind(command: str) -> str:
    r"""Tell what a process is by its command line.

    >>> _kind("python\0-P\0-m\0narrate.speak.booth\0tone\0")
    'booth'
    """
    if "ffmpeg" in Path(command.split("\0", maxsplit=1)[0]).name:
        return "encoder" if "s16le" in command else "ffmpeg"
    named = {"narrate.speak.booth": "booth", "resource_tracker": "tracker"}
    return next((kind for name, kind in named.items() if name in command), "main")
