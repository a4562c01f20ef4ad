"""Work in processes of this machine."""

import os
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.process import BaseProcess
from typing import Final

from narrate.workers.birth import way_to_start
from narrate.workers.station import settle

MOST: Final = 61 if sys.platform == "win32" else sys.maxsize
"""Processes that Windows can wait for at a time."""


class Pool:
    """Keep up to `jobs` worker processes; they start with the first tasks, one by one."""

    pulse = None
    hopeless = ()

    def __init__(self, jobs: int, rooms: Sequence[str] = ()) -> None:
        """Offer `jobs` processes that know the modules `rooms` when they begin."""
        self.size = min(jobs, MOST)
        self._rooms = rooms
        self._pool: ProcessPoolExecutor | None = None

    def prepare(self) -> None:
        """Get ready to start processes, without waiting for it."""
        self.executor()

    def room(self) -> int:
        """Keep one task ready behind every one that runs."""
        return 2 * self.size

    def executor(self) -> Executor:
        """Return the pool of processes, a new one where there is none."""
        if self._pool is None:
            context, environment = way_to_start(self._rooms), dict(os.environ)
            self._pool = ProcessPoolExecutor(self.size, context, settle, (environment,))
        return self._pool

    def discard(self, executor: Executor | None) -> None:
        """End every process of the pool, so that no task is at work when it begins again."""
        if executor is self._pool:
            self.close(at_once=True)

    def close(self, *, at_once: bool) -> None:
        """End the processes, `at_once` with all that they started, and wait until they are gone."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        if at_once:
            for worker in _workers(pool):
                _kill(worker)
        pool.shutdown(cancel_futures=True)


def _workers(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    """Return the pool's processes, for which it has no public name before Python 3.14."""
    return list((pool._processes or {}).values())  # noqa: SLF001


def _kill(worker: BaseProcess) -> None:
    """End a worker and its group; the group may outlive a worker that is dead."""
    if sys.platform != "win32" and worker.pid:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(worker.pid, signal.SIGKILL)
    if worker.is_alive():
        worker.kill()
