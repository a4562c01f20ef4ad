"""`narrate doctor`: what works here, what does not, and how to get it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from narrate.plugins import Kind


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    well: bool
    detail: str
    needed: bool = True
    """Whether no book can be made without it."""


def doctor() -> None:
    """Say what works on this machine, what does not, and how to get it."""
    from narrate.cli.terminal import say

    findings = list(examine())
    for finding in findings:
        mark = "ok     " if finding.well else "MISSING" if finding.needed else "without"
        say(f"{mark}  {finding.subject:<18}  {finding.detail}", style=None if finding.well else "yellow")
    if any(finding.needed and not finding.well for finding in findings):
        raise typer.Exit(1)


def examine() -> Iterator[Finding]:
    """Look at everything that a book needs."""
    from narrate import plugins

    yield _finding("narrate", _narrate)
    yield _finding("ffmpeg", _ffmpeg)
    for name in plugins.installed("engines"):
        yield _finding(f"engine {name}", partial(_engine, name), needed=name == "pyttsx3")
    yield _finding("voices", _voices)
    yield _finding("readers", partial(_names, "readers"))
    yield _finding("formats", partial(_names, "formats"))
    yield _player()


def _finding(subject: str, look: Callable[[], str], *, needed: bool = True) -> Finding:
    from narrate.errors import NarrateError

    try:
        return Finding(subject, well=True, detail=look())
    except NarrateError as error:
        return Finding(subject, well=False, detail=str(error), needed=needed)


def _narrate() -> str:
    import platform
    from importlib.metadata import version

    return f"{version('narrate')}, Python {platform.python_version()}, {platform.platform()}"


def _ffmpeg() -> str:
    from narrate import ffmpeg

    told, _ = ffmpeg.run("tell its version", ["-version"])
    return f"{told.decode(errors='replace').splitlines()[0]}  ({ffmpeg.executable()})"


def _engine(name: str) -> str:
    from narrate.config.schema import VoiceFile
    from narrate.speak.studio import Studio

    with Studio(name) as studio:
        studio.check()
        studio.speak("One, two, three.", VoiceFile(engine=name).voice("trial"))
        return f"{studio.version()}, {len(studio.voices())} voices"


def _voices() -> str:
    from narrate.config.voices import catalogue, own_folder

    return f"{', '.join(catalogue(None))}  (your own: {own_folder()})"


def _names(kind: "Kind") -> str:
    from narrate import plugins

    return ", ".join(plugins.installed(kind))


def _player() -> Finding:
    from narrate.speak.player import player

    found = player()
    detail = found[0] if found else "no player found; previews are written as WAV files"
    return Finding("player", well=found is not None, detail=detail, needed=False)
