"""Machines as far as a process can be one: each has a home, a working folder and a tally of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PLUGINS = Path(__file__).with_name("plugins")
OURS = ("NARRATE_", "AWS_", "DASK_", "XDG_", "TALLY")
QUIET = ("-W", "ignore")
PATIENCE = 120
"""Seconds after which a machine hangs, however busy this one is."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where somebody works, and what leads from there to the others."""

    home: Path
    environment: Mapping[str, str]

    @property
    def tally(self) -> Path:
        return self.home / "tally"

    def spoken(self) -> list[str]:
        """Return what its engines have said, calibration apart."""
        lines = self.tally.read_text().splitlines() if self.tally.exists() else []
        return [words for words in (line.partition(" ")[2] for line in lines) if words.startswith("It was")]

    def engines(self) -> set[int]:
        """Return the processes of its engines."""
        return {int(line.split()[0]) for line in self.tally.read_text().splitlines()}

    def narrate(self, *arguments: object) -> "subprocess.CompletedProcess[str]":
        with self.start("narrate", *map(str, arguments)) as process:
            out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def start(self, module: str, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-P", *QUIET, "-m", module, *arguments],
            cwd=self.home,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )


def machine(home: Path, bucket: Mapping[str, str], *paths: Path, **variables: str) -> Machine:
    """Set up a machine that shares nothing but the way to a bucket; `paths` come before all plug-ins."""
    home.mkdir(parents=True)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    path = os.pathsep.join([*map(str, paths), os.environ.get("PYTHONPATH", "")])
    own = {"HOME": str(home), "TMPDIR": str(home), "TALLY": str(home / "tally"), "COLUMNS": "100"}
    return Machine(home, {**inherited, **bucket, **own, "PYTHONPATH": path, **variables})


@contextmanager
def scheduler(place: Machine) -> Iterator[str]:
    """Run a Dask scheduler; yield its address."""
    arguments = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    with running(place, "distributed.cli.dask_scheduler", *arguments) as process:
        yield told(process, "Scheduler at:").split()[-1]


@contextmanager
def worker(place: Machine, address: str, threads: int = 1) -> Iterator["subprocess.Popen[str]"]:
    """Run a Dask worker, which the scheduler knows by now."""
    arguments = ("--nthreads", str(threads), "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    with running(place, "distributed.cli.dask_worker", address, *arguments) as process:
        told(process, "Registered to:")
        yield process


@contextmanager
def running(place: Machine, module: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    with place.start(module, *arguments) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.communicate()


def told(process: "subprocess.Popen[str]", words: str) -> str:
    """Wait until a process says a line with these words."""
    assert process.stderr
    return next(line for line in process.stderr if words in line)
