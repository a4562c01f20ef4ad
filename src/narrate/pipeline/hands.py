"""A book's own share of the crew: what it has asked for, and can call off."""

from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from narrate.workers.crew import Crew

Given = ParamSpec("Given")
Value = TypeVar("Value")


class Hands:
    """Ask the crew for work on one book; what is not done when the `with` statement ends is called off."""

    def __init__(self, crew: Crew, urgency: float) -> None:
        self._crew = crew
        self._urgency = urgency
        self._asked: set[Future[Any]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.call_off()

    def ask(
        self, step: float, task: Callable[Given, Value], *arguments: Given.args, **named: Given.kwargs
    ) -> Future[Value]:
        """Submit a task; of one book's tasks those of a later step are done first."""
        future = self._crew.submit(self._urgency + step, task, *arguments, **named)
        self._asked.add(future)
        future.add_done_callback(self._asked.discard)  # what came of it is for who asked, and for nobody else
        return future

    def call_off(self) -> None:
        """Cancel what has not begun."""
        for future in tuple(self._asked):
            future.cancel()
