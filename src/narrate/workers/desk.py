"""Work in this process, in one thread beside the one that asks for it."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


class Desk(Executor):
    """Do one task after the other in a thread that keeps no one from leaving.

    Nobody can stop a thread, so a task that runs when the desk closes ends by itself, unheard.
    """

    size = 1
    pulse = None
    hopeless = ()

    def __init__(self) -> None:
        self._tray: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        Thread(target=self._work, name="narrate-desk", daemon=True).start()

    def prepare(self) -> None:
        """Have nothing to prepare."""

    def room(self) -> int:
        """Take no task that could still be overtaken by a more urgent one."""
        return 1

    def executor(self) -> Executor:
        """Return the desk itself."""
        return self

    def discard(self, executor: Executor | None) -> None:
        """Change nothing: what would break a desk ends the whole process."""

    def close(self, *, at_once: bool) -> None:  # noqa: ARG002 - a thread leaves when it can
        """Let the thread go."""
        self._tray.put(None)

    def submit(self, task: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:  # noqa: ANN401
        """Lay a task on the desk."""
        future: Future[T] = Future()
        self._tray.put(lambda: _do(future, lambda: task(*arguments, **named)))
        return future

    def _work(self) -> None:
        while piece := self._tray.get():
            piece()


def _do(future: Future[T], task: Callable[[], T]) -> None:
    try:
        future.set_result(task())
    except BaseException as error:  # noqa: BLE001 - it goes to those who wait for the task
        future.set_exception(error)
