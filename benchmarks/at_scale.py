"""Measure what an hour of audio costs, and play through what thousands of books would on hundreds of workers.

    python benchmarks/at_scale.py costs [--engine espeak|tone] [--hours 0.5]
    python benchmarks/at_scale.py dask [--tasks 2000]
    python benchmarks/at_scale.py simulate [--workers 500] [--threads 1] [--drivers 1] [--hits 0] ...

costs     the real tasks of a real book, one after the other in this process: seconds of processor,
          requests to the store and bytes, for speaking, encoding and publishing
dask      a real scheduler with two workers and tasks that do nothing: what one costs driver and scheduler
simulate  an event for every task, of books cut as `narrate` cuts them, with what the other two printed

Seconds are those of one processor of this machine; ratios can be compared between machines, seconds cannot.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from heapq import heappop, heappush
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from long_text import sentences, write_book

from narrate.config.schema import Config, OutputTable, VoicesTable, WorkTable
from narrate.listener import Listener
from narrate.pipeline import work
from narrate.pipeline.build import set_stage
from narrate.pipeline.hands import Hands
from narrate.pipeline.plan import Edition, plan
from narrate.pipeline.publish import orders, publish
from narrate.pipeline.record import record
from narrate.pipeline.stage import Reel, reels
from narrate.workers.crew import Crew
from narrate.workers.desk import Desk

VOICES = {"espeak": "eleanor", "tone": "rehearsal"}


class Counted:
    """A shelf that counts what goes over the wire when it is a bucket."""

    def __init__(self, shelf: Any) -> None:  # noqa: ANN401 - of any kind
        self._shelf = shelf
        self.requests = self.came = self.went = 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def ask(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the shelf does
            answer = getattr(self._shelf, name)(*arguments)
            self.requests += name in {"read", "size", "add", "replace", "remove"}
            self.came += len(answer) if name == "read" and answer else 0
            self.went += len(arguments[1]) if name in {"add", "replace"} else 0
            return answer

        return ask


def processor() -> float:
    """Return the seconds of processor that this process and its ended children have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def edition_of(folder: Path, hours: float, engine: str) -> Edition:
    """Plan a book of some hours to be heard."""
    output = OutputTable(folder=folder / "out", formats=("m4b",))
    config = Config(
        voices=VoicesTable(narrator=VOICES[engine]),
        output=output,
        work=WorkTable(cache=str(folder / "cache")),
    )
    (edition,) = plan(write_book(folder / "book.md", sentences(hours)), config)
    return edition


class Steps(Listener):
    """Hold the processor's clock at the end of every step."""

    def __init__(self, shelf: Counted) -> None:
        self._shelf = shelf
        self._last = self._now()
        self.rows: dict[str, list[float]] = {}

    def _now(self) -> list[float]:
        return [processor(), time.perf_counter(), self._shelf.requests, self._shelf.came, self._shelf.went]

    def ends(self, step: str) -> None:
        """Note what a step has used; its engines have ended, so that they count."""
        work.leave()
        now = self._now()
        self.rows[step] = [this - last for this, last in zip(now, self._last, strict=True)]
        self._last = now


