"""The child process in which an engine lives alone: `python -m narrate.speak.booth ENGINE SECONDS`.

Whatever the engine does, nothing but answers leaves by the wire: the file descriptors of standard input
and output that it sees are not the real ones.  When the studio goes away, so does the booth at once, with
all that the engine started; should the engine keep even Python's lock, after SECONDS at the latest.
"""

import faulthandler
import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO, cast

from narrate import plugins
from narrate.errors import NarrateError
from narrate.speak.engine import Engine
from narrate.speak.wire import Answer, Question, Refusal, Reply, Trouble


def main() -> None:
    """Load the engine, say what it is like, and answer questions until the studio leaves."""
    name, seconds = sys.argv[1], float(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions: SimpleQueue[Question] = SimpleQueue()
    ear, mouth = _private_wires()
    Thread(target=_listen, args=(ear, questions), daemon=True).start()
    _serve(name, questions, mouth, seconds)


def _private_wires() -> tuple[IO[bytes], IO[bytes]]:
    """Take standard input and output away from the engine, Python's and C's alike."""
    ear, mouth = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    _by_lines(sys.stdout)
    return ear, mouth


def _by_lines(stream: object) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(line_buffering=True, errors="backslashreplace")


def _listen(ear: IO[bytes], questions: SimpleQueue[Question]) -> None:
    while True:
        try:
            questions.put(pickle.load(ear))  # noqa: S301 - our own studio speaks
        except (EOFError, OSError, pickle.UnpicklingError):
            _leave()


def _leave() -> None:
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(0)


def _serve(name: str, questions: SimpleQueue[Question], mouth: IO[bytes], seconds: float) -> None:
    faulthandler.dump_traceback_later(seconds, exit=True)
    engine = _load(name)
    _say(engine if isinstance(engine, Refusal | Trouble) else Answer(engine.traits), mouth)
    while not isinstance(engine, Refusal | Trouble):
        faulthandler.cancel_dump_traceback_later()
        question = questions.get()
        faulthandler.dump_traceback_later(seconds, exit=True)
        _say(_answer(engine, question), mouth)


def _load(name: str) -> Engine | Refusal | Trouble:
    try:
        return cast("Engine", plugins.load("engines", name)())
    except Exception as error:  # noqa: BLE001 - strangers' code may raise anything
        return _report(error)


def _answer(engine: Engine, question: Question) -> Reply:
    try:
        return Answer(getattr(engine, question.method)(*question.arguments))
    except Exception as error:  # noqa: BLE001 - strangers' code may raise anything
        return _report(error)


def _report(error: Exception) -> Refusal | Trouble:
    if isinstance(error, NarrateError) and _travels(error):
        return Refusal(error)
    return Trouble(f"{type(error).__name__}: {error}")


def _travels(error: NarrateError) -> bool:
    try:
        return isinstance(pickle.loads(pickle.dumps(error)), NarrateError)  # noqa: S301 - made in this line
    except Exception:  # noqa: BLE001 - an error may carry anything
        return False


def _say(reply: Reply, mouth: IO[bytes]) -> None:
    try:
        words = pickle.dumps(reply, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - strangers' code may return anything
        words = pickle.dumps(Trouble(f"an answer that cannot be sent: {error}"))
    mouth.write(words)
    mouth.flush()


if __name__ == "__main__":
    main()
