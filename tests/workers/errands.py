"""Tasks for workers, and what tells a test how they fare: notes in files, gates that are pipes."""

import os
import select
import signal
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from narrate.errors import UnknownEncoding
from narrate.workers.aside import aside

T = TypeVar("T")

MUTE = "a lambda cannot travel"


class Mute(Exception):
    """An error that cannot be pickled."""

    def __init__(self) -> None:
        super().__init__(MUTE, lambda: None)


def note(notes: Path, word: object) -> object:
    with notes.open("a") as file:
        file.write(f"{word}\n")
    return word


def hold(notes: Path, gate: Path) -> int:
    """Note the process, wait at the gate until it has been opened and closed, and return the process."""
    pid = os.getpid()
    note(notes, pid)
    gate.read_bytes()
    return pid


def hold_again(notes: Path, first: Path, second: Path) -> int:
    """Hold at the first gate, and should that go wrong, at the second."""
    return hold(notes, second if notes.exists() else first)


def hold_with_a_child(notes: Path, gate: Path) -> None:
    with subprocess.Popen(["/bin/sleep", "600"]) as child:
        note(notes, child.pid)
        hold(notes, gate)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        die()
    return "alive"


def refuse() -> None:
    path = "a.txt"
    raise UnknownEncoding(path, 3, 1, "no letter")


def stammer() -> None:
    raise Mute


def whereabouts() -> tuple[int, int, bool, bool]:
    """Return process, group, and whether Ctrl-C is ignored and not blocked."""
    ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    return os.getpid(), os.getpgrp(), ignored, not signal.pthread_sigmask(signal.SIG_BLOCK, ())


def gate(folder: Path, name: str = "gate") -> Path:
    path = folder / name
    os.mkfifo(path)
    return path


def numbers(notes: Path) -> list[int]:
    return [int(word) for word in notes.read_text().split()]


def all_gone(pids: Iterable[int]) -> bool:
    """Tell whether every process ends within ten seconds."""
    return all(_gone(pid) for pid in pids)


def _gone(pid: int) -> bool:
    try:
        watch = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watch], [], [], 10)[0])
    finally:
        os.close(watch)


def knows(module: str) -> bool:
    """Tell whether a module was imported before this task began."""
    import sys

    return module in sys.modules


def done_aside(task: Callable[[], T]) -> tuple[int, T]:
    with aside(task) as result:
        return os.getpid(), result()


def called_off(notes: Path, door: Path, seen: Path) -> None:
    with aside(hold, notes, door), aside(tell_when_noted, notes, seen):
        seen.read_bytes()


def tell_when_noted(notes: Path, seen: Path) -> None:
    while not notes.exists():
        os.sched_yield()
    seen.write_bytes(b"")
