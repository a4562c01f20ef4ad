"""The studio's end of the wire to one booth: start it, ask it, time it, end it."""

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from functools import cached_property
from threading import Timer
from typing import IO, Final, cast

from narrate.errors import NarrateError
from narrate.speak.chatter import Chatter
from narrate.speak.engine import Traits
from narrate.speak.wire import Answer, Question, Refusal, Trouble

GRACE: Final = 1.0
"""Seconds that a booth has to end by itself, or its last words to arrive."""
MERCY: Final = 1.0
"""Seconds after the time-out at which a booth that nobody stopped stops itself."""


class BoothFailed(Exception):
    """Say why an answer did not come; asking a fresh booth may help."""


class Intercom:
    """Start a booth for an engine; the first question waits until the engine is loaded.

    `timeout` is the patience for each answer, and for the loading, in seconds.
    """

    def __init__(self, engine: str, timeout: float) -> None:
        self._timeout = timeout
        self._too_late = False
        self._process = _start(engine, timeout + MERCY)
        self._mouth, self._ear = _piped(self._process.stdin), _piped(self._process.stdout)
        self._chatter = Chatter(_piped(self._process.stderr))
        self.closed = False

    @cached_property
    def traits(self) -> Traits:
        """What the engine says of itself once it is loaded; raises what `ask` raises."""
        try:
            return cast("Traits", self._hear(None))
        except BaseException:
            self.close()
            raise

    def ask(self, method: str, *arguments: object) -> object:
        """Return what the engine's method returns.

        Raises the engine's own `NarrateError`s, and `BoothFailed` where it raises anything else, dies,
        or takes too long; after anything but a `NarrateError` the booth is closed.
        """
        _ = self.traits
        self._chatter.forget()
        try:
            return self._hear(Question(method, arguments))
        except NarrateError:
            raise
        except BaseException:
            self.close()
            raise

    def _hear(self, question: Question | None) -> object:
        reply = self._in_time(question)
        if isinstance(reply, Answer):
            return reply.value
        if isinstance(reply, Refusal):
            raise reply.error
        raise BoothFailed(reply.words if isinstance(reply, Trouble) else f"it answered {reply!r}")

    def _in_time(self, question: Question | None) -> object:
        watchdog = Timer(self._timeout, self._give_up)
        watchdog.daemon = True
        watchdog.start()
        try:
            return self._exchange(question)
        except (EOFError, OSError) as error:
            raise BoothFailed(self._last_words()) from error
        except Exception as error:
            why = f"its answer cannot be read: {error}"
            raise BoothFailed(why) from error
        finally:
            watchdog.cancel()

    def _exchange(self, question: Question | None) -> object:
        if question:
            pickle.dump(question, self._mouth, protocol=pickle.HIGHEST_PROTOCOL)
            self._mouth.flush()
        return pickle.load(self._ear)  # noqa: S301 - our own booth speaks

    def _give_up(self) -> None:
        self._too_late = True
        self._kill()

    def _last_words(self) -> str:
        said = self._chatter.last_line(GRACE)
        return f"{self._cause()}; the last thing it printed: {said}" if said else self._cause()

    def _cause(self) -> str:
        if self._too_late:
            return f"no answer within {self._timeout:g} s"
        with suppress(subprocess.TimeoutExpired):
            code = self._process.wait(GRACE)
            return (
                f"its process was ended by {_signal(-code)}" if code < 0 else f"its process ended with {code}"
            )
        return "it stopped answering"

    def close(self) -> None:
        """End the booth and all that it started; nothing is left running, nothing unreaped."""
        if self.closed:
            return
        self.closed = True
        self._kill()
        self._process.wait()
        for wire in (self._mouth, self._ear):
            with suppress(OSError):
                wire.close()

    def _kill(self) -> None:
        with suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)


def _start(engine: str, seconds: float) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "narrate.speak.booth", engine, str(seconds)]
    pipe = subprocess.PIPE
    try:
        if sys.platform == "win32":
            quiet = subprocess.CREATE_NO_WINDOW
            return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=quiet)
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, process_group=0)
    except OSError as error:
        why = f"its process could not be started: {error}"
        raise BoothFailed(why) from error


def _piped(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 - asked for with PIPE
    return stream


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
