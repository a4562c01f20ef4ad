"""`narrate build`: make audiobooks."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from narrate.cli.options import ConfigFile, VoiceName, Wishes, configured, tell_what_is_passed_over

if TYPE_CHECKING:
    from narrate.pipeline import Result


def build(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Folders of stories, or single files; each is a book."),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; build/ by default."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", metavar="NAME", help="m4b, mp3, mp3-chapters; several by repeating or commas."
        ),
    ] = None,
    voice: VoiceName = None,
    title: Annotated[str | None, typer.Option("--title", help="The book's title.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="The book's author.")] = None,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but the files made.")] = False,
) -> None:
    """Make audiobooks of stories. This is what `narrate PATH...` does.

    Every word is accounted for before anything is spoken, and every file is read back before it
    takes the place of an older one.
    """
    from narrate import pipeline
    from narrate.cli.progress import progress
    from narrate.cli.terminal import say

    wishes: Wishes = {
        "--output": ("output.folder", output),
        "--format": (
            "output.formats",
            [name for some in formats for name in some.split(",")] if formats else None,
        ),
        "--voice": ("voices.narrator", voice),
        "--title": ("book.title", title),
        "--author": ("book.author", author),
    }
    editions = [
        edition for path in paths for edition in pipeline.plan(path, configured(path, config, wishes))
    ]
    for path in paths:
        tell_what_is_passed_over(path)
    with pipeline.ready(editions) as make:
        for edition in editions:
            with progress(quiet=quiet) as listener:
                result = make(edition, listener)
            for line in map(str, result.files) if quiet else _summary(result):
                say(line)


def _summary(result: "Result") -> list[str]:
    from narrate.cli.terminal import clock, count, size

    recording = result.recording
    seconds = recording.frames / recording.rate
    head = f"{recording.metadata.title}: {count(len(recording.tracks), 'chapter')}, {clock(seconds)}"
    pace = f"made in {result.took:.1f} s, {seconds / result.took:,.0f} times as fast as it is heard"
    files = [f"  {path}  {size(path.stat().st_size)}" for path in result.files]
    return [head, *files, f"  {pace}"]
