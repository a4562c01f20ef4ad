import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from typing import TypeVar

import pytest

from narrate.errors import UnknownEncoding, WorkerDied
from workers.errands import (
    MUTE,
    all_gone,
    called_off,
    die,
    done_aside,
    gate,
    knows,
    numbers,
    refuse,
    stammer,
)

T = TypeVar("T")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process safely")


def alone(task: Callable[[], T]) -> T:
    """Do something in a process that has no threads beside its first."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(task).result()


def test_a_task_is_done_in_a_copy_of_this_process() -> None:
    here, there = alone(partial(done_aside, os.getpid))
    assert here != there


def test_what_was_imported_here_need_not_be_imported_there() -> None:
    _, known = alone(partial(done_aside, partial(knows, "narrate.workers.aside")))
    assert known


def test_what_the_task_raises_is_raised_here() -> None:
    with pytest.raises(UnknownEncoding, match=r"a\.txt"):
        alone(partial(done_aside, refuse))
    with pytest.raises(RuntimeError, match=MUTE):
        alone(partial(done_aside, stammer))


def test_a_task_that_ends_its_process_is_told() -> None:
    with pytest.raises(WorkerDied, match="'die'"):
        alone(partial(done_aside, die))


def test_a_task_that_nobody_waits_for_is_called_off(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    alone(partial(called_off, notes, gate(tmp_path), gate(tmp_path, "seen")))
    assert all_gone(numbers(notes))


def test_beside_other_threads_the_task_is_done_here() -> None:
    leave = Event()
    thread = Thread(target=leave.wait)
    thread.start()
    try:
        here, there = done_aside(os.getpid)
        assert here == there
    finally:
        leave.set()
        thread.join()
