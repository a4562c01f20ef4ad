import os
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, wait
from pathlib import Path
from threading import Event, Thread
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import BuildFailed, ClusterLost, UnknownEncoding, WorkerDied
from narrate.workers.crew import Crew
from narrate.workers.desk import Desk
from narrate.workers.pool import Pool
from narrate.workers.workshop import Workshop
from workers.errands import (
    MUTE,
    all_gone,
    die,
    die_once,
    gate,
    hold,
    hold_again,
    note,
    numbers,
    refuse,
    stammer,
)

T = TypeVar("T")
Make = Callable[[], Workshop]
both = pytest.mark.parametrize("workshop", [Desk, lambda: Pool(2)], ids=["desk", "pool"])


@both
def test_what_a_task_returns_and_raises_comes_back_and_stops_no_other(workshop: Make) -> None:
    with Crew(workshop()) as crew:
        refused, mute = crew.submit(9, refuse), crew.submit(9, stammer)
        sums = [crew.submit(0, pow, number, 2) for number in range(20)]
        assert [future.result() for future in sums] == [number**2 for number in range(20)]
        with pytest.raises(UnknownEncoding, match=r"a\.txt: byte 3 \(line 1\): no letter"):
            refused.result()
        with pytest.raises(RuntimeError, match=f"Mute: .*{MUTE}"):
            mute.result()


@given(st.lists(st.sampled_from([-1.0, 0.0, 0.5, 7.0]), max_size=20))
def test_the_most_urgent_is_next_and_equals_go_in_order_of_submission(urgencies: list[float]) -> None:
    done: list[int] = []
    free = Event()
    with Crew(Desk()) as crew:
        crew.submit(9, free.wait)
        futures = [crew.submit(urgency, done.append, number) for number, urgency in enumerate(urgencies)]
        free.set()
        wait(futures)
    assert sorted(done) == list(range(len(urgencies)))
    assert done == sorted(done, key=lambda number: -urgencies[number])


def test_a_pool_too_does_the_urgent_first(tmp_path: Path) -> None:
    notes, door = tmp_path / "notes", gate(tmp_path)
    with Crew(Pool(1)) as crew:
        crew.submit(0, hold, tmp_path / "pid", door)
        with door.open("wb"):  # once it is opened from the other side, the pool is at work
            crew.submit(0, note, notes, 0)  # the one in line behind it
            futures = [crew.submit(urgency, note, notes, urgency) for urgency in (1, 3, 2, 5, 4)]
        wait(futures)
    written = numbers(notes)
    assert [number for number in written if number] == [5, 4, 3, 2, 1]


class Watched(Desk):
    """Knows how many tasks it had at most."""

    def __init__(self) -> None:
        super().__init__()
        self.now = self.most = 0

    def room(self) -> int:
        return 4

    def submit(self, task: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:  # noqa: ANN401
        self.now += 1
        self.most = max(self.most, self.now)
        run = super().submit(task, *arguments, **named)
        run.add_done_callback(self._count_off)
        return run

    def _count_off(self, _: Future[Any]) -> None:
        self.now -= 1


def test_few_of_many_tasks_are_in_the_workshop() -> None:
    desk = Watched()
    with Crew(desk) as crew:
        assert sum(future.result() for future in [crew.submit(0, abs, -1) for _ in range(10_000)]) == 10_000
    assert 1 <= desk.most <= 4


def test_any_thread_may_submit() -> None:
    futures: list[Future[int]] = []
    with Crew(Desk()) as crew:
        threads = [
            Thread(target=lambda: futures.extend(crew.submit(0, abs, -1) for _ in range(200)))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(future.result() for future in futures) == 1600


def test_who_does_not_want_a_task_any_more_can_cancel_it_while_it_waits() -> None:
    free, done = Event(), list[int]()
    with Crew(Desk()) as crew:
        crew.submit(1, free.wait)
        unwanted, wanted = crew.submit(0, done.append, 1), crew.submit(0, done.append, 2)
        assert unwanted.cancel()
        free.set()
        wanted.result()
    assert done == [2]


@both
def test_closing_ends_what_runs_cancels_what_waits_and_takes_no_more(workshop: Make, tmp_path: Path) -> None:
    door = gate(tmp_path)
    with Crew(workshop()) as crew:
        running = crew.submit(1, hold, tmp_path / "notes", door)
        waiting = [crew.submit(0, hold, tmp_path / "notes", door) for _ in range(9)]
        opened = door.open("wb")
    opened.close()
    for future in (running, *waiting):
        with pytest.raises(CancelledError):
            future.result(timeout=0)
    with pytest.raises(RuntimeError, match="gone home"):
        crew.submit(0, abs, 1)
    crew.close()
    if not isinstance(workshop(), Desk):
        assert all_gone(numbers(tmp_path / "notes"))


def test_what_was_in_flight_when_a_worker_was_killed_is_done_again(tmp_path: Path) -> None:
    notes, first, second = tmp_path / "notes", gate(tmp_path, "first"), gate(tmp_path, "second")
    with Crew(Pool(2)) as crew:
        held = crew.submit(1, hold_again, notes, first, second)
        others = [crew.submit(0, abs, -number) for number in range(30)]
        with first.open("wb"):
            os.kill(numbers(notes)[0], signal.SIGKILL)
            with second.open("wb"):
                assert len(set(numbers(notes))) == 2
        assert held.result() == numbers(notes)[1]
        assert [future.result() for future in others] == list(range(30))


def test_two_tasks_that_die_once_both_live(tmp_path: Path) -> None:
    with Crew(Pool(2)) as crew:
        futures = [crew.submit(0, die_once, tmp_path / str(number)) for number in range(2)]
        assert [future.result() for future in futures] == ["alive", "alive"]


def test_the_task_that_always_ends_its_worker_is_found_and_no_other_is_blamed() -> None:
    with Crew(Pool(2)) as crew:
        before = [crew.submit(0, abs, -number) for number in range(20)]
        deadly = [crew.submit(0, die) for _ in range(2)]
        after = [crew.submit(0, abs, -number) for number in range(20, 40)]
        assert [future.result() for future in (*before, *after)] == list(range(40))
        for future in deadly:
            with pytest.raises(WorkerDied, match="the task 'die' ended its worker process every time"):
                future.result()
    assert issubclass(WorkerDied, BuildFailed)


class Sinking(Desk):
    def room(self) -> int:
        place, why = "tcp://nowhere:1", "it sank"
        raise ClusterLost(place, why)


def test_all_who_wait_hear_that_there_will_be_no_room() -> None:
    with Crew(Sinking()) as crew:
        for future in [crew.submit(0, abs, 1) for _ in range(3)]:
            with pytest.raises(ClusterLost, match="tcp://nowhere:1 was lost: it sank"):
                future.result()


def test_what_cannot_be_sent_fails_alone() -> None:
    with Crew(Pool(2)) as crew:
        unsendable = crew.submit(1, abs, lambda: None)
        assert crew.submit(0, abs, -2).result() == 2
        with pytest.raises(Exception, match=r"pickle|local object"):
            unsendable.result()
