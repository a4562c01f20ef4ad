"""Put the verbs together and set the exit code."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer
from typer.core import TyperGroup

from narrate.cli.batch import batch
from narrate.cli.build import build
from narrate.cli.cache import cache
from narrate.cli.doctor import doctor
from narrate.cli.lexicon import lexicon
from narrate.cli.plan import plan
from narrate.cli.preview import preview
from narrate.cli.voices import voices
from narrate.cli.why import why
from narrate.errors import BadInput, NarrateError

BAD_INPUT, FAILED, SIGNALLED = 2, 1, 128
GARBAGE = 50_000
"""Objects made between two searches for garbage: a book is as many, and none of them is."""

VERBS = ("build", "plan", "preview", "voices", "lexicon", "why", "batch", "cache", "doctor")
"""In the order in which a book is made."""


class Itinerary(TyperGroup):
    """List the verbs in their order, also the one that has verbs of its own."""

    def list_commands(self, ctx: object) -> list[str]:
        """Name them all."""
        del ctx
        return list(VERBS)


app = typer.Typer(
    cls=Itinerary,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (build, plan, preview, voices, why, batch, cache, doctor):
    app.command()(verb)
app.add_typer(lexicon, name="lexicon")


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

    **narrate stories/** makes one audiobook of a folder of stories, one chapter a file;
    **narrate novel.epub** makes one of a single file, by its own chapters. Text, Markdown, HTML,
    EPUB, Word, OpenDocument, FictionBook and PDF are read. `build` may be left out.

    Title, voices, pauses and pronunciations live in a `narrate.toml` beside the stories.
    """


def with_verb(arguments: Sequence[str]) -> list[str]:
    """Put `build` before arguments that name no verb, so that `narrate stories/` builds.

    >>> with_verb(["stories/"]), with_verb(["plan", "stories/"]), with_verb(["--help"])
    (['build', 'stories/'], ['plan', 'stories/'], ['--help'])
    """
    own = {"-h", "--help", "--version", "--install-completion", "--show-completion"}
    if not arguments or arguments[0] in own.union(VERBS) or _is_misspelt(arguments[0], VERBS):
        return list(arguments)
    return ["build", *arguments]


def _is_misspelt(word: str, verbs: Sequence[str]) -> bool:
    """Tell whether a word that is no path was meant as a verb; Typer then says which."""
    return not os.path.lexists(word) and bool(get_close_matches(word, verbs))


def main() -> NoReturn:
    """Run the command line and leave: 0 done, 1 failed, 2 bad input, 128 and its number for a signal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that the terminal lacks must not stop a build
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, lambda number, _: sys.exit(SIGNALLED + number))
    gc.set_threshold(GARBAGE)
    try:
        app(args=with_verb(sys.argv[1:]), prog_name="narrate")
    except NarrateError as error:
        _leave(error, BAD_INPUT if isinstance(error, BadInput) else FAILED)
    except SystemExit as leave:
        if isinstance(leave.code, int) and leave.code > SIGNALLED:
            _leave(
                "stopped; nothing half-written is left, and what is finished is kept for the next run",
                leave.code,
            )
        raise
    except OSError as error:  # all that a room touches is answered for there: what is left is our own output
        _leave(f"cannot write what there is to say: {error.strerror}", FAILED)
    finally:
        gc.freeze()  # nobody has to look through what ends with the process
    sys.exit(0)


def _leave(why: object, code: int) -> NoReturn:
    from narrate.cli.terminal import complain

    complain(why)
    sys.exit(code)
