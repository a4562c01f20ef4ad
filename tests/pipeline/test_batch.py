from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from narrate.config.jobs import BatchTable, read_jobs
from narrate.config.layers import wished
from narrate.errors import BadConfig
from narrate.pipeline.batch import run
from narrate.pipeline.build import Workshop, workshop
from narrate.pipeline.outcome import Ear, Outcome, State, Watch
from narrate.pipeline.shelf import Job, jobs_of, wishes_below
from narrate.pipeline.survey import Found, Surveyor
from narrate.pipeline.unchanged import Kept, remember

OPTIONS = wished({"--voice": ("voices.narrator", "rehearsal"), "--format": ("output.formats", ["mp3"])})
TABLE = BatchTable(jobs=1, books=2)


class Witness(Watch):
    """Notes which books are begun."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    def begins(self, job: Job, attempt: int) -> Ear:
        self.begun.append(job.path.stem)
        return super().begins(job, attempt)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    monkeypatch.chdir(tmp_path)
    with workshop(TABLE, ["tone"], print) as place:
        yield place


def pile(folder: Path, **books: str) -> list[Job]:
    """Put files on a shelf."""
    folder.mkdir(exist_ok=True)
    for name, text in books.items():
        (folder / f"{name}.txt").write_text(text)
    return list(jobs_of(wishes_below(folder, OPTIONS), ExitStack()))


def made(jobs: list[Job], place: Workshop, watch: Watch) -> dict[str, Outcome]:
    return {each.job.path.stem: each for each in run(jobs, TABLE, place, watch)}


def stood(job: Job, surveyor: Surveyor, place: Workshop, folder: Path) -> None:
    """Have a book's file stand as if it had been made."""
    found = surveyor.look(job)
    assert isinstance(found, Found)
    file = folder / f"{job.path.stem}.mp3"
    file.write_bytes(b"sound")
    remember(place.store, surveyor.address(found), Kept(found.title, found.targets, (str(file),), 1.0))


def test_hundreds_of_unchanged_books_are_passed_over_without_a_plan(tmp_path: Path, place: Workshop) -> None:
    jobs = pile(tmp_path / "shelf", **{f"book {number}": f"Words, {number}." for number in range(200)})
    surveyor = Surveyor(TABLE, place.store)
    for job in jobs:
        stood(job, surveyor, place, tmp_path)
    watch = Witness()
    outcomes = made(jobs, place, watch)
    assert Counter(outcome.state for outcome in outcomes.values()) == {State.UNCHANGED: 200}
    assert watch.begun == []


