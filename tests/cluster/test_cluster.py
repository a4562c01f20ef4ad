"""A book made by machines that share nothing but a bucket."""

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from cluster.conftest import Town
from cluster.machines import PATIENCE, PLUGINS, machine, scheduler, worker
from workers.errands import all_gone, gate

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


def upload(books: "AbstractFileSystem", stories: Path, url: str) -> str:
    books.put(str(stories), f"{url}/in", recursive=True)
    return f"{url}/in"


def made(books: "AbstractFileSystem", url: str) -> dict[str, bytes]:
    return {path.rpartition("/out/")[2]: books.cat_file(path) for path in books.find(f"{url}/out")}


def made_here(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def wishes(town: Town, url: str) -> tuple[str, ...]:
    return "-o", f"{url}/out", "--cache", f"{url}/cache", "--scheduler", town.address


def test_a_book_is_the_same_bytes_wherever_it_is_made_and_spoken_once(
    town: Town, books: "AbstractFileSystem", url: str, stories: Path
) -> None:
    here = machine(stories.parent / "here", town.bucket, PLUGINS)
    alone = here.narrate(stories, "-o", here.home / "out", "--cache", here.home / "cache", "-j", 2)
    assert alone.returncode == 0, alone.stderr
    source = upload(books, stories, url)
    done = town.driver.narrate(source, *wishes(town, url))
    assert done.returncode == 0, done.stderr
    assert f"{url}/out/Nights.m4b" in done.stdout
    assert made(books, url) == made_here(here.home / "out")
    said = [words for each in town.workers for words in each.spoken()]
    assert all(each.spoken() for each in town.workers)
    assert town.driver.spoken() == []
    assert sorted(said) == sorted(here.spoken())
    before = {path: books.info(path)["LastModified"] for path in books.find(f"{url}/out")}

    again = town.driver.narrate(source, *wishes(town, url))
    assert f"; 0 of {len(said) + 2} lines spoken anew" in again.stdout
    assert again.stderr.count("stands as it was") == len(before) == 4
    assert {path: books.info(path)["LastModified"] for path in books.find(f"{url}/out")} == before

    books.pipe_file(f"{url}/out/Nights.mp3", b"not what was written")
    elsewhere = town.driver.narrate(source, *wishes(town, url))
    assert "Nights.mp3 written" in elsewhere.stderr
    assert made(books, url) == made_here(here.home / "out")
    assert [words for each in town.workers for words in each.spoken()] == said
    assert not list(town.driver.home.glob("narrate-*"))


def test_a_worker_that_is_killed_in_mid_book_leaves_a_whole_book_and_no_worker_leaves_an_engine(
    town: Town, books: "AbstractFileSystem", url: str, stories: Path
) -> None:
    folder, output = stories.parent, ("-f", "mp3", "-o")
    door = gate(folder)
    doomed = machine(folder / "doomed", town.bucket, PLUGINS, TALLY_GATE=str(door))
    steady = machine(folder / "steady", town.bucket, PLUGINS)
    source = upload(books, stories, url)
    with (
        scheduler(machine(folder / "head", town.bucket, PLUGINS)) as address,
        worker(doomed, address) as victim,
        worker(steady, address),
        town.driver.start(
            "narrate", source, *output, f"{url}/out", "--cache", f"{url}/cache", "--scheduler", address
        ) as build,
        door.open("wb"),  # its engine has come to the gate: it is in the middle of a line
    ):
        os.kill(victim.pid, signal.SIGKILL)
        _, said = build.communicate(timeout=PATIENCE)
        assert build.returncode == 0, said
    assert all_gone(doomed.engines() | steady.engines())
    here = machine(folder / "here", town.bucket, PLUGINS)
    assert here.narrate(stories, *output, here.home / "out", "-j", 2).returncode == 0
    assert made(books, url) == made_here(here.home / "out")


def test_workers_of_another_version_or_without_the_engine_get_no_work(
    town: Town, books: "AbstractFileSystem", url: str, stories: Path
) -> None:
    from distributed import Client

    folder = stories.parent
    other = folder / "other" / "narrate-9.9.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: narrate\nVersion: 9.9\n")
    old = machine(folder / "old", town.bucket, other.parent, PLUGINS)
    poor = machine(folder / "poor", town.bucket)
    source = upload(books, stories, url)
    with worker(old, town.address), worker(poor, town.address):
        done = town.driver.narrate(source, "-f", "mp3", *wishes(town, url))
        assert done.returncode == 0, done.stderr
        with Client(town.address, set_as_default=False) as client:
            ran = client.run(lambda dask_worker: dask_worker.state.executed_count)
    said = " ".join(done.stderr.split())
    assert "it has narrate 9.9, not " in said
    assert "it lacks the engine tally" in said
    assert sorted(count > 0 for count in ran.values()) == [False, False, True, True]
    assert old.spoken() == []


def test_where_no_worker_can_take_part_nothing_begins(
    town: Town, books: "AbstractFileSystem", url: str, stories: Path
) -> None:
    folder = stories.parent
    source = upload(books, stories, url)
    with (
        scheduler(machine(folder / "head", town.bucket)) as address,
        worker(machine(folder / "poor", town.bucket), address),
    ):
        done = town.driver.narrate(source, "-o", f"{url}/out", "--scheduler", address)
    assert done.returncode == 2
    assert "has no worker that can take part: " in " ".join(done.stderr.split())
    assert made(books, url) == {}
