import os
import sys
from pathlib import Path

import pytest

from narrate.config.schema import WorkTable
from narrate.errors import BadInput, NoDask
from narrate.workers.place import cores, open_crew


def test_a_single_job_stays_in_this_process() -> None:
    with open_crew(WorkTable(jobs=1)) as crew:
        assert crew.size == 1
        assert crew.submit(0, os.getpid).result() == os.getpid()


def test_several_jobs_have_processes_of_their_own() -> None:
    with open_crew(WorkTable(jobs=3)) as crew:
        assert crew.size == 3
        assert crew.submit(0, os.getpid).result() != os.getpid()


def test_there_is_a_job_for_every_processor_that_may_be_used() -> None:
    with open_crew(WorkTable()) as crew:
        assert crew.size == cores()
    if Path("/proc/self/status").exists():
        assert cores() == len(os.sched_getaffinity(0))


def test_without_dask_the_extra_that_brings_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(NoDask, match=r"pip install 'narrate\[cluster\]'") as caught,
        open_crew(WorkTable(runner="dask", jobs=1)),
    ):
        pass
    assert isinstance(caught.value, BadInput)
