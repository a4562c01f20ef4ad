import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
DASK = [sys.executable, "-m", "dask.__main__"]
SETTINGS = {"DASK_LOGGING__DISTRIBUTED": "info", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}


class Town:
    """A Dask scheduler and its workers, processes that share nothing but the network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._doors = ExitStack()
        self.scheduler, self.address = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")

    def worker(self, path: Path = TESTS) -> tuple["subprocess.Popen[str]", str]:
        """Start a worker without a nanny; return its process and address once the scheduler knows it."""
        place = self._folder / f"worker-{len(list(self._folder.iterdir()))}"
        place.mkdir()
        return self._start(
            *("worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--nworkers", "1"),
            *("--local-directory", str(place), "--no-nanny"),
            path=f"{path}{os.pathsep}{TESTS}",
        )

    def end(self) -> None:
        self._doors.close()

    def _start(self, *command: str, path: str = str(TESTS)) -> tuple["subprocess.Popen[str]", str]:
        process = self._doors.enter_context(_process(command, {**os.environ, **SETTINGS, "PYTHONPATH": path}))
        said = ""
        while not re.search("Scheduler at:|Registered to:", said):
            said += _line(process)
        found = re.search(r"(?:Scheduler|Start worker) at: +(\S+)", said)
        assert found
        return process, found[1]


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stderr
    line = process.stderr.readline()
    assert line, "it ended before it stood"
    return line


@contextmanager
def _process(command: Sequence[str], environment: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    arguments = [*DASK, *command, "--dashboard-address", "127.0.0.1:0"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Open a town with a scheduler and no worker."""
    pytest.importorskip("distributed")
    place = Town(tmp_path)
    yield place
    place.end()
