"""Play a sound file on this machine, where something can."""

import shutil
import subprocess
import sys
import wave
from pathlib import Path
from typing import Final

PLAYERS: Final = (
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("play", "-q"),
)
"""Commands that play a file whose name follows, and end; the first that is installed is used."""
WINDOWS: Final = "import sys, winsound; winsound.PlaySound(sys.argv[1], winsound.SND_FILENAME)"
"""A script for a Python of its own, which can be ended when it is stuck."""
PATIENCE: Final = 10.0
"""Seconds that a player may take beyond the length of the sound."""


def player() -> list[str] | None:
    """Return the command that plays a file whose name is added to it, or None where there is none."""
    if sys.platform == "win32":
        return [sys.executable, "-c", WINDOWS]
    return next(([found, *rest] for name, *rest in PLAYERS if (found := shutil.which(name))), None)


def play(path: Path) -> bool:
    """Play a WAV file to its end; tell whether it could be played.

    A player that is stuck, as some are without a sound device, is ended after the length of the sound and
    ten seconds.
    """
    command = player()
    if command is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        played = subprocess.run(
            [*command, str(path.absolute())],
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            timeout=_seconds(path) + PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return played.returncode == 0


def _seconds(path: Path) -> float:
    with wave.open(str(path), "rb") as file:
        return file.getnframes() / file.getframerate()
