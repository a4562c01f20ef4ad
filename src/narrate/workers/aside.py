"""Do one thing in a copy of this process, so that the memory it takes is given back with it."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from narrate.errors import WorkerDied
from narrate.workers.station import perform, settle

T = TypeVar("T")


@contextmanager
def aside(task: Callable[..., T], *arguments: object) -> Iterator[Callable[[], T]]:
    """Begin a task beside this process, and offer what waits for its result.

    That raises what the task raises, and `WorkerDied` where it came to no end.  Where no copy can be made, on
    macOS and Windows and beside other threads, the task is done here when it is waited for.  At the end it is
    called off.
    """
    if sys.platform in {"win32", "darwin"} or threading.active_count() > 1:
        yield partial(task, *arguments)
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    copy = context.Process(target=_do, args=(ours, theirs, task, *arguments))
    copy.start()
    theirs.close()
    try:
        yield partial(_result, ours, task)
    finally:
        ours.close()
        copy.kill()
        copy.join()


def _do(theirs: Connection, ours: Connection, task: Callable[..., Any], *arguments: object) -> None:
    theirs.close()
    settle(dict(os.environ))
    try:
        ours.send((perform(task, *arguments), None))
    except Exception as error:  # noqa: BLE001 - it goes to those who wait
        ours.send((None, error))


def _result(ours: Connection, task: Callable[..., T]) -> T:
    try:
        value, error = ours.recv()
    except EOFError:
        raise WorkerDied(task.__name__) from None
    if error:
        raise error
    return value  # type: ignore[no-any-return]  # what the task has returned
