"""Files in the making, beside what they will be: whose they are, and whether their writer still lives."""

import os
import re
import time
from pathlib import Path
from secrets import token_hex
from typing import Final

from narrate.alive import here, is_alive

_DRAFT: Final = re.compile(r"\..+-(?P<home>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.part")
_OLD: Final = 3600
"""Seconds after which no writer is still at it, wherever it runs."""


def beside(path: Path) -> Path:
    """Name a draft of a file: no other writer on any machine has the same."""
    return path.with_name(f".{path.name}-{here()}-{os.getpid()}-{token_hex(4)}.part")


def is_left(found: "os.DirEntry[str]") -> bool:
    """Tell whether a file is a draft that nobody works on."""
    draft = _DRAFT.fullmatch(found.name)
    if not draft:
        return False
    if draft["home"] == here() and not is_alive(int(draft["pid"])):
        return True
    try:
        return time.time() - found.stat().st_mtime > _OLD
    except FileNotFoundError:
        return False
