"""The installed command, run as a user would run it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import subprocess

COMMAND = Path(sys.executable).with_name("narrate")


class Narrate(Protocol):
    """Run `narrate` with arguments and environment variables in an empty folder, and return what it did."""

    def __call__(self, *arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]": ...
