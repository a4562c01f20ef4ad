"""What a crew needs to know of the place where its tasks run."""

from concurrent.futures import Executor
from typing import Protocol


class Workshop(Protocol):
    """A place where tasks run; asked by one thread, except for `size`."""

    @property
    def size(self) -> int:
        """Tasks that can run at the same time."""
        ...

    @property
    def pulse(self) -> float | None:
        """Seconds after which `room` should be asked again though nothing was heard; None for never."""
        ...

    @property
    def hopeless(self) -> tuple[type[Exception], ...]:
        """What its executor raises for a task that it has already tried again, and buried."""
        ...

    def prepare(self) -> None:
        """Get ready for work that may come, as far as it needs no waiting."""
        ...

    def room(self) -> int:
        """Return how many tasks may be with it now, running or next in line.

        Raises `ClusterLost` when there will never be room again.
        """
        ...

    def executor(self) -> Executor:
        """Return where to hand the next task; opened with the first."""
        ...

    def discard(self, executor: Executor | None) -> None:
        """Give up an executor that broke, and all that runs in it; the next is a new one."""
        ...

    def close(self, *, at_once: bool) -> None:
        """End it; `at_once` where there is still work in it that nobody wants."""
        ...