def costs(engine: str, hours: float) -> None:
    """Print what each step of a book costs for an hour of audio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "out").mkdir()
        edition_of(folder, 0.01, engine)  # whatever is loaded once
        began = processor()
        edition = edition_of(folder, hours, engine)
        planned = processor() - began
        store = work.store(str(folder / "cache"))
        shelf = Counted(store._shelf)  # noqa: SLF001 - only here anybody counts
        object.__setattr__(store, "_shelf", shelf)
        stage = set_stage(edition, store)
        steps = Steps(shelf)
        encodings = [edition.encoding(form) for form in edition.forms.values()]
        for chapter in edition.script.chapters:
            for reel in reels(chapter):
                work.measure_reel(stage, reel)
        steps.ends("speak")
        with Crew(Desk()) as crew, Hands(crew, 0.0) as hands:
            recorded = record(edition.script, stage, encodings, hands, Listener())
            steps.ends("encode")
            publish(list(orders(edition, recorded)), store, hands, Listener())
            steps.ends("publish")
        heard = recorded.recording.frames / recorded.recording.rate / 3600
        kept = sum(entry.size for entry in store.entries())
        made = sum(path.stat().st_size for path in (folder / "out").rglob("*") if path.is_file())
        tasks = sum(len(list(reels(chapter))) for chapter in edition.script.chapters)
        lines = sum(len(chapter.lines) for chapter in edition.script.chapters)
    print(
        f"{engine}: {heard:.2f} h of audio, {lines / heard:.0f} lines and {tasks / heard:.1f} reels an hour"
    )
    print(f"{'for an hour of audio':22}{'CPU s':>8}{'wall s':>8}{'requests':>10}{'MB in':>8}{'MB out':>8}")
    print(f"{'plan (driver)':22}{planned / heard:8.2f}")
    for step, row in steps.rows.items():
        cpu, wall, requests, came, went = (each / heard for each in row)
        print(f"{step:22}{cpu:8.2f}{wall:8.2f}{requests:10.0f}{came / 1e6:8.1f}{went / 1e6:8.1f}")
    print(f"kept in the store: {kept / heard / 1e6:.0f} MB; published (M4B): {made / heard / 1e6:.1f} MB")


@contextmanager
def cluster() -> Iterator[tuple[str, Any]]:
    """Run a scheduler in a process of its own with two workers; yield its address and its process."""
    import psutil

    def start(module: str, *arguments: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-W", "ignore", "-m", module, *arguments, "--no-dashboard"]
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def told(process: "subprocess.Popen[str]", words: str) -> str:
        return next(line for line in process.stderr or () if words in line)

    head = start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
    address = told(head, "Scheduler at:").split()[-1]
    workers = [
        start("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny") for _ in range(2)
    ]
    try:
        for worker in workers:
            told(worker, "Registered to:")
        yield address, psutil.Process(head.pid)
    finally:
        for process in (*workers, head):
            process.terminate()
            process.wait()


def nothing(_: Reel) -> None:
    """Do no work."""


def dask(tasks: int) -> None:
    """Print what one task costs driver and scheduler, by how many workers it may run on."""
    from distributed import Client

    with tempfile.TemporaryDirectory() as name:
        edition = edition_of(Path(name), 0.3, "tone")
    pieces = [reel for chapter in edition.script.chapters for reel in reels(chapter)]
    with cluster() as (address, head), Client(address, set_as_default=False) as client:
        here = sorted(client.scheduler_info(n_workers=-1)["workers"])
        print(f"{tasks} tasks that do nothing, each with a reel, two workers there")
        print(f"{'may run on':>12}{'driver ms':>12}{'scheduler ms':>14}{'tasks a second':>16}")
        for named in (2, 100, 500):
            hosts = here + [f"tcp://10.0.{n // 200}.{n % 200}:40000" for n in range(named - 2)]
            began, ours, theirs = time.perf_counter(), time.process_time(), sum(head.cpu_times()[:2])
            asked = [
                client.get_executor(workers=sorted(hosts), pure=False).submit(nothing, reel)
                for reel in islice(cycle(pieces), tasks)
            ]
            for future in asked:
                future.result()
            took = time.perf_counter() - began
            ours, theirs = time.process_time() - ours, sum(head.cpu_times()[:2]) - theirs
            print(f"{named:12}{1000 * ours / tasks:12.2f}{1000 * theirs / tasks:14.2f}{tasks / took:16.0f}")


Happen = Callable[[float], None]
"""What happens at a time."""
STEPS: Mapping[str, int] = {"speak": 0, "encode": 1, "publish": 2}
"""What is further on is done first."""
TRIPS: Mapping[str, int] = {"speak": 1560, "encode": 620, "publish": 23}
"""Requests to the store for an hour of audio, as `costs --engine tone --hours 1` printed them."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, as `costs --engine tone --hours 1` and `dask` printed them."""

    plan: float = 0.085
    """Of the driver, for an hour of audio."""
    speak: float = 3.5
    """Of a worker's processor, for an hour of audio; likewise the next two."""
    encode: float = 11.5
    publish: float = 0.4
    submit: float = 0.0012
    """Of the driver, for a task."""
    schedule: float = 0.003
    """Of the scheduler, for a task."""
    trip: float = 0.02
    """To the store and back: an assumption, not a measurement."""


