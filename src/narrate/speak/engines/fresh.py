"""Do a thing in a fresh copy of this process, so that it finds a C library as it was first loaded."""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from typing import TypeVar, cast

Result = TypeVar("Result")

POSSIBLE = sys.platform == "linux"
"""Elsewhere a process cannot be copied, or its libraries do not survive that."""


def in_a_copy(work: Callable[[], Result]) -> Result:
    """Return what `work` returns in a copy of this process, or raise what it raises there.

    A copy costs some five milliseconds.  Raises `RuntimeError` where it ends without a result.
    """
    ear, mouth = os.pipe()
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
    outcome = pickle.loads(told)  # noqa: S301 - told by our own copy
    result, error = cast("tuple[Result, Exception | None]", outcome)
    if error:
        raise error
    return result


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
