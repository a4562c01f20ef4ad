"""`narrate build`: make audiobooks."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from narrate.cli.options import (
    Cache,
    ConfigFile,
    Formats,
    Jobs,
    Output,
    Scheduler,
    VoiceName,
    Wishes,
    configured,
    listed,
    tell_of_a_foreign_narrator,
    tell_what_is_passed_over,
    workplace,
)

if TYPE_CHECKING:
    from narrate.pipeline.build import Result


def build(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Folders of stories, or single files; each is a book."),
    ],
    *,
    output: Output = None,
    formats: Formats = None,
    voice: VoiceName = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The book's title.")] = None,
    author: Annotated[str | None, typer.Option("--author", metavar="TEXT", help="The book's author.")] = None,
    config: ConfigFile = None,
    jobs: Jobs = None,
    cache: Cache = None,
    scheduler: Scheduler = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but the files made.")] = False,
) -> None:
    """Make audiobooks of stories. This is what `narrate PATH...` does.

    Every word is accounted for before anything is spoken, and every file is read back before it
    takes the place of an older one.
    """
    from narrate.model.url import place as place_of
    from narrate.pipeline.fetch import fetched
    from narrate.pipeline.prepare import prepared
    from narrate.workers.aside import aside

    wishes: Wishes = {
        "--output": ("output.folder", output),
        "--format": ("output.formats", listed(formats)),
        "--voice": ("voices.narrator", voice),
        "--title": ("book.title", title),
        "--author": ("book.author", author),
        **workplace(jobs, cache, scheduler),
    }
    with ExitStack() as doors:
        named = [place_of(path) for path in paths]
        here = [doors.enter_context(fetched(path)) for path in named]
        configs = [configured(path, config, wishes) for path in here]
        asked = tuple(zip(here, configs, named, strict=True))
        planned = doors.enter_context(aside(prepared, asked, configs[0].work))
        from narrate.cli.progress import progress  # while the books are read
        from narrate.cli.terminal import say, tell
        from narrate.pipeline.build import ready, workshop
        from narrate.pipeline.speakers import summon

        engines = summon(configs)  # they load, and workers get ready, while the texts are read
        place = doors.enter_context(workshop(configs[0].work, engines, tell))
        editions = planned()
        for path, name in zip(here, named, strict=True):
            tell_what_is_passed_over(path, name)
        for edition in editions:
            tell_of_a_foreign_narrator(edition)
        make = ready(editions, place)
        for edition in editions:
            with progress(quiet=quiet) as listener:
                result = make(edition, listener)
            for line in map(str, result.files) if quiet else _summary(result):
                say(line)


def _summary(result: "Result") -> list[str]:
    from narrate.cli.terminal import clock, count, size
    from narrate.pipeline import abroad

    recording = result.recording
    seconds = recording.frames / recording.rate
    lines = sum(len(track.lines) for track in recording.tracks)
    head = f"{recording.metadata.title}: {count(len(recording.tracks), 'chapter')}, {clock(seconds)}"
    files = [f"  {path}  {size(abroad.size(path))}" for path in result.files]
    spoken = f"{result.spoken:,} of {count(lines, 'line')} spoken anew"
    pace = f"made in {result.took:.1f} s, {seconds / result.took:,.0f} times as fast as it is heard"
    return [head, *files, f"  {pace}; {spoken}"]
