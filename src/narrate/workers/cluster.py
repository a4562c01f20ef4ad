"""Work on a Dask cluster."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from narrate.errors import ClusterLost, NoFitWorkers
from narrate.workers.fitness import Fitness, introduce
from narrate.workers.roster import Roster

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")

PATIENCE: Final = 10.0
"""Seconds that a cluster has at the beginning to show a worker, and each worker to introduce itself."""
ABSENCE: Final = 60.0
"""Seconds without scheduler or fit worker after which a cluster is lost; a nanny needs a few for another."""
PULSE: Final = 1.0
"""Seconds between two looks at who is there."""


class Cluster(Executor):
    """Hand tasks to those workers of a Dask cluster that are fit.

    A task may only run on the workers that were fit when it was handed out; should all of them leave, it is
    cancelled, for the crew to hand it out again.
    """

    pulse = PULSE

    def __init__(self, client: "Client", roster: Roster) -> None:
        from distributed import KilledWorker

        self.hopeless = (KilledWorker,)
        self._client = client
        self._address = str(client.scheduler_info()["address"])
        self._roster = roster
        self._placed: dict[Future[Any], frozenset[str]] = {}
        self._looked = self._seen = 0.0

    @property
    def size(self) -> int:
        """Threads of all fit workers."""
        return sum(self._roster.fit.values())

    def open(self) -> None:
        """Wait for workers to introduce themselves; raises `NoFitWorkers` where none may take part."""
        from distributed import TimeoutError as TooLate

        with suppress(TooLate):
            self._client.wait_for_workers(1, timeout=PATIENCE)
        self._look(PATIENCE)
        if not self.size:
            why = "; ".join(self._roster.faults) or f"none has introduced itself within {PATIENCE:g} s"
            raise NoFitWorkers(self._address, why)

    def prepare(self) -> None:
        """Have nothing to prepare: the workers run."""

    def room(self) -> int:
        """Look who is there, and keep one task ready behind every one that runs.

        Raises `ClusterLost` where nobody has been there for a minute.
        """
        if time.monotonic() - self._looked > PULSE:
            self._look()
        if self._client.status == "closed":
            raise ClusterLost(self._address, "its scheduler is gone")
        if time.monotonic() - self._seen > ABSENCE:
            raise ClusterLost(self._address, f"no worker that can take part for {ABSENCE:g} s")
        return 2 * self.size

    def executor(self) -> Executor:
        """Return the cluster itself."""
        return self

    def discard(self, executor: Executor | None) -> None:
        """Change nothing: the cluster replaces its workers itself."""

    def close(self, *, at_once: bool) -> None:
        """Tell the scheduler that nothing more is wanted; a worker ends the task that it has begun."""
        if at_once:
            for run in list(self._placed):
                run.cancel()

    def submit(self, task: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:  # noqa: ANN401
        """Hand a task to one of the workers that are fit now."""
        hosts = frozenset(self._roster.fit)
        bound = self._client.get_executor(workers=sorted(hosts), pure=False)
        run: Future[T] = bound.submit(task, *arguments, **named)
        self._placed[run] = hosts
        run.add_done_callback(lambda run: self._placed.pop(run, None))
        return run

    def _look(self, patience: float = 0) -> None:
        self._roster.muster(self._present(), patience)
        self._looked = time.monotonic()
        if self.size:
            self._seen = self._looked
        for run, hosts in list(self._placed.items()):
            if hosts.isdisjoint(self._roster.fit):
                run.cancel()

    def _present(self) -> dict[str, int]:
        if self._client.status != "running":
            return {}
        workers = self._client.scheduler_info()["workers"]
        return {address: worker["nthreads"] for address, worker in workers.items()}


@contextmanager
def join_cluster(
    scheduler: str, jobs: int, engines: tuple[str, ...], tell: Callable[[str], None]
) -> Iterator[Cluster]:
    """Connect to the scheduler, or start a cluster of `jobs` processes here where no address is given.

    Raises `NoDask`, `NoScheduler` and `NoFitWorkers`.
    """
    from narrate.workers.switchboard import connected

    with connected(scheduler, jobs) as client:
        cluster = Cluster(client, Roster(_asker(client), engines, tell))
        cluster.open()
        yield cluster


def _asker(client: "Client") -> Callable[[str], Fitness]:
    def ask(address: str) -> Fitness:
        answer: Fitness = client.run(introduce, workers=[address])[address]
        return answer

    return ask
