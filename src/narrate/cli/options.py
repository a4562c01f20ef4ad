"""Options that several verbs share, and how they become a configuration."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from narrate.config.schema import Config
    from narrate.pipeline.plan import Edition

ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        "-c",
        metavar="FILE",
        help="Settings to use instead of the narrate.toml beside the stories.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FOLDER|URL", help="Where to write; build/ by default."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="NAME", help="m4b, mp3, mp3-chapters; several by repeating or commas."
    ),
]


def listed(formats: list[str] | None) -> list[str] | None:
    """Return the names that `--format` was given, one by one.

    >>> listed(["m4b,mp3", "mp3-chapters"])
    ['m4b', 'mp3', 'mp3-chapters']
    """
    return [name for some in formats for name in some.split(",")] if formats else None


VoiceName = Annotated[
    str | None, typer.Option("--voice", "-v", metavar="NAME", help="Who narrates; see `narrate voices`.")
]
_WORK = "Where the work is done"
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        help="Processes; as many as there are processors by default.",
        rich_help_panel=_WORK,
    ),
]
Cache = Annotated[
    str | None,
    typer.Option(
        "--cache",
        metavar="FOLDER|URL",
        help="Where finished clips and sound are kept.",
        rich_help_panel=_WORK,
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on the Dask cluster whose scheduler is there, such as tcp://head:8786.",
        rich_help_panel=_WORK,
    ),
]


def workplace(jobs: int | None, cache: str | None, scheduler: str | None) -> "Wishes":
    """Return what those three options wish."""
    return {
        "--jobs": ("work.jobs", jobs),
        "--cache": ("work.cache", cache),
        "--scheduler": ("work.scheduler", scheduler),
    }


Wishes = Mapping[str, tuple[str, object]]
"""What the command line says, and the place in the configuration that it overrules."""


def configured(story: Path | None, file: Path | None, wishes: Wishes) -> "Config":
    """Read the configuration for a story and put the command line's wishes on top.

    A wish reads `{"--output": ("output.folder", value)}`; one whose value is None was not given.
    """
    from narrate.config.load import find_config, folder_of, load_config, override

    found = file or (find_config(story) if story else None)
    return override(load_config(found, story and folder_of(story)), wishes)


def tell_what_is_passed_over(path: Path, named: Path | None = None) -> None:
    """Say which texts in a folder are in no book, so that nobody misses them unawares.

    A folder that is the copy of another is called by that one's name.
    """
    from narrate.cli.terminal import tell
    from narrate.read.folder import passed_over
    from narrate.read.story import endings

    if others := passed_over(path):
        names = ", ".join(f"{other.name}/" if other.is_dir() else other.name for other in others)
        tell(f"not read: {names} (read are the files in {named or path} that end in {endings()})")


def tell_of_a_foreign_narrator(edition: "Edition") -> None:
    """Say that the narrator speaks another language than the book is in, which no rule can mend."""
    from narrate.cli.terminal import tell
    from narrate.publish.languages import UNDETERMINED, iso_639_2

    told, voice = edition.script.metadata, edition.cast.get(edition.config.voices.narrator)
    if voice is None:
        return
    tongues = {iso_639_2(told.language), iso_639_2(voice.language)}
    if len(tongues) > 1 and UNDETERMINED not in tongues:
        tell(
            f"{told.title} is in {told.language!r}, its narrator {voice.name!r} speaks {voice.language!r};"
            f" `narrate voices` lists others, `narrate voices --engine {voice.engine}` what to make one of"
        )
