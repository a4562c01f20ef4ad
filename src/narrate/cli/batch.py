"""`narrate batch`: make many audiobooks in one run."""

from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from narrate.cli.options import Cache, Formats, Jobs, Output, Scheduler, VoiceName, Wishes, listed, workplace
from narrate.errors import NotAList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from narrate.config.jobs import BatchTable
    from narrate.config.layers import Layer
    from narrate.pipeline.outcome import Outcome
    from narrate.pipeline.report import Report
    from narrate.pipeline.shelf import Job

NONE_MADE, SOME_FAILED = 1, 3


def batch(  # noqa: PLR0913 - one parameter an option
    jobs_file: Annotated[
        Path, typer.Argument(metavar="JOBS.toml|DIR", help="A list of books; a folder, or URL, full of them.")
    ],
    *,
    output: Output = None,
    layout: Annotated[
        str | None,
        typer.Option(
            "--layout", metavar="TEMPLATE", help="Folders below it: '{author}/{series}/{part} - {title}'."
        ),
    ] = None,
    formats: Formats = None,
    voice: VoiceName = None,
    retries: Annotated[
        int | None,
        typer.Option("--retries", metavar="N", help="Times that a book is tried again; 2 by default."),
    ] = None,
    books: Annotated[
        int | None,
        typer.Option("--books", metavar="N", help="Books in the making at the same time; 3 by default."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Write a report for programs, in JSON."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but the files made, and what failed.")
    ] = False,
    jobs: Jobs = None,
    cache: Cache = None,
    scheduler: Scheduler = None,
) -> None:
    """Make many audiobooks in one run: those of a list, JOBS.toml, or all that are found in a folder.

    What is unchanged is passed over, and a book that fails stops no other. Run the same command again to
    go on after a stop. Exit code: 0 all are made, 3 some failed, 1 none was made, 2 nothing could be begun.
    """
    from narrate.config.layers import wished
    from narrate.model import url

    wishes: Wishes = {
        "--output": ("batch.output", output and str(url.place(output).absolute())),
        "--layout": ("batch.layout", layout),
        "--retries": ("batch.retries", retries),
        "--books": ("batch.books", books),
        "--format": ("output.formats", listed(formats)),
        "--voice": ("voices.narrator", voice),
        **{
            option: (place.replace("work.", "batch."), value)
            for option, (place, value) in workplace(jobs, cache, scheduler).items()
        },
    }
    with ExitStack() as doors:
        table, found = _found(url.place(jobs_file), wished(wishes), doors, quiet=quiet)
        outcomes = _made(found, table, report, quiet=quiet)
    raise typer.Exit(_verdict(outcomes))


def _found(path: Path, options: "Layer", doors: ExitStack, *, quiet: bool) -> "tuple[BatchTable, list[Job]]":
    """Read the list or walk through the folder, and say what is there; copies last as long as the doors."""
    from narrate.cli.terminal import count, tell
    from narrate.config.jobs import batch_of, read_jobs
    from narrate.pipeline.abroad import is_there
    from narrate.pipeline.shelf import jobs_of, wishes_below
    from narrate.read.story import is_story

    if is_there(path, "directory"):
        table, wishes = batch_of(options), wishes_below(path, options)
    elif is_story(path.name) and is_there(path):
        raise NotAList(path)
    else:
        read = read_jobs(path, options)
        table, wishes = read.batch, read.wishes
    found = list(jobs_of(wishes, doors))
    if not quiet:
        folders = sum(job.path.is_dir() for job in found)
        kinds = f"{count(folders, 'folder')}, {count(len(found) - folders, 'file')}"
        tell(f"found {count(len(found), 'book')} in {path}: {kinds}")
    return table, found


def _made(
    found: "Sequence[Job]", table: "BatchTable", file: Path | None, *, quiet: bool
) -> "tuple[Outcome, ...]":
    """Make all books; however it ends, the report says how far it got."""
    from narrate.cli.table import shown, watch_for
    from narrate.cli.terminal import tell
    from narrate.pipeline.batch import engines, run
    from narrate.pipeline.build import workshop
    from narrate.pipeline.report import Report

    with ExitStack() as doors:
        report = Report(found, file, watch := watch_for(quiet=quiet))
        doors.callback(_conclude, report, quiet=quiet)
        doors.enter_context(shown(watch))
        place = doors.enter_context(workshop(table, engines(found), tell))
        for outcome in doors.enter_context(closing(run(found, table, place, report))):
            report.settled(outcome)
            _say_files(outcome, quiet=quiet)
    return report.outcomes


def _say_files(outcome: "Outcome", *, quiet: bool) -> None:
    from narrate.cli.terminal import say
    from narrate.pipeline.outcome import State

    if quiet and outcome.state is State.MADE:
        for path in outcome.files:
            say(str(path))


def _conclude(report: "Report", *, quiet: bool) -> None:
    from narrate.cli.terminal import clock, say
    from narrate.pipeline.outcome import State

    report.close()
    if not quiet:
        states = Counter(outcome.state for outcome in report.outcomes)
        told = ", ".join(f"{states[state]:,} {state}" for state in State if states[state])
        say(f"{told}; took {clock(report.seconds)}")


def _verdict(outcomes: "Sequence[Outcome]") -> int:
    """Return the exit code."""
    from narrate.pipeline.outcome import State

    failed = sum(outcome.state is State.FAILED for outcome in outcomes)
    return NONE_MADE if failed == len(outcomes) else SOME_FAILED if failed else 0
