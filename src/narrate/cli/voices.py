"""`narrate voices`: who can speak, and how they sound."""

from pathlib import Path
from typing import Annotated

import typer

from narrate.cli.options import ConfigFile, configured

SAMPLE = (
    "“Is anybody there?” asked the traveller, knocking on the moonlit door. "
    "Nobody answered; only his horse champed the grass of the forest's ferny floor."
)


def voices(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Voices to hear.")] = None,
    *,
    text: Annotated[str, typer.Option("--text", "-t", metavar="TEXT", help="What they say.")] = SAMPLE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Write WAV files instead of playing."),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option("--engine", metavar="NAME", help="List the voices that an engine itself offers."),
    ] = None,
    config: ConfigFile = None,
) -> None:
    """List the voices, or hear those that are named.

    A voice is a small file, NAME.toml: an engine, one of its voices, rate and pitch. Your own go into a
    folder named by `[voices] folder` in narrate.toml, or into narrate's folder of your user account
    (`narrate doctor` says where).
    """
    if engine:
        _list_engine(engine)
    elif names:
        _sample(names, text, output, config)
    else:
        _list(config)


def _list(file: Path | None) -> None:
    from narrate.cli.terminal import show_table
    from narrate.config.voices import catalogue

    known = catalogue(configured(Path(), file, {}).voices.folder).values()
    rows = ([v.name, v.language, v.gender, v.engine, f"{v.rate}", v.description] for v in known)
    show_table(["voice", "language", "gender", "engine", "words/min", ""], rows)


def _list_engine(name: str) -> None:
    from narrate.cli.terminal import show_table
    from narrate.speak.studio import Studio

    with Studio(name) as studio:
        studio.check()
        rows = ([voice.id, voice.language, voice.gender, voice.name] for voice in studio.voices())
        show_table(["engine_voice", "language", "gender", "name"], rows)


def _sample(names: list[str], text: str, output: Path | None, file: Path | None) -> None:
    from narrate.cli.preview import hear

    for name in names:
        config = configured(Path(), file, {"NAME": ("voices.narrator", name)})
        hear(text, config, name, output=output / f"{name}.wav" if output else None)
