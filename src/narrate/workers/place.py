"""Open the place where work runs."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from narrate.config.schema import WorkTable
from narrate.workers.crew import Crew


def cores() -> int:
    """Return how many processors this process may use."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def open_crew(
    table: WorkTable,
    *,
    rooms: Sequence[str] = (),
    engines: Sequence[str] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Crew]:
    """Open the crew that `[work]` asks for, for as long as the block lasts.

    A single process is this process itself.  `rooms` are the modules that tasks will need.  The workers of a
    cluster must have our version of narrate and the `engines`; `tell` hears a sentence for each left out.
    Raises `NoDask`, `NoScheduler` and `NoFitWorkers`, all before any work.
    """
    jobs = table.jobs or cores()
    if table.scheduler or table.runner == "dask":
        from narrate.workers.cluster import join_cluster

        with join_cluster(table.scheduler, jobs, tuple(engines), tell) as cluster, Crew(cluster) as crew:
            yield crew
    else:
        with _here(jobs, rooms) as crew:
            yield crew


def _here(jobs: int, rooms: Sequence[str]) -> Crew:
    if jobs == 1:
        from narrate.workers.desk import Desk

        return Crew(Desk())
    from narrate.workers.pool import Pool

    return Crew(Pool(jobs, rooms))
