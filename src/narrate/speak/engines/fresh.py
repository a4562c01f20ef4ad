"""Do things in a copy of this process: a C library is there as it is here, and stays here as it was."""

import os
import pickle
import signal
import sys
import warnings
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Generic, NoReturn, TypeVar, cast

Question = TypeVar("Question")
Result = TypeVar("Result")

POSSIBLE = sys.platform == "linux"
"""Elsewhere a process cannot be copied, or its libraries do not survive that."""


class Copy(Generic[Question, Result]):
    """A copy of this process that answers questions one by one until it is closed or forgotten.

    `work` is taken along as it is; questions and results are pickled.  A copy costs
    some milliseconds.
    """

    def __init__(self, work: Callable[[Question], Result]) -> None:
        asked, mouth = os.pipe()
        ear, told = os.pipe()
        self._process = _copied()
        if self._process == 0:
            os.close(mouth)
            os.close(ear)
            _serve(work, asked, told)
        os.close(asked)
        os.close(told)
        self._mouth, self._ear = os.fdopen(mouth, "wb"), os.fdopen(ear, "rb")
        self._end = weakref.finalize(self, _end, self._process, self._mouth, self._ear)

    def ask(self, question: Question) -> Result:
        """Return what the work returns for a question, or raise what it raises.

        Raises `RuntimeError` where the copy ends without a result; it is closed then.
        """
        try:
            pickle.dump(question, self._mouth, protocol=pickle.HIGHEST_PROTOCOL)
            self._mouth.flush()
            outcome = pickle.load(self._ear)  # noqa: S301 - told by our own copy
        except (EOFError, BrokenPipeError) as error:
            raise RuntimeError(self._last_words()) from error
        result, trouble = cast("tuple[Result, Exception | None]", outcome)
        if trouble:
            raise trouble
        return result

    @property
    def closed(self) -> bool:
        """Whether it has ended."""
        return not self._end.alive

    def close(self) -> None:
        """End the copy, and wait until it has."""
        self._end()

    def _last_words(self) -> str:
        code = os.waitstatus_to_exitcode(self._end() or 0)
        return f"a copy of the process ended with {signal.Signals(-code).name if code < 0 else code}"


def in_a_copy(work: Callable[[], Result]) -> Result:
    """Return what `work` returns in a copy made for it alone, or raise what it raises there."""
    copy: Copy[None, Result] = Copy(lambda _: work())
    try:
        return copy.ask(None)
    finally:
        copy.close()


def _end(process: int, *wires: IO[bytes]) -> int:
    """Hang up, which ends the copy, and return its exit status."""
    for wire in wires:
        with suppress(BrokenPipeError):  # a question that it did not live to read
            wire.close()
    return os.waitpid(process, 0)[1]


def _copied() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads here only wait for bytes
        return os.fork()


def _serve(work: Callable[[Question], object], asked: int, told: int) -> NoReturn:
    code = 1
    try:
        with os.fdopen(asked, "rb") as ear, os.fdopen(told, "wb") as mouth:
            while ear.peek(1):
                question = pickle.load(ear)  # noqa: S301 - asked by the original
                pickle.dump(_outcome(work, question), mouth, protocol=pickle.HIGHEST_PROTOCOL)
                mouth.flush()
        code = 0
    finally:
        os._exit(code)  # nothing of the original may be flushed, closed or torn down twice


def _outcome(work: Callable[[Question], object], question: Question) -> tuple[object, Exception | None]:
    try:
        return work(question), None
    except Exception as error:  # noqa: BLE001 - raised again in the original
        return None, error
