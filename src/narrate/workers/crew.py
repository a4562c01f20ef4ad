"""Hand out work: the most urgent first, a few tasks at a time, again when a worker dies."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from heapq import heappop, heappush
from itertools import count
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from narrate.errors import WorkerDied
from narrate.workers.station import perform
from narrate.workers.workshop import Workshop

T = TypeVar("T")

CHANCES: Final = 3
"""Deaths of a worker that a task may be near; for its last chance it is alone, so that no other is blamed."""


@dataclass(frozen=True, slots=True, order=True)
class Ticket:
    """A task and who waits for it; the smallest is the next."""

    rank: tuple[float, int]
    """Urgency, negated, and order of submission."""
    task: Callable[..., Any] = field(compare=False)
    arguments: tuple[object, ...] = field(compare=False)
    future: Future[Any] = field(compare=False)
    deaths: int = field(default=0, compare=False)
    """How often a worker died while this was in the workshop."""

    @property
    def suspect(self) -> bool:
        """Whether one death more proves the task guilty."""
        return self.deaths == CHANCES - 1


class Crew:
    """Run tasks in a workshop: the most urgent first, a few at a time, again when a worker dies.

    One thread, the foreman, owns what waits and what runs; everyone else leaves notes for it.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._waiting: list[Ticket] = []
        self._running: dict[Future[Any], Ticket] = {}
        self._notes: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._numbers = count()
        self._gate = Lock()
        self._open = True
        self._foreman = Thread(target=self._work, name="narrate-foreman", daemon=True)
        self._foreman.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def size(self) -> int:
        """Tasks that can run at the same time."""
        return self._workshop.size

    def submit(self, urgency: float, task: Callable[..., T], *arguments: object) -> Future[T]:
        """Queue a module-level function with picklable arguments; the higher the urgency, the sooner.

        Equal urgencies go in order of submission.  The future raises what the task raises, `WorkerDied` where
        it ends its worker time and again, and `CancelledError` where the crew closed first.
        """
        future: Future[T] = Future()
        with self._gate:
            if not self._open:
                closed = "the crew has gone home"
                raise RuntimeError(closed)
            ticket = Ticket((-urgency, next(self._numbers)), task, arguments, future)
            self._notes.put(partial(heappush, self._waiting, ticket))
        return future

    def prepare(self) -> None:
        """Let the workshop get ready in the background for work that may come."""
        self._notes.put(self._prepare)

    def close(self) -> None:
        """Cancel what has not begun, end what runs, and wait until the workers are gone."""
        with self._gate:
            self._open = False
        self._notes.put(lambda: None)
        self._foreman.join()

    def _prepare(self) -> None:
        with suppress(Exception):  # what is wrong will be wrong with the first task too, and be told then
            self._workshop.prepare()

    def _work(self) -> None:
        while self._open:
            try:
                self._listen()
                self._hand_out()
            except Exception as error:  # noqa: BLE001 - without the foreman, all would wait for ever
                self._give_up(error)
        self._go_home()

    def _listen(self) -> None:
        """Wait for a note, and read all that came meanwhile: among them may be something more urgent."""
        with suppress(Empty):
            self._notes.get(timeout=self._workshop.pulse if self._waiting or self._running else None)()
            for _ in range(self._notes.qsize()):
                self._notes.get_nowait()()

    def _hand_out(self) -> None:
        room = self._workshop.room() if self._waiting or self._running else 0
        while self._open and self._may_hand_out(room):
            self._hand(heappop(self._waiting))

    def _may_hand_out(self, room: int) -> bool:
        if not self._waiting or len(self._running) >= room:
            return False
        return not self._running or not any(
            ticket.suspect for ticket in (self._waiting[0], *self._running.values())
        )

    def _hand(self, ticket: Ticket) -> None:
        if not (ticket.future.running() or ticket.future.set_running_or_notify_cancel()):
            return
        executor = None
        try:
            executor = self._workshop.executor()
            run = executor.submit(perform, ticket.task, *ticket.arguments)
        except (BrokenExecutor, OSError, EOFError):  # the last two where no process can be started
            self._try_again(ticket, executor)
        except Exception as error:  # noqa: BLE001 - whatever it is, the one who waits must hear of it
            ticket.future.set_exception(error)
        else:
            self._running[run] = ticket
            run.add_done_callback(lambda run: self._notes.put(partial(self._settle, run, executor)))

    def _settle(self, run: Future[Any], executor: Executor) -> None:
        ticket = self._running.pop(run, None)
        if ticket is None:
            return
        error = None if run.cancelled() else run.exception()
        if run.cancelled() or isinstance(error, BrokenExecutor):
            self._try_again(ticket, executor)
        elif isinstance(error, self._workshop.hopeless):
            ticket.future.set_exception(_death(ticket))
        elif error:
            ticket.future.set_exception(error)
        else:
            ticket.future.set_result(run.result())

    def _try_again(self, ticket: Ticket, executor: Executor | None) -> None:
        self._workshop.discard(executor)
        if ticket.suspect:
            ticket.future.set_exception(_death(ticket))
        else:
            heappush(self._waiting, replace(ticket, deaths=ticket.deaths + 1))

    def _give_up(self, why: Exception) -> None:
        for ticket in (*self._waiting, *self._running.values()):
            if ticket.future.running() or ticket.future.set_running_or_notify_cancel():
                ticket.future.set_exception(why)
        self._waiting.clear()
        self._running.clear()

    def _go_home(self) -> None:
        while not self._notes.empty():
            self._notes.get_nowait()()
        self._workshop.close(at_once=bool(self._running))
        for ticket in (*self._waiting, *self._running.values()):
            _cancel(ticket.future)


def _death(ticket: Ticket) -> WorkerDied:
    return WorkerDied(getattr(ticket.task, "__name__", str(ticket.task)))


def _cancel(future: Future[Any]) -> None:
    """Tell those who wait that nothing will come, though the task may have begun."""
    if future.cancel():
        future.set_running_or_notify_cancel()
    else:
        future.set_exception(CancelledError())
