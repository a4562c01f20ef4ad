import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path

import pytest

from narrate.workers.crew import Crew
from narrate.workers.pool import MOST, Pool
from workers.errands import all_gone, gate, numbers, whereabouts

TESTS = Path(__file__).parents[1]


def test_nothing_starts_before_the_first_task() -> None:
    before = active_children()
    with Crew(Pool(2)) as crew:
        assert crew.size == 2
        assert active_children() == before
        crew.submit(0, abs, 1).result()
        assert len(active_children()) == len(before) + 1
    assert active_children() == before


PREPARED = """
from narrate.workers.crew import Crew
from narrate.workers.pool import Pool
from workers.errands import knows
with Crew(Pool(2, ["narrate.read.order"])) as crew:
    crew.prepare()
    print([crew.submit(0, knows, f"narrate.read.{name}").result() for name in ("order", "numerals")])
"""


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="workers there start from nothing")
def test_what_tasks_need_is_imported_once_for_all_workers() -> None:
    env = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", PREPARED]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "[True, False]\n", done.stderr


def test_there_are_no_more_workers_than_the_system_can_wait_for() -> None:
    assert Pool(sys.maxsize).size == MOST


def test_workers_ignore_ctrl_c_and_lead_a_group_of_their_own() -> None:
    with Crew(Pool(2)) as crew:
        pid, group, ignores, hears = crew.submit(0, whereabouts).result()
    assert pid == group != os.getpgrp()
    assert ignores
    assert hears


def test_workers_have_the_environment_of_today_and_one_thread_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    for word in ("one", "two"):
        monkeypatch.setenv("NARRATE_WORD", word)
        with Crew(Pool(2)) as crew:
            assert crew.submit(0, os.getenv, "NARRATE_WORD").result() == word
            assert crew.submit(0, os.getenv, "OMP_NUM_THREADS").result() == "1"
    assert "OMP_NUM_THREADS" not in os.environ
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    with Crew(Pool(2)) as crew:
        assert crew.submit(0, os.getenv, "OMP_NUM_THREADS").result() == "3"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no fork server there")
def test_a_temporary_folder_with_a_long_name_will_do(tmp_path: Path) -> None:
    """The server's socket would not fit into it."""
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    command, env = [sys.executable, "-c", UNGUARDED], {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")


UNGUARDED = """
import os
from narrate.workers.crew import Crew
from narrate.workers.pool import Pool
with Crew(Pool(2)) as crew:
    print(crew.submit(0, os.getpid).result() != os.getpid())
"""


@pytest.mark.parametrize("way", [["{script}"], ["-P", "-c", UNGUARDED], ["-P", "-m", "package"], ["-P", "-"]])
def test_it_does_not_matter_how_python_was_started_or_what_lies_in_the_folder(
    tmp_path: Path, way: list[str]
) -> None:
    here, package = tmp_path / "here", tmp_path / "path" / "package"
    here.mkdir()
    package.mkdir(parents=True)
    for name in ("signal.py", "socket.py", "selectors.py", "narrate.py"):
        (here / name).write_text("raise SystemExit('imported by mistake')")
    script = package / "__main__.py"
    script.write_text(UNGUARDED)
    done = subprocess.run(
        [sys.executable, *(word.replace("{script}", str(script)) for word in way)],
        input=UNGUARDED,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


HOLDING = """
import signal, sys
from pathlib import Path
from workers.errands import hold_with_a_child
from narrate.config.schema import WorkTable
from narrate.workers.place import open_crew
signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
notes, *gates = map(Path, sys.argv[1:])
with open_crew(WorkTable(jobs=2)) as crew:
    for future in [crew.submit(0, hold_with_a_child, notes, gate) for gate in gates * 20]:
        future.result()
"""


@contextmanager
def holding_house(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a process whose two workers hold by now, each beside a child of its own."""
    gates = [gate(folder, "left"), gate(folder, "right")]
    command = [sys.executable, "-c", HOLDING, *map(str, [folder / "notes", *gates])]
    env = {**os.environ, "PYTHONPATH": str(TESTS)}
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env, process_group=0) as house,
        gates[0].open("wb"),
        gates[1].open("wb"),
    ):
        yield house


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_the_house_its_workers_and_what_they_started(
    tmp_path: Path, number: signal.Signals
) -> None:
    with holding_house(tmp_path) as house:
        began = time.monotonic()
        house.send_signal(number)
        _, said = house.communicate(timeout=20)
        assert time.monotonic() - began < 5
    pids = numbers(tmp_path / "notes")
    assert len(pids) == 4
    assert all_gone(pids)
    if number == signal.SIGINT:
        assert said.count("Traceback") == 1
        assert said.endswith("KeyboardInterrupt\n")
    elif number == signal.SIGTERM:
        assert (house.returncode, said) == (143, "")


def test_ctrl_c_at_the_terminal_reaches_the_house_alone(tmp_path: Path) -> None:
    with holding_house(tmp_path) as house:
        os.killpg(house.pid, signal.SIGINT)
        _, said = house.communicate(timeout=20)
    assert said.count("Traceback") == 1
    assert all_gone(numbers(tmp_path / "notes"))
