"""Open the place where work runs."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

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
    runner: Literal["local", "dask"] = "local",
    jobs: int | None = None,
    scheduler: str = "",
    *,
    engines: Sequence[str] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Crew]:
    """Open a crew for as long as the block lasts.

    `jobs` counts processes, one for each processor where not given; a single one is this process itself.
    With a `scheduler`, or with Dask as the runner, work goes to a cluster whose workers must have our
    version of narrate and the `engines`; `tell` hears a sentence for each that is left out.
    Raises `NoDask`, `NoScheduler` and `NoFitWorkers`, all before any work.
    """
    jobs = jobs or cores()
    if scheduler or runner == "dask":
        from narrate.workers.cluster import join_cluster

        with join_cluster(scheduler, jobs, tuple(engines), tell) as cluster, Crew(cluster) as crew:
            yield crew
    else:
        with _here(jobs) as crew:
            yield crew


def _here(jobs: int) -> Crew:
    if jobs == 1:
        from narrate.workers.desk import Desk

        return Crew(Desk())
    from narrate.workers.pool import Pool

    return Crew(Pool(jobs))
