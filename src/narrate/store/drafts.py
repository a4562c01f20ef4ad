"""Files in the making, beside what they will be: whose they are, and whether their writer still lives."""

import os
import platform
import re
import time
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Final

from narrate.alive import is_alive
from narrate.store.address import address

_DRAFT: Final = re.compile(r"\..+-(?P<home>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.part")
_OLD: Final = 3600
"""Seconds after which no writer is still at it, wherever it runs."""


def beside(path: Path) -> Path:
    """Name a draft of a file: no other writer on any machine has the same."""
    return path.with_name(f".{path.name}-{_home()}-{os.getpid()}-{token_hex(4)}.part")


def is_left(found: "os.DirEntry[str]") -> bool:
    """Tell whether a file is a draft that nobody works on."""
    draft = _DRAFT.fullmatch(found.name)
    if not draft:
        return False
    if draft["home"] == _home() and not is_alive(int(draft["pid"])):
        return True
    try:
        return time.time() - found.stat().st_mtime > _OLD
    except FileNotFoundError:
        return False


@cache
def _home() -> str:
    """Name where our process numbers count: this machine, and on Linux this container."""
    try:
        space = Path("/proc/self/ns/pid").stat().st_ino
    except OSError:
        space = 0
    return address(platform.node(), space)[:8]