@dataclass(slots=True)
class Book:
    """A book in the making: hours of every reel of the chapters to be made; and what is still to come."""

    chapters: list[list[float]]
    kept: list[list[float]]
    """Chapters that are in the store."""
    driver: int
    open: list[int] = field(default_factory=list)
    """Reels of each chapter that are not spoken."""
    left: int = 0
    """Stretches that are not encoded."""
    began: float = 0.0

    @property
    def hours(self) -> float:
        """Length of all of it."""
        return sum(map(sum, (*self.chapters, *self.kept)))


class House:
    """Drivers that plan and submit, one scheduler each, and the workers of all."""

    def __init__(self, times: Times, workers: int, threads: int, drivers: int, at_once: int) -> None:
        self._times = times
        self._idle = workers * threads
        self._threads = threads
        self._drivers = [0.0] * drivers
        self._schedulers = [0.0] * drivers
        self._at_once = at_once
        self._events: list[tuple[float, int, Happen]] = []
        self._ready: list[tuple[int, int, float, Happen]] = []
        self._number = count()
        self.tasks = 0
        self.busy = self.driving = self.scheduling = 0.0
        self.spans: list[float] = []

    def run(self, books: Iterator[Book]) -> float:
        """Return the seconds until the last book is made."""
        self._books = books
        for _ in range(self._at_once * len(self._drivers)):
            self._begin(0.0)
        now = 0.0
        while self._events:
            now, _, happen = heappop(self._events)
            happen(now)
        return now

    def _at(self, time: float, happen: Happen) -> None:
        heappush(self._events, (time, next(self._number), happen))

    def _begin(self, now: float) -> None:
        if book := next(self._books, None):
            book.began = now
            looks = 2 * sum(map(len, book.kept))
            planned = self._drive(book, now, self._times.plan * book.hours)
            self._at(planned + looks * self._times.trip, partial(self._speak, book))

    def _drive(self, book: Book, now: float, seconds: float) -> float:
        """Wait for the driver, have it work, and return when it has: Python does one thing at a time."""
        self.driving += seconds
        self._drivers[book.driver] = max(now, self._drivers[book.driver]) + seconds
        return self._drivers[book.driver]

    def _speak(self, book: Book, now: float) -> None:
        book.open = [len(chapter) for chapter in book.chapters]
        book.left = sum(book.open)
        if book.left:
            self._ask_chapter(book, 0, now)
        else:
            self._publish(book, now)

    def _ask_chapter(self, book: Book, chapter: int, now: float) -> None:
        """Look for every reel of a chapter in the store and ask for it; then those of the next."""
        if chapter < len(book.chapters):
            done = partial(self._spoken, book, chapter)
            self._ask(book, chapter, now, "speak", done, partial(self._ask_chapter, book, chapter + 1))

    def _ask(self, book: Book, chapter: int, now: float, step: str, done: Happen, *after: Happen) -> None:
        def looked(now: float) -> None:
            for hours in book.chapters[chapter]:
                self._submit(book, now, step, self._seconds(step, hours), done)
            for happen in after:
                self._at(self._drivers[book.driver], happen)

        self._at(now + self._times.trip * len(book.chapters[chapter]), looked)

    def _spoken(self, book: Book, chapter: int, now: float) -> None:
        book.open[chapter] -= 1
        if not book.open[chapter]:
            self._ask(book, chapter, now, "encode", partial(self._encoded, book))

    def _encoded(self, book: Book, now: float) -> None:
        book.left -= 1
        if not book.left:
            self._publish(book, now)

    def _publish(self, book: Book, now: float) -> None:
        def done(now: float) -> None:
            self.spans.append(now - book.began)
            self._begin(now)

        self._submit(book, now, "publish", self._seconds("publish", book.hours), done)

    def _seconds(self, step: str, hours: float) -> float:
        """Return how long a thread is at it: it shares its processor, but not its waiting for the store."""
        processor = hours * getattr(self._times, step)
        return max(self._threads * processor, processor + hours * self._times.trip * TRIPS[step])

    def _submit(self, book: Book, now: float, step: str, seconds: float, done: Happen) -> None:
        now = self._drive(book, now, self._times.submit)
        self.scheduling += self._times.schedule
        now = self._schedulers[book.driver] = max(now, self._schedulers[book.driver]) + self._times.schedule
        self.tasks += 1
        self._at(now, partial(self._arrive, STEPS[step], seconds, done))

    def _arrive(self, step: int, seconds: float, done: Happen, now: float) -> None:
        heappush(self._ready, (-step, next(self._number), seconds, done))
        self._hand_out(now)

    def _hand_out(self, now: float) -> None:
        while self._idle and self._ready:
            _, _, seconds, done = heappop(self._ready)
            self._idle -= 1
            self.busy += seconds / self._threads
            self._at(now + seconds, partial(self._finish, done))

    def _finish(self, done: Happen, now: float) -> None:
        self._idle += 1
        done(now)
        self._hand_out(now)


