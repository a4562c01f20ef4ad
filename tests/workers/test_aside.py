import os
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from narrate.errors import UnknownEncoding, WorkerDied
from narrate.workers.aside import aside
from workers.errands import MUTE, all_gone, die, gate, hold, numbers, refuse, stammer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process safely")


def test_a_task_is_done_in_a_copy_of_this_process() -> None:
    with aside(os.getpid) as result:
        assert result() != os.getpid()


def test_what_was_imported_here_need_not_be_imported_there() -> None:
    with aside(sys.modules.__contains__, __name__) as result:
        assert result()


def test_what_the_task_raises_is_raised_here() -> None:
    with aside(refuse) as result, pytest.raises(UnknownEncoding, match=r"a\.txt"):
        result()
    with aside(stammer) as result, pytest.raises(RuntimeError, match=MUTE):
        result()


def test_a_task_that_ends_its_process_is_told() -> None:
    with aside(die) as result, pytest.raises(WorkerDied, match="'die'"):
        result()


def test_a_task_that_nobody_waits_for_is_called_off(tmp_path: Path) -> None:
    notes, door = tmp_path / "notes", gate(tmp_path)
    with aside(hold, notes, door):
        started = gate(tmp_path, "started")
        with aside(_tell_when_noted, notes, started), started.open():
            pass
    assert all_gone(numbers(notes))


def _tell_when_noted(notes: Path, started: Path) -> None:
    while not notes.exists():
        os.sched_yield()
    started.write_bytes(b"")


def test_beside_other_threads_the_task_is_done_here() -> None:
    leave = Event()
    thread = Thread(target=leave.wait)
    thread.start()
    try:
        with aside(os.getpid) as result:
            assert result() == os.getpid()
    finally:
        leave.set()
        thread.join()
