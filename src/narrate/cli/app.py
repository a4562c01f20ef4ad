"""Put the verbs together and set the exit code."""

import signal
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from narrate.cli.build import build
from narrate.cli.doctor import doctor
from narrate.cli.plan import plan
from narrate.cli.preview import preview
from narrate.cli.voices import voices
from narrate.errors import BadInput, NarrateError

BAD_INPUT, FAILED, SIGNALLED = 2, 1, 128

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(build)
app.command()(preview)
app.command()(plan)
app.command()(voices)
app.command()(doctor)


def _version(wanted: bool) -> None:  # noqa: FBT001 - Typer's callback
    if wanted:
        from importlib.metadata import version

        typer.echo(f"narrate {version('narrate')}")
        raise typer.Exit


@app.callback()
def narrate(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn stories and books into chaptered audiobooks on your own machine.

    **narrate stories/** makes one audiobook of a folder of .txt and .md files, one chapter a story;
    **narrate novel.md** makes one of a single file, by its own headings. `build` may be left out.

    Title, voices, pauses and pronunciations live in a `narrate.toml` beside the stories.
    """


def with_verb(arguments: Sequence[str]) -> list[str]:
    """Put `build` before arguments that name no verb, so that `narrate stories/` builds.

    >>> with_verb(["stories/"]), with_verb(["plan", "stories/"]), with_verb(["--help"])
    (['build', 'stories/'], ['plan', 'stories/'], ['--help'])
    """
    verbs = {command.callback.__name__ for command in app.registered_commands if command.callback}
    own = {"-h", "--help", "--version", "--install-completion", "--show-completion"}
    spoken_for = not arguments or arguments[0] in verbs | own
    return list(arguments) if spoken_for else ["build", *arguments]


def main() -> NoReturn:
    """Run the command line and leave: 0 done, 1 failed, 2 bad input, 128 and its number for a signal."""
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, lambda number, _: sys.exit(SIGNALLED + number))
    try:
        app(args=with_verb(sys.argv[1:]), prog_name="narrate")
    except NarrateError as error:
        from narrate.cli.terminal import complain

        complain(error)
        sys.exit(BAD_INPUT if isinstance(error, BadInput) else FAILED)
    sys.exit(0)
