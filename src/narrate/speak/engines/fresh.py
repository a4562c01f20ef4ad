"""Do a thing in a fresh copy of this process, so that it finds a C library as it was first loaded."""

import fcntl
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

Result = TypeVar("Result")

POSSIBLE = sys.platform == "linux"
"""Elsewhere a process cannot be copied, or its libraries do not survive that."""

WIDTH=1<<16


def in_a_copy(work: Callable[[], Result]) -> Result:
    """Return what `work` returns in a copy of this process, or raise what it raises there.

    A copy costs some three milliseconds.  Raises `RuntimeError` where it ends without a result.
    """
    ear, mouth = _wide_pipe()
    copy = _copied()
    if copy == 0:
        _tell(work, mouth)
    os.close(mouth)
    with os.fdopen(ear, "rb") as wire:
        told = wire.read()
    _, status = os.waitpid(copy, 0)
    if code := os.waitstatus_to_exitcode(status):
        end = f"a copy of the process ended with {signal.Signals(-code).name if code < 0 else code}"
        raise RuntimeError(end)
    result, error = cast("tuple[Result, Exception | None]", pickle.loads(told))  # noqa: S301 - told by our own copy
    if error:
        raise error
    return result


def _wide_pipe() -> tuple[int, int]:
    """Make a pipe that takes a line's sound at once, so that the two ends need not wait for each other."""
    ear, mouth = os.pipe()
    if sys.platform == "linux":
        with suppress(OSError):  # a user with many pipes gets narrow ones
            fcntl.fcntl(mouth, fcntl.F_SETPIPE_SZ, WIDTH)
    return ear, mouth


def _copied() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads here only wait for bytes
        return os.fork()


def _tell(work: Callable[[], object], mouth: int) -> None:
    code = 1
    try:
        with os.fdopen(mouth, "wb") as wire:
            pickle.dump(_outcome(work), wire, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)  # nothing of the original may be flushed, closed or torn down twice


def _outcome(work: Callable[[], object]) -> tuple[object, Exception | None]:
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - raised again in the original
        return None, error
