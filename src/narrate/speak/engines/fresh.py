"""Do a thing in a fresh copy of this process, so that it finds a C library as it was first loaded."""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

POSSIBLE = sys.platform == "linux"
"""Elsewhere a process cannot be copied, or its libraries do not survive that."""


def in_a_copy(work: Callable[[], Result]) -> Result:
    """Return what `work` returns in a copy of this process, or raise what it raises there.

    A copy costs some three milliseconds.  Raises `RuntimeError` where it ends without a result.
    """
    ear, mouth = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads here only wait for bytes
        copy = os.fork()
    if copy == 0:
        _tell(work, mouth)
    os.close(mouth)
    with os.fdopen(ear, "rb") as wire:
        told = wire.read()
    _, status = os.waitpid(copy, 0)
    return _understand(told, status)


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


def _understand(told: bytes, status: int) -> "Result":  # type: ignore[type-var] # told by our own copy
    code = os.waitstatus_to_exitcode(status)
    if code:
        ended = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        raise RuntimeError(f"the synthesis ended with {ended}")
    result, error = pickle.loads(told)  # noqa: S301 - told by our own copy
    if error:
        raise error
    return result
