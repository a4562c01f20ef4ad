import os
import signal
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from narrate.config.schema import WorkTable
from narrate.errors import BadInput, ClusterLost, NoFitWorkers, NoScheduler, UnknownEncoding, WorkerDied
from narrate.workers import switchboard
from narrate.workers.fitness import introduce
from narrate.workers.place import open_crew
from workers.errands import die, gate, hold, hold_again, numbers, refuse

if TYPE_CHECKING:
    from workers.conftest import Town


def test_a_cluster_does_what_a_pool_does(town: "Town", tmp_path: Path) -> None:
    workers = {town.worker()[0].pid for _ in range(2)}
    notes, first, second = tmp_path / "notes", gate(tmp_path, "first"), gate(tmp_path, "second")
    with open_crew(WorkTable(scheduler=town.address), engines=["tone"], tell=pytest.fail) as crew:
        assert crew.size == 2
        refused = crew.submit(0, refuse)
        assert [crew.submit(0, pow, number, 2).result() for number in range(5)] == [0, 1, 4, 9, 16]
        with pytest.raises(UnknownEncoding, match=r"a\.txt: byte 3 \(line 1\): no letter"):
            refused.result()
        held = crew.submit(1, hold_again, notes, first, second)
        with first.open("wb"):
            os.kill(numbers(notes)[0], signal.SIGKILL)
            with second.open("wb"):
                assert set(numbers(notes)) == workers
        assert held.result() == numbers(notes)[1]


def test_two_workers_hold_at_the_same_time(town: "Town", tmp_path: Path) -> None:
    workers = {town.worker()[0].pid for _ in range(2)}
    left, right = gate(tmp_path, "left"), gate(tmp_path, "right")
    with open_crew(WorkTable(runner="dask", scheduler=town.address)) as crew:
        futures = [crew.submit(0, hold, tmp_path / "notes", door) for door in (left, right)]
        with left.open("wb"), right.open("wb"):
            pass
        assert {future.result() for future in futures} == workers


def _another_version(folder: Path) -> Path:
    """Return a path on which narrate says that it is another."""
    record = folder / "elsewhere" / "narrate-9.9.dist-info"
    record.mkdir(parents=True)
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: narrate\nVersion: 9.9\n")
    return record.parent


def test_who_has_another_narrate_gets_no_work_and_who_comes_later_does(town: "Town", tmp_path: Path) -> None:
    _, stranger = town.worker(path=_another_version(tmp_path))
    sentence = f"the worker {stranger} is left out: it has narrate 9.9, not {introduce().narrate}"
    with pytest.raises(NoFitWorkers) as caught, open_crew(WorkTable(runner="dask", scheduler=town.address)):
        pass
    assert str(caught.value) == (
        f"the Dask scheduler at {town.address} has no worker that can take part: {sentence}."
    )
    early, _ = town.worker()
    notes, doors, told = tmp_path / "notes", [gate(tmp_path, name) for name in "abc"], list[str]()
    with open_crew(WorkTable(runner="dask", scheduler=town.address), tell=told.append) as crew:
        assert crew.size == 1
        futures = [crew.submit(0, hold, notes, door) for door in doors]
        with doors[0].open("wb"):  # the second is in line behind it, the third has to wait
            late, _ = town.worker()
            with doors[2].open("wb"):
                assert numbers(notes) == [early.pid, late.pid]
                assert crew.size == 2
        with doors[1].open("wb"):
            pass
        assert [future.result() for future in futures] == [early.pid, early.pid, late.pid]
    assert told == [f"{sentence}."]


def test_who_lacks_an_engine_is_refused(town: "Town") -> None:
    town.worker()
    with (
        pytest.raises(NoFitWorkers, match="it lacks the engine kazoo") as caught,
        open_crew(WorkTable(runner="dask", scheduler=town.address), engines=["tone", "kazoo"]),
    ):
        pass
    assert isinstance(caught.value, BadInput)


def test_the_task_that_ends_every_worker_fails_alone(town: "Town") -> None:
    for _ in range(3):
        town.worker()
    with open_crew(WorkTable(runner="dask", scheduler=town.address)) as crew:
        deadly, harmless = crew.submit(1, die), crew.submit(0, abs, -1)
        with pytest.raises(WorkerDied, match="'die'"):
            deadly.result()
        assert harmless.result() == 1


def test_a_task_whose_workers_are_all_gone_goes_to_the_next_that_comes(town: "Town", tmp_path: Path) -> None:
    notes, first, second = tmp_path / "notes", gate(tmp_path, "first"), gate(tmp_path, "second")
    worker, _ = town.worker()
    with open_crew(WorkTable(runner="dask", scheduler=town.address)) as crew:
        held = crew.submit(1, hold_again, notes, first, second)
        with first.open("wb"):
            worker.kill()
        heir, _ = town.worker()
        with second.open("wb"):
            pass
        assert held.result() == heir.pid


def test_without_its_scheduler_the_work_fails_and_nothing_is_printed(
    town: "Town", capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switchboard, "TIMEOUT", 1)
    town.worker()
    with open_crew(WorkTable(runner="dask", scheduler=town.address)) as crew:
        town.scheduler.kill()
        with pytest.raises(ClusterLost, match=f"{town.address} was lost: its scheduler is gone"):
            crew.submit(0, abs, -1).result()
    assert capfd.readouterr() == ("", "")


def test_closing_waits_for_no_task_on_the_cluster(town: "Town", tmp_path: Path) -> None:
    town.worker()
    door = gate(tmp_path)
    with open_crew(WorkTable(runner="dask", scheduler=town.address)) as crew:
        future = crew.submit(0, hold, tmp_path / "notes", door)
        opened = door.open("wb")
    assert isinstance(future.exception(timeout=0), Exception)
    opened.close()


def test_where_no_scheduler_answers_the_address_is_refused_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "TIMEOUT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        assert _refusal(address) == (
            f"no Dask scheduler answers at {address!r} (no answer within 0.5 s); "
            "check the address, and that `dask scheduler` runs."
        )
    assert "within 0.5 s" in _refusal(address)


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1", "tcp://[:1", "post://here:1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert f"no Dask scheduler answers at {address!r}" in _refusal(address)


def _refusal(address: str) -> str:
    pytest.importorskip("distributed")
    with pytest.raises(NoScheduler) as caught, open_crew(WorkTable(runner="dask", jobs=1, scheduler=address)):
        pass
    assert isinstance(caught.value, BadInput)
    return str(caught.value)


def test_dask_without_an_address_starts_processes_here(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.delenv("DASK_SCHEDULER_ADDRESS", raising=False)
    with open_crew(WorkTable(runner="dask", jobs=2)) as crew:
        assert crew.size == 2
        assert crew.submit(0, os.getpid).result() != os.getpid()
