"""The connection to a Dask scheduler."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from narrate.errors import NoDask, NoScheduler

if TYPE_CHECKING:
    from distributed import Client

TIMEOUT: Final = 5.0
"""Seconds that a scheduler has to answer."""
FAREWELL: Final = 2.0
"""Seconds that a scheduler has to hear us leave."""


@contextmanager
def connected(scheduler: str, jobs: int) -> Iterator["Client"]:
    """Connect to the scheduler at an address such as `tcp://host:8786`.

    Without an address, Dask's own setting (`DASK_SCHEDULER_ADDRESS`) counts, and without that, Dask starts
    `jobs` processes here.  Raises `NoDask` where it is not installed, `NoScheduler` where nobody answers.
    """
    client = _client(_address(scheduler), jobs)
    try:
        yield client
    finally:
        _part(client)


def _part(client: "Client") -> None:
    cluster = client.cluster
    with suppress(Exception):  # a scheduler that is gone hears no farewell
        client.close(timeout=FAREWELL)
    if cluster:
        cluster.close(timeout=FAREWELL)


def _address(scheduler: str) -> str:
    try:
        import dask
        import distributed  # noqa: F401 - its settings come with it
    except ImportError as error:
        raise NoDask(error) from error
    return scheduler or str(dask.config.get("scheduler-address", None) or "")


def _client(address: str, jobs: int) -> "Client":
    from distributed import Client

    _hush()
    here: dict[str, Any] = {"n_workers": jobs, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
    try:
        if address:
            asyncio.run(_knock(address))
            return Client(address, timeout=TIMEOUT, set_as_default=False)
        return Client(timeout=TIMEOUT, set_as_default=False, **here)
    except TimeoutError as error:
        why = f"no answer within {TIMEOUT:g} s"
        raise NoScheduler(address, why) from error
    except Exception as error:  # what listens there may answer anything
        raise NoScheduler(address, error) from error


def _hush() -> None:
    """Keep Dask from printing what goes wrong: the errors that we raise say it."""
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


async def _knock(address: str) -> None:
    """Find out whether a scheduler answers: Dask's client waits for ever for one that says nothing."""
    from distributed import rpc

    async with asyncio.timeout(TIMEOUT), rpc(address) as stranger:
        await stranger.identity(n_workers=0)
