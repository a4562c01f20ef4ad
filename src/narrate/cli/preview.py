"""`narrate preview`: hear a paragraph as the book would say it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from narrate.cli.options import ConfigFile, VoiceName, configured

if TYPE_CHECKING:
    from narrate.config.schema import Config
    from narrate.model.script import ChapterScript
    from narrate.pipeline import Edition


def preview(  # noqa: PLR0913 - one parameter an option
    what: Annotated[str, typer.Argument(metavar="TEXT|PATH", help="Some words, or a file or folder of stories.")],
    *,
    chapter: Annotated[int, typer.Option("--chapter", min=1, help="Which chapter of the book.")] = 1,
    paragraph: Annotated[int, typer.Option("--paragraph", "-p", min=1, help="Which paragraph of the chapter.")] = 1,
    voice: VoiceName = None,
    rate: Annotated[int | None, typer.Option("--rate", min=60, max=450, help="Words a minute.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write this WAV file instead of playing.")
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Hear a single paragraph just as the book would say it: same voice, pauses, level and words.

    `narrate plan PATH` shows the numbers of chapters and paragraphs.
    """