CHANGES = {
    "a touched story": ("story", False),
    "another story": ("words", True),
    "a touched file": ("file", True),
    "a file that is gone": ("gone", True),
    "another setting": ("setting", True),
    "another voice": ("voice", True),
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_book_is_looked_at_again_when_anything_of_it_changed(
    tmp_path: Path, place: Workshop, case: str
) -> None:
    change, looked_at = CHANGES[case]
    shelf = tmp_path / "shelf"
    (shelf / "voices").mkdir(parents=True)
    (shelf / "voices/rehearsal.toml").write_text('engine = "tone"\n')
    (shelf / "narrate.toml").write_text('[voices]\nfolder = "voices"\n')
    (job,) = pile(shelf, one="A word.")
    stood(job, Surveyor(TABLE, place.store), place, tmp_path)
    match change:
        case "story":
            (shelf / "one.txt").touch()
        case "words":
            (shelf / "one.txt").write_text("A wood.")
        case "file":
            (tmp_path / "one.mp3").write_bytes(b"noise")
        case "gone":
            (tmp_path / "one.mp3").unlink()
        case "setting":
            (shelf / "narrate.toml").write_text('[voices]\nfolder = "voices"\n[pauses]\nhead = 1\n')
        case "voice":
            (shelf / "voices/rehearsal.toml").write_text('engine = "tone"\nrate = 180\n')
    watch = Witness()
    made(list(jobs_of(wishes_below(shelf, OPTIONS), ExitStack())), place, watch)
    assert watch.begun == (["one"] if looked_at else [])


@pytest.mark.parametrize("followed", [True, False])
def test_a_book_with_directions_is_looked_at_again_when_any_voice_changed(
    tmp_path: Path, place: Workshop, *, followed: bool
) -> None:
    shelf = tmp_path / "shelf"
    (shelf / "voices").mkdir(parents=True)
    (shelf / "voices/rehearsal.toml").write_text('engine = "tone"\n')
    (shelf / "voices/guest.toml").write_text('engine = "tone"\n')
    read = f"[read]\ndirections = {str(followed).lower()}\n"
    (shelf / "narrate.toml").write_text(f'{read}[voices]\nfolder = "voices"\n')
    (job,) = pile(shelf, one="A word.")
    stood(job, Surveyor(TABLE, place.store), place, tmp_path)
    (shelf / "voices/guest.toml").write_text('engine = "tone"\nrate = 180\n')
    watch = Witness()
    made(list(jobs_of(wishes_below(shelf, OPTIONS), ExitStack())), place, watch)
    assert watch.begun == (["one"] if followed else [])


def test_stories_at_a_url_are_made_passed_over_and_called_by_their_url(
    tmp_path: Path, place: Workshop
) -> None:
    fsspec: Any = pytest.importorskip("fsspec")
    system, shelf = fsspec.filesystem("memory"), f"memory://{tmp_path.name}"
    system.pipe_file(f"{shelf}/good.txt", b"A word.")
    system.pipe_file(f"{shelf}/bad.txt", b"\0\0\0")
    jobs_file = tmp_path / "JOBS.toml"
    entries = (f"[[book]]\npath = '{shelf}/{name}.txt'\n" for name in ("good", "bad", "no"))
    jobs_file.write_text("".join(entries))

    def again() -> list[tuple[str, State]]:
        with ExitStack() as doors:
            jobs = list(jobs_of(read_jobs(jobs_file, OPTIONS).wishes, doors))
            outcomes = list(run(jobs, TABLE, place, watch))
        assert not any(job.path.exists() for job in jobs)
        assert all(shelf in str(each.error) for each in outcomes if each.error)
        return sorted((each.job.name, each.state) for each in outcomes)

    watch = Witness()
    rest = [(f"{shelf}/{name}.txt", State.FAILED) for name in ("bad", "no")]
    assert again() == sorted([*rest, (f"{shelf}/good.txt", State.MADE)])
    assert watch.begun == ["good"]
    assert again() == sorted([*rest, (f"{shelf}/good.txt", State.UNCHANGED)])
    assert watch.begun == ["good"]


def test_the_most_urgent_are_begun_first(tmp_path: Path, place: Workshop) -> None:
    jobs = pile(tmp_path / "shelf", a="A word.", b="A word.", c="A word.")
    ranked = [Job(job.path, rank, job.config) for rank, job in enumerate(jobs)]
    watch = Witness()
    outcomes = [each.state for each in run(ranked, BatchTable(jobs=1, books=1), place, watch)]
    assert outcomes == [State.MADE] * 3
    assert watch.begun == ["c", "b", "a"]


def test_what_narrate_does_not_know_is_one_books_failure(tmp_path: Path, place: Workshop) -> None:
    class Broken(Witness):
        def begins(self, job: Job, attempt: int) -> Ear:
            if job.path.stem == "b":
                message = "what is this"
                raise ValueError(message)
            return super().begins(job, attempt)

    outcomes = made(pile(tmp_path / "shelf", a="A word.", b="A word."), place, Broken())
    assert outcomes["a"].state is State.MADE
    assert "ValueError: what is this; please report it" in str(outcomes["b"].error)


def test_a_folder_that_a_layout_made_goes_with_a_book_that_failed(tmp_path: Path, place: Workshop) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf/narrate.toml").write_text('[book]\ncover = "cover.jpg"\n')
    (tmp_path / "shelf/cover.jpg").write_bytes(b"no picture")
    jobs = pile(tmp_path / "shelf", a="A word.")
    table = BatchTable(jobs=1, layout="{genre}/{title}", output=tmp_path / "out")
    (outcome,) = run(jobs, table, place, Watch())
    assert outcome.state is State.FAILED
    assert not list(tmp_path.glob("out/*"))


def test_bad_settings_are_an_outcome(tmp_path: Path, place: Workshop) -> None:
    job = Job(tmp_path, 0, BadConfig(("it is wrong",)))
    (outcome,) = run([job], TABLE, place, Watch())
    assert (outcome.state, str(outcome.error)) == (State.FAILED, "it is wrong")