def shapes() -> list[list[list[float]]]:
    """Return the hours of every reel of three real plans: a short, a common and a long book."""
    found = []
    for hours in (2, 6, 12):
        with tempfile.TemporaryDirectory() as name:
            edition = edition_of(Path(name), hours, "tone")
        cut = [
            [sum(len(line.spoken) for line in reel.lines) for reel in reels(each)]
            for each in edition.script.chapters
        ]
        letters = sum(map(sum, cut))
        found.append([[edition.estimate / 3600 * each / letters for each in chapter] for chapter in cut])
    return found


def simulate(wanted: argparse.Namespace, times: Times) -> None:
    """Print how long a library takes, and who is the bottleneck."""
    chance, patterns = random.Random(1), shapes()  # noqa: S311 - no secret
    hours = 0.0

    def library() -> Iterator[Book]:
        nonlocal hours
        for number in range(wanted.books):
            whole = patterns[number % len(patterns)]
            hours += sum(map(sum, whole))
            parts: tuple[list[list[float]], ...] = ([], [])
            for chapter in whole:
                parts[chance.random() * 100 < wanted.hits].append(chapter)
            yield Book(*parts, number % wanted.drivers)

    house = House(times, wanted.workers, wanted.threads, wanted.drivers, wanted.at_once)
    took = house.run(library())
    spans = sorted(house.spans)
    ideal = house.busy / wanted.workers
    print(
        f"{wanted.books} books, {hours:,.0f} h of audio, {wanted.hits} % of the chapters as before; "
        f"{wanted.workers} workers of {wanted.threads}, {wanted.drivers} x {wanted.at_once} books at a time"
    )
    print(
        f"  {house.tasks:,} tasks; all made after {took / 3600:.2f} h, {hours * 3600 / took:,.0f} x real time"
    )
    print(f"  workers busy {100 * house.busy / wanted.workers / took:.0f} % (alone: {ideal / 3600:.2f} h)")
    for name, seconds in (("drivers", house.driving), ("schedulers", house.scheduling)):
        print(f"  {name} busy {100 * seconds / wanted.drivers / took:.0f} %", end="")
    print(f"\n  one book: half within {spans[len(spans) // 2]:.0f} s, all within {spans[-1]:.0f} s")
    longest = max(patterns, key=lambda shape: sum(map(sum, shape)))
    heard = sum(map(sum, longest))
    alone = House(times, 10**6, 1, 1, 1).run(iter([Book(longest, [], 0)]))
    print(f"  critical path: the longest book, {heard:.1f} h, with endless workers: {alone:.0f} s")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    verb = verbs.add_parser("costs")
    verb.add_argument("--engine", choices=sorted(VOICES), default="espeak")
    verb.add_argument("--hours", type=float, default=0.5)
    verbs.add_parser("dask").add_argument("--tasks", type=int, default=2000)
    verb = verbs.add_parser("simulate")
    numbers = {"books": 10_000, "workers": 500, "threads": 1, "drivers": 1, "at-once": 32, "hits": 0}
    for option, default in numbers.items():
        verb.add_argument(f"--{option}", type=int, default=default)
    for each in fields(Times):
        verb.add_argument(f"--{each.name}", type=float, default=each.default, metavar="SECONDS")
    asked = parser.parse_args()
    if asked.verb == "costs":
        costs(asked.engine, asked.hours)
    elif asked.verb == "dask":
        dask(asked.tasks)
    else:
        simulate(asked, Times(**{each.name: getattr(asked, each.name) for each in fields(Times)}))


if __name__ == "__main__":
    main()
