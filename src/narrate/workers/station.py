"""What happens inside a worker process: it settles, does task after task, and leaves with its parent."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing import connection, parent_process
from threading import Thread
from typing import NoReturn, TypeVar

T = TypeVar("T")


def settle(environment: Mapping[str, str]) -> None:
    """Make this process a worker: its parent's environment, one thread, a group of its own, no Ctrl-C."""
    os.environ.clear()  # a fork server has the environment of the day it started
    os.environ.update(environment)
    _be_frugal()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, lambda *_: _leave())
    Thread(target=_leave_with_parent, daemon=True).start()


def perform(task: Callable[..., T], *arguments: object) -> T:
    """Do the task; an error that would not survive the journey home goes as its words."""
    try:
        return task(*arguments)
    except Exception as error:
        if _travels(error):
            raise
        words = f"{type(error).__name__}: {error}"
        raise RuntimeError(words) from None


def _be_frugal() -> None:
    from narrate.workers import frugal  # the parent keeps its threads

    frugal.limit_threads()
    frugal.keep_memory()


def _leave_with_parent() -> None:
    if parent := parent_process():
        connection.wait([parent.sentinel])
        _leave()


def _leave() -> NoReturn:
    """End at once, with every program that a task has started."""
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _travels(error: Exception) -> bool:
    try:
        return type(pickle.loads(pickle.dumps(error))) is type(error)  # noqa: S301 - made in this line
    except Exception:  # noqa: BLE001 - an error may carry anything
        return False
